import Cataloging
import Linting

/// The counts as rows of words: a head, the areas, and all together.
///
/// Beside counts of another time, only areas that differ have a row, and what differs has the difference behind it: `14 (+1)`.
struct AccuracyTable {
  let accuracy: Accuracy
  var earlier: Accuracy?
  var times: DecodeTimes?

  static let legend = [
    "first: samples whose first answer is their entry", "captures: samples whose entry takes the values they say",
    "crossed: samples whose first answer is another entry", "quiet: counterexamples that do not decode to their entry",
  ]

  /// What `false` counts.
  var falseLegend: String { "false: answers for every 100,000 lines of healthy logs, of which there are \(accuracy.healthyLines)" }

  var rows: [[String]] {
    let head = ["area", "entries", "samples", "first", "captures", "crossed", "quiet", "false"] + (times == nil ? [] : ["median"])
    let before = Dictionary((earlier?.areas ?? []).map { ($0.slug, $0.counts) }) { first, _ in first }
    let now = Dictionary(accuracy.areas.map { ($0.slug, $0.counts) }) { first, _ in first }
    let slugs = Set(now.keys).union(before.keys).sorted().filter { earlier == nil || now[$0] != before[$0] }
    let areas = slugs.map { row($0, now[$0] ?? .init(), before: before[$0] ?? .init(), time: times?.median(ofArea: $0)) }
    return [head] + areas + [row("all", accuracy.all, before: earlier?.all ?? .init(), time: times?.median)]
  }

  private func row(_ name: String, _ counts: Accuracy.Counts, before: Accuracy.Counts, time: Int?) -> [String] {
    let numbers = [
      cell(counts, before, \.entries), cell(counts, before, \.samples), share(counts, before, \.first, of: \.samples),
      share(counts, before, \.captures, of: \.samples), cell(counts, before, \.crossFires),
      share(counts, before, \.quiet, of: \.counterexamples), rate(counts, before),
    ]
    return [name] + numbers + (times == nil ? [] : [time.map { "\($0) µs" } ?? "–"])
  }

  private func cell(_ now: Accuracy.Counts, _ before: Accuracy.Counts, _ count: KeyPath<Accuracy.Counts, Int>) -> String {
    "\(now[keyPath: count])" + difference(now[keyPath: count], before[keyPath: count])
  }

  private func share(
    _ now: Accuracy.Counts, _ before: Accuracy.Counts, _ part: KeyPath<Accuracy.Counts, Int>, of all: KeyPath<Accuracy.Counts, Int>
  ) -> String {
    let missing = now[keyPath: part] != now[keyPath: all]
    return "\(now[keyPath: part])\(missing ? "/\(now[keyPath: all])" : "")" + difference(now[keyPath: part], before[keyPath: part])
  }

  private func rate(_ now: Accuracy.Counts, _ before: Accuracy.Counts) -> String {
    guard let rate = accuracy.falsePositiveRate(now) else { return "–" }
    return "\(rate)" + (earlier?.falsePositiveRate(before).map { difference(rate, $0) } ?? "")
  }

  private func difference(_ now: Int, _ before: Int) -> String {
    earlier == nil || now == before ? "" : " (\(now > before ? "+" : "−")\(abs(now - before)))"
  }
}
