import Cataloging
import Decoding
import Reproducing

/// What came of running scripts, for programs.
enum ReproductionJSON {
  /// One object; its keys keep this order, and those that say nothing of an outcome are null.
  static func value(of reproductions: [Reproduction], _ isolation: Isolation) -> JSONValue {
    .object([
      ("schema", .int(1)), ("network", .string(isolation.isLoopbackOnly ? "loopback" : "host")),
      ("reproductions", .array(reproductions.map(value))),
    ])
  }

  private static func value(of reproduction: Reproduction) -> JSONValue {
    var (outcome, detail, lastWords, change) = ("", String?.none, [String](), JSONValue.null)
    switch reproduction.outcome {
    case .unchanged: outcome = "same"
    case .changed(let difference): (outcome, change) = ("changed", value(of: difference))
    case .missing(let commands): (outcome, detail) = ("missing", commands.joined(separator: ", "))
    case .unavailable(let reason): (outcome, detail) = ("missing", reason)
    case .failed(let ending, let words): (outcome, detail, lastWords) = ("failed", ending, words)
    case .timedOut: outcome = "timed-out"
    }
    return .object([
      ("entry", .string(reproduction.slug)), ("path", .string(reproduction.path)), ("outcome", .string(outcome)),
      ("signatures", .array(reproduction.signatures.map(JSONValue.int))), ("milliseconds", .int(reproduction.milliseconds)),
      ("detail", .optional(detail)), ("errors", .strings(lastWords)), ("change", change),
    ])
  }

  private static func value(of change: Reproduction.Change) -> JSONValue {
    var (kind, answer, missing, added) = ("", String?.none, [String](), [String]())
    switch change.kind {
    case .answer(let slug): (kind, answer) = ("answer", slug)
    case .signature: kind = "signature"
    case .captures(let lost, let new): (kind, missing, added) = ("captures", lost, new)
    }
    return .object([
      ("kind", .string(kind)), ("answer", .optional(answer)), ("missingCaptures", .strings(missing)), ("newCaptures", .strings(added)),
      ("sample", .object([("path", .string(change.sample.path)), ("line", .int(change.sample.line))])),
      ("expected", .string(change.expected)), ("found", .optional(change.found)),
    ])
  }
}
