import Cataloging
import Decoding
import Rendering

/// All files of a site: the pages, and the index that they share with `decode`.
enum SitePlanner {
  static func files(_ plan: SitePlan, index: SearchIndex) -> [PlannedFile] {
    let files =
      plan.files + [
        PlannedFile(path: "index.json") { index.json },
        PlannedFile(path: "index.schema.json") { SearchIndex.jsonSchema },
      ]
    return files + [plan.serviceWorker(for: files)]
  }
}
