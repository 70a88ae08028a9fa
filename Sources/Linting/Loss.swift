import Cataloging
import Decoding

/// Why a sample does not decode to its entry first, and what may mend that.
struct Loss {
  /// Follows a colon.
  let reason: String
  let hint: String
  /// Where in the raw text the nearest signature stops, both from 1 on; nil when that is not the reason.
  var reach: (line: Int, column: Int)?
}

extension Trials.OfEntry {
  /// Why the trial's own entry is not its first answer.
  func loss(of trial: Trials.Trial) throws(IndexFailure) -> Loss {
    let own = trial.entry.slug.text
    guard let explanation = try decoder.explain(own, in: trial.bytes) else { return .noMatch }
    if let better = explanation.better.first { return Loss(better: better, own: own) }
    let fates = explanation.matches.map(\.fate)
    if case .covered(let other, let line)? = fates.first(where: { if case .covered = $0 { true } else { false } }) {
      return Loss(
        reason: "its longer or heavier match on line \(line) claims the text of '\(own)'",
        hint: "say more of the line in a signature of '\(own)', or less in that of '\(other)'")
    }
    if fates.contains(.vetoed) {
      return Loss(reason: "an `unless` of '\(own)' matches within 20 lines", hint: "narrow the `unless`, or cut the sample")
    }
    if fates.contains(.mentioned) {
      return Loss(
        reason: "the text of '\(own)' stands there as a mention: in prose, in source code or in the name of a passed test",
        hint: "use the program's raw output as the sample")
    }
    if fates.contains(.escaped) {
      return Loss(
        reason: "the text of '\(own)' is read without its escapes, and then does not match",
        hint: "write the signature as the text reads without \\n and \\\"")
    }
    guard let nearest = explanation.nearest else { return .noMatch }
    return Loss(
      reason: "signature \(nearest.signature), '\(nearest.evidence.signature)', comes furthest, and wants '\(nearest.wanted)' here",
      hint: "mend that signature, or add one for this wording",
      reach: (nearest.evidence.line, nearest.evidence.spans.first?.columns.lowerBound ?? nearest.evidence.column))
  }
}

extension Loss {
  static let noMatch = Loss(
    reason: "not even the beginning of a signature of its entry stands in it", hint: "add a signature for this wording")

  /// An entry that comes first although the own one is in the answer.
  fileprivate init(better: Explanation.Better, own: String) {
    switch better.reason {
    case .role:
      self.init(
        reason: "a cause goes before a wrapper, and a wrapper before an exit status",
        hint: "cut '\(better.slug)' out of the sample, or make the role of '\(own)' that of a cause")
    case .line:
      self.init(
        reason: "it stands on an earlier line than '\(own)'",
        hint: "cut the sample, make '\(better.slug)' a wrapper if it only reports what comes later, or say more in its signature")
    case .weight:
      self.init(
        reason: "on the same line its signature is heavier than that of '\(own)'",
        hint: "say more of the line in a signature of '\(own)'")
    case .order:
      self.init(
        reason: "on the same line it is as heavy as '\(own)', and stands further left or comes first in the alphabet",
        hint: "say in both signatures what tells the two errors apart")
    }
  }
}
