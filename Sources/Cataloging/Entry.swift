public import CommonMark
public import Decoding

/// One documented error: one Markdown file, one page. Made by `EntryParser` only; in a catalog, only from a file without errors.
///
/// Never changed, and passed on many times: a class, so that a list of entries is copied without a look at any of them.
public final class Entry: Sendable, Equatable {
  public let slug: Slug
  public let area: Slug
  public let title: String
  public let code: String?
  public let aliases: [String]
  /// Old slugs, each of which becomes a redirect.
  public let formerly: [Slug]
  public let condition: Slug?
  public let role: Role
  /// May hold placeholders.
  public let summary: String
  public let signatures: [IndexedSignature]
  /// Where each signature stands, in their order.
  public let signaturePlaces: [Place]
  public let samples: [Sample]
  public let counterexamples: [Counterexample]
  public let related: [Slug]
  public let references: [String]
  /// `YYYY-MM-DD`.
  public let updated: String
  public let isDraft: Bool
  public let body: EntryBody
  /// The file, relative to the content folder.
  public let path: String
  /// Of all that the entry is made of: its file and the files of samples that it names.
  public let digest: Digest

  init(
    slug: Slug, area: Slug, title: String, code: String?, aliases: [String], formerly: [Slug], condition: Slug?, role: Role,
    summary: String, signatures: [IndexedSignature], signaturePlaces: [Place], samples: [Sample], counterexamples: [Counterexample],
    related: [Slug], references: [String], updated: String, isDraft: Bool, body: EntryBody, path: String, digest: Digest
  ) {
    self.slug = slug
    self.area = area
    self.title = title
    self.code = code
    self.aliases = aliases
    self.formerly = formerly
    self.condition = condition
    self.role = role
    self.summary = summary
    self.signatures = signatures
    self.signaturePlaces = signaturePlaces
    self.samples = samples
    self.counterexamples = counterexamples
    self.related = related
    self.references = references
    self.updated = updated
    self.isDraft = isDraft
    self.body = body
    self.path = path
    self.digest = digest
  }

  public static func == (left: Entry, right: Entry) -> Bool { left.path == right.path && left.digest == right.digest }
}

/// Verbatim raw text that must decode to its entry.
public struct Sample: Sendable, Equatable {
  public let bytes: [UInt8]
  /// By name, as printed.
  public let captures: [String: String]
  /// How it was captured, or a public address that states it.
  public let source: String
  /// Whether its entry must be the only answer, rather than the first.
  public let isOnly: Bool
  /// Where the sample stands.
  public let place: Place
}

/// Raw text that must not decode to its entry.
public struct Counterexample: Sendable, Equatable {
  public let bytes: [UInt8]
  public let why: String?
  public let place: Place
}

/// The five sections of an entry.
///
/// A link to a page of the site has that page's address from the site's root, however the writer put it: `/errors/<slug>/#<anchor>`,
/// `/areas/<area>/`, `/conditions/<condition>/`. The page and the anchor exist. Every other link leads out of the site.
public struct EntryBody: Sendable, Equatable {
  /// *What it looks like*.
  public let looks: [Part]
  /// *Why it happens*: what stands before the first cause, then the causes.
  public let why: [Part]
  public let causes: [Topic]
  /// *How to fix it*: what stands before the first step, then the steps.
  public let fix: [Part]
  public let steps: [Topic]
  /// *Stop it happening again*.
  public let prevention: [Part]
  /// *FAQ*: what stands before the first question, then the questions.
  public let faqIntroduction: [Part]
  public let questions: [Topic]
}

/// A cause, a step or a question: a `###` heading and what follows it.
public struct Topic: Sendable, Equatable {
  /// The heading's content; a leading number is dropped.
  public let title: [Inline]
  /// The heading as plain text.
  public let plainTitle: String
  /// Unique in the page, without `#`: `why-…`, `step-…`, `faq-…`.
  public let anchor: String
  public let parts: [Part]
  /// The heading's line in the file, 1-based.
  public let line: Int
}

/// A piece of a section.
public enum Part: Sendable, Equatable {
  /// Any block but a command fence; snippets are among them.
  case prose(Block)
  /// Command fences with nothing between them.
  case commands([CommandPanel])
}

/// The commands of one tab: those of a group that are for the same systems.
public struct CommandPanel: Sendable, Equatable {
  /// Sorted; empty means any system.
  public let systems: [System]
  public let commands: [Command]
}

extension [CommandPanel] {
  var inWritingOrder: [Command] {
    count == 1 ? self[0].commands : flatMap(\.commands).sorted { $0.line < $1.line }
  }
}

/// One command fence.
public struct Command: Sendable, Equatable {
  public let systems: [System]
  public let risk: Risk
  /// Without a final new line, placeholders unfilled.
  public let text: String
  public let template: CommandTemplate
  /// The fence's first line in the file, 1-based.
  public let line: Int

  public var shell: Shell { template.shell }
}
