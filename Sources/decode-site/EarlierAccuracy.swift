import Building
import Cataloging
import Foundation

/// Counts that `decode-site accuracy --format json` printed at another time, or of other content.
enum EarlierAccuracy {
  /// - Throws: `DiskFailure` when the file cannot be read, or holds something else.
  static func read(_ path: String) throws(DiskFailure) -> Accuracy {
    let bytes: Data
    do { bytes = try Data(contentsOf: URL(filePath: path)) } catch { throw DiskFailure(path: path, message: "cannot be read") }
    guard let file = try? JSONDecoder().decode(File.self, from: bytes), file.schema == 1 else {
      throw DiskFailure(path: path, message: "does not hold what decode-site accuracy --format json prints")
    }
    return Accuracy(areas: file.areas.map(\.value), healthyLines: file.healthyLines)
  }

  private struct File: Decodable {
    let schema: Int
    let healthyLines: Int
    let areas: [Area]
  }

  private struct Area: Decodable {
    let area: String
    let entries, samples, first, captures, crossFires, counterexamples, quiet, falsePositives: Int

    var value: Accuracy.Area {
      var counts = Accuracy.Counts()
      (counts.entries, counts.samples, counts.first, counts.captures) = (entries, samples, first, captures)
      (counts.crossFires, counts.counterexamples, counts.quiet) = (crossFires, counterexamples, quiet)
      counts.falsePositives = falsePositives
      return Accuracy.Area(slug: area, title: area, counts: counts)
    }
  }
}
