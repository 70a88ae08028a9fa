import Cataloging
import Foundation
import Linting
import Previewing
import Synchronization

/// Holds the content that is shown to all rules, which takes longer than a writer waits for a page: on a thread of its own, one content
/// after the other, and of those that came meanwhile the last.
final class SampleTrials: Sendable {
  private struct State {
    var next: Material?
    var isStopped = false
    var number = 0
    /// What was found last; nil before the first time.
    var found: [Finding]?
  }

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let preview: Preview
  private let prefix: String

  init(preview: Preview, prefix: String) {
    (self.preview, self.prefix) = (preview, prefix)
    Thread.detachNewThread { [self] in
      Self.giveWay()
      while work() {}
    }
  }

  /// Lets the threads that show the site have the cores before this one.
  private static func giveWay() {
    #if os(Linux)
      // Of a process (0), which is here the calling thread (0) alone.
      _ = setpriority(0, 0, 10)
    #else
      Thread.current.qualityOfService = .utility
    #endif
  }

  /// - Parameter material: Nil for content that cannot be shown: what was to be tried is of no interest any more.
  func next(_ material: Material?) {
    state.withLock { state in
      state.next = material
      state.number += 1
    }
    wake.signal()
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    wake.signal()
  }

  /// - Returns: false when there is no more to be done.
  private func work() -> Bool {
    wake.wait()
    let (material, number, isStopped) = state.withLock { state in
      defer { state.next = nil }
      return (state.next, state.number, state.isStopped)
    }
    guard !isStopped else { return false }
    guard let material, let findings = try? Linter.findings(in: material), state.withLock({ $0.number == number }) else { return true }
    preview.tell(PreviewFindings(findings: findings, prefix: prefix), sources: material.content.files)
    let known = material.content.findings
    let found = findings.filter { !known.contains($0) }
    let before = state.withLock { state in
      defer { state.found = found }
      return state.found
    }
    // Of what was there before the writer began, errors are said and warnings counted; later, what is new.
    let said = found.filter { before?.contains($0) == false || before == nil && $0.severity == .error }
    StandardError.write(FindingReporter.text(said, sources: material.content.files, prefix: prefix))
    let warnings = before == nil ? found.count - said.count : 0
    if warnings > 0 { StandardError.write("\(warnings) \(warnings == 1 ? "warning" : "warnings"): decode-site check shows them\n") }
    return true
  }
}
