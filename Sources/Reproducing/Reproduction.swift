package import Cataloging

/// What came of running an entry's script.
package struct Reproduction: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    /// Its output still decodes to the entry first, with captures as in the samples.
    case unchanged
    case changed(Change)
    /// Commands that are not installed.
    case missing([String])
    /// It has exited with 77: what it needs besides commands is not here, as its last words tell.
    case unavailable(String)
    /// How it ended, and its last words on standard error.
    case failed(String, [String])
    case timedOut
  }

  /// How the output differs from the samples.
  package struct Change: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// The entry is not the first answer: another is, or none.
      case answer(String?)
      /// Another signature matches than that of the sample it is most like.
      case signature
      /// Names that every such sample captures and the output does not, and names that no sample captures.
      case captures(missing: [String], added: [String])
    }

    package let kind: Kind
    /// Of the sample that is most like the output.
    package let sample: Place
    /// The line of the sample that matters, and the line of the output that is most like it; nil when the output is empty.
    package let expected: String
    package let found: String?
  }

  package let slug: String
  /// The script, relative to the content folder.
  package let path: String
  package let outcome: Outcome
  /// Which of the entry's signatures match its output, counted from 1; rising.
  package let signatures: [Int]
  package let signatureCount: Int
  package let milliseconds: Int

  /// Whether the script has run to its end, so that something is known.
  package var hasRun: Bool {
    switch outcome {
    case .unchanged, .changed: true
    case .missing, .unavailable, .failed, .timedOut: false
    }
  }

  /// Whether somebody has to look at it: what is not installed here says nothing about the entry.
  package var isTrouble: Bool {
    switch outcome {
    case .unchanged, .missing, .unavailable: false
    case .changed, .failed, .timedOut: true
    }
  }
}
