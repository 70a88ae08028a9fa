public import Cataloging
import Decoding
import Synchronization

/// A site whose files are planned and made when they are asked for.
public struct SitePlan: Sendable {
  /// In the order in which a path is looked for in them.
  let parts: [PlannedPart]
  /// The pages of drafts, which are no part of the site.
  public let drafts: [PlannedFile]
  let published: [Digest: PublishedEntry]
  let assets: StyledAssets
  /// The service worker's script, without what it works on.
  let worker: Lazy<[UInt8]>
  let perform: DecodingSession.Performer?

  /// All files. What takes long comes first; the pages of entries, which are many and take equally long, come late, so that no core has
  /// to wait for another in the end.
  public var files: [PlannedFile] {
    let planned = Mutex<[[PlannedFile]]>(Array(repeating: [], count: parts.count))
    let plan = { @Sendable (number: Int) in
      let files = parts[number].files()
      planned.withLock { $0[number] = files }
    }
    if let perform { perform(parts.count, plan) } else { parts.indices.forEach(plan) }
    return planned.withLock { $0.reversed().flatMap(\.self) }
  }

  /// The file at a path from the site's root; nil where the site has none. Little else is planned for it.
  public func file(at path: String) -> PlannedFile? {
    for part in parts {
      if let file = part.file(path) { return file }
    }
    return nil
  }

  /// The service worker of a site with these files. It comes last, because it names the others by their contents.
  public func serviceWorker(for files: [PlannedFile]) -> PlannedFile {
    PlannedFile(path: ServiceWorker.path) { [worker] in ServiceWorker(script: worker.value, files: files).bytes }
  }
}

/// Assets as they are placed for a site's style.
struct StyledAssets {
  private let assets: Assets
  private let style: [(name: String, value: String)]
  let placed: PlacedAssets

  /// - Parameter earlier: Taken when it is of the same assets and the same style.
  init(_ assets: Assets, style: [(name: String, value: String)], reusing earlier: StyledAssets?) {
    if let earlier, earlier.assets == assets, earlier.style.elementsEqual(style, by: ==) {
      self = earlier
      return
    }
    (self.assets, self.style) = (assets, style)
    placed = assets.placed(style: style)
  }
}
