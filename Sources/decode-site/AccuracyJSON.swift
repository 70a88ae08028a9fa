import Cataloging
import Decoding
import Linting

/// The counts for programs.
enum AccuracyJSON {
  /// One object; its keys keep this order, and times that were not measured are null.
  static func value(of accuracy: Accuracy, _ times: DecodeTimes?) -> JSONValue {
    let areas = accuracy.areas.map { area in
      value(("area", .string(area.slug)), area.counts, accuracy, time: times?.median(ofArea: area.slug))
    }
    let all = value(("areas", .int(accuracy.areas.count)), accuracy.all, accuracy, time: times?.median)
    return .object([("schema", .int(1)), ("healthyLines", .int(accuracy.healthyLines)), ("areas", .array(areas)), ("all", all)])
  }

  private static func value(_ name: (String, JSONValue), _ counts: Accuracy.Counts, _ accuracy: Accuracy, time: Int?) -> JSONValue {
    .object([
      name, ("entries", .int(counts.entries)), ("samples", .int(counts.samples)), ("first", .int(counts.first)),
      ("captures", .int(counts.captures)), ("crossFires", .int(counts.crossFires)), ("counterexamples", .int(counts.counterexamples)),
      ("quiet", .int(counts.quiet)), ("falsePositives", .int(counts.falsePositives)),
      ("falsePositivesPer100000", accuracy.falsePositiveRate(counts).map(JSONValue.int) ?? .null),
      ("medianMicroseconds", time.map(JSONValue.int) ?? .null),
    ])
  }
}
