import Cataloging
import Decoding
import Rendering

/// All files of a site: the pages, and the index that they share with `decode`.
enum SitePlanner {
  static func files(_ plan: SitePlan, index: SearchIndex) -> [PlannedFile] {
    // The index takes longest of all to write: what comes first is begun first.
    let files = indexFiles(index) + plan.files
    return files + [plan.serviceWorker(for: files)]
  }

  /// The file at a path from the site's root, but for the service worker; drafts have a page too. Nil where there is none.
  static func previewed(_ path: String, of plan: SitePlan, index: SearchIndex) -> PlannedFile? {
    (indexFiles(index) + plan.drafts).first { $0.path == path } ?? plan.file(at: path)
  }

  private static func indexFiles(_ index: SearchIndex) -> [PlannedFile] {
    [
      PlannedFile(path: "index.json") { index.json },
      PlannedFile(path: "index.schema.json") { SearchIndex.jsonSchema },
    ]
  }
}
