public import Cataloging
public import Decoding

/// How long the samples of the published entries take to decode, one after another, with all entries in one index.
public struct DecodeTimes: Sendable {
  /// In microseconds, by area, each sorted.
  private let areas: [String: [Int]]

  /// - Throws: `IndexFailure` when an index that was just made cannot be read.
  public init(of catalog: Catalog) throws(IndexFailure) {
    let decoder = ErrorDecoder(IndexBuilder.index(of: catalog))
    let clock = ContinuousClock()
    var areas: [String: [Int]] = [:]
    for entry in catalog.published {
      for sample in entry.samples {
        // The first time fills caches.
        _ = try decoder.diagnose(sample.bytes)
        let start = clock.now
        _ = try decoder.diagnose(sample.bytes)
        areas[entry.area.text, default: []].append(Int((clock.now - start) / .microseconds(1)))
      }
    }
    self.areas = areas.mapValues { $0.sorted() }
  }

  /// The median of an area; nil without samples.
  public func median(ofArea area: String) -> Int? { Self.median(areas[area] ?? []) }

  /// The median of all samples; nil without any.
  public var median: Int? { Self.median(areas.values.flatMap(\.self).sorted()) }

  private static func median(_ sorted: [Int]) -> Int? { sorted.isEmpty ? nil : sorted[sorted.count / 2] }
}
