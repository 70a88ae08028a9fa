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
  }

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let preview: Preview
  private let prefix: String

  init(preview: Preview, prefix: String) {
    (self.preview, self.prefix) = (preview, prefix)
    Thread.detachNewThread { [self] in while work() {} }
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
    StandardError.write(FindingReporter.text(found, sources: material.content.files, prefix: prefix))
    return true
  }
}
