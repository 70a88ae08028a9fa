import Building
import Cataloging
import Decoding
import Foundation
import Linting
import Previewing
import Rendering
import Synchronization

/// Shows what lies on the disk, and after every change what lies there then. Works on a thread of its own.
final class PreviewLoop: Sendable {
  private let build: Mutex<PreviewBuild>
  private let preview: Preview
  private let watcher = FolderWatcher()
  private let trials: SampleTrials
  private let shown = Mutex<(index: SearchIndex?, basePath: String)>((nil, "/"))
  /// What hinders a look at the disk just now.
  private let trouble = Mutex<DiskFailure?>(nil)

  init(_ build: PreviewBuild, preview: Preview) {
    self.preview = preview
    trials = SampleTrials(preview: preview, prefix: build.content.asFolder)
    self.build = Mutex(build)
  }

  /// The last good one.
  var index: SearchIndex? { shown.withLock(\.index) }
  var basePath: String { shown.withLock(\.basePath) }

  /// Shows the site, and begins to watch.
  ///
  /// - Throws: when the content cannot be read at all.
  func start() throws(DiskFailure) {
    try look()
    Thread.detachNewThread { [self] in
      while watcher.wait() {
        do throws(DiskFailure) {
          try look()
        } catch {
          // A folder that is being replaced, a file that went while it was read: the next look shows.
          tell(error)
        }
      }
    }
  }

  func stop() {
    watcher.stop()
    trials.stop()
  }

  private func look() throws(DiskFailure) {
    let start = ContinuousClock.now
    var outcome = try build.withLock { (build) throws(DiskFailure) in
      watcher.watch(build.folders)
      return try build.refresh()
    }
    // What came into a new folder before it was watched was not told of.
    while build.withLock({ watcher.watch($0.folders) }) {
      if let next = try build.withLock({ (build) throws(DiskFailure) in try build.refresh() }) { outcome = next }
    }
    let isOver = trouble.withLock { trouble in
      defer { trouble = nil }
      return trouble != nil
    }
    if isOver, outcome == nil { preview.tellAgain() }
    guard let outcome else { return }
    if let site = outcome.site {
      shown.withLock { $0 = (outcome.index, site.basePath) }
      preview.show(site)
    }
    preview.tell(outcome.findings, sources: outcome.sources)
    report(outcome, took: ContinuousClock.now - start)
    trials.next(outcome.material?.value)
  }

  private func report(_ outcome: PreviewBuild.Outcome, took: Duration) {
    let milliseconds = took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
    if let first = outcome.changed.first {
      let others = outcome.changed.count > 1 ? " and \(outcome.changed.count - 1) more" : ""
      StandardError.write("\(first)\(others): \(outcome.site == nil ? "the last good site stays" : "shown") (\(milliseconds) ms)\n")
    }
    StandardError.write(outcome.text())
  }

  private func tell(_ failure: DiskFailure) {
    let isKnown = trouble.withLock { trouble in
      defer { trouble = failure }
      return trouble == failure
    }
    guard !isKnown else { return }
    preview.tell(trouble: "\(failure): this is the last good site")
    StandardError.write("\(failure)\n")
  }
}
