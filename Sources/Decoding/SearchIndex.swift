/// The index that the site and the command line share: everything needed to decode raw text and to print the answer.
///
/// `json` and `init(json:)` convert to and from the published form, `index.json`.
public struct SearchIndex: Sendable, Equatable {
  /// The number of the JSON's form. A reader refuses every other number.
  public static let schema = 1

  public var site: IndexedSite
  /// Sorted by slug (UTF-8 bytes).
  public var entries: [IndexedEntry]

  public init(site: IndexedSite, entries: [IndexedEntry]) {
    self.site = site
    self.entries = entries.sorted { String.precedesInBytes($0.slug, $1.slug) }
  }
}

/// The site an index belongs to.
public struct IndexedSite: Sendable, Equatable {
  public var title: String
  /// Absolute, ending in `/`; nil when the site has no address of its own yet.
  public var url: String?
  /// The newest `updated` of all entries, `YYYY-MM-DD`.
  public var content: String

  public init(title: String, url: String?, content: String) {
    self.title = title
    self.url = url
    self.content = content
  }
}

/// One published entry, as the index holds it. Texts may hold `{name}` placeholders.
public struct IndexedEntry: Sendable, Equatable {
  public var slug: String
  public var area: String
  /// Relative to the site's address: `errors/<slug>/`.
  public var url: String
  public var title: String
  public var code: String?
  public var aliases: [String]
  public var condition: String?
  public var role: Role
  public var summary: String
  public var signatures: [IndexedSignature]
  public var steps: [IndexedStep]
  public var faq: [IndexedQuestion]
  /// For each capture a signature declares, sorted by name: its type, and the value from a sample that stands in for
  /// it when a paste has none.
  public var captures: [IndexedCapture]

  public init(
    slug: String, area: String, url: String, title: String, code: String?, aliases: [String], condition: String?,
    role: Role, summary: String, signatures: [IndexedSignature], steps: [IndexedStep], faq: [IndexedQuestion],
    captures: [IndexedCapture]
  ) {
    self.slug = slug
    self.area = area
    self.url = url
    self.title = title
    self.code = code
    self.aliases = aliases
    self.condition = condition
    self.role = role
    self.summary = summary
    self.signatures = signatures
    self.steps = steps
    self.faq = faq
    self.captures = captures.sorted { $0.name < $1.name }
  }
}

/// A signature of an entry: one pattern, or several that must follow one another.
public struct IndexedSignature: Sendable, Equatable {
  /// The patterns, in order; one unless the writer used `lines:`.
  public var lines: [Signature]
  /// Patterns that veto a hit when one of them matches within 20 lines.
  public var unless: [Signature]
  public var label: String?
  public var since: String?

  public init(lines: [Signature], unless: [Signature] = [], label: String? = nil, since: String? = nil) {
    self.lines = lines
    self.unless = unless
    self.label = label
    self.since = since
  }

  /// How much a match says: the sum of its patterns' weights.
  public var weight: Int { lines.reduce(0) { $0 + $1.weight } }
}

/// A step of the fix.
public struct IndexedStep: Sendable, Equatable {
  /// Plain text, without its number.
  public var title: String
  /// The step's prose and snippets as plain text, paragraphs separated by an empty line; no commands.
  public var text: String
  public var commands: [IndexedCommand]

  public init(title: String, text: String, commands: [IndexedCommand]) {
    self.title = title
    self.text = text
    self.commands = commands
  }
}

/// A command fence of a step.
public struct IndexedCommand: Sendable, Equatable {
  /// The systems it is for, sorted; empty means any.
  public var systems: [System]
  public var risk: Risk
  public var shell: Shell
  /// The fence's text, without a final new line, placeholders unfilled.
  public var text: String
  /// The paragraph directly before the command's group, as plain text: when to use it, and what it may cost. Empty when there is none.
  public var note: String

  public init(systems: [System], risk: Risk, shell: Shell, text: String, note: String) {
    self.systems = systems.sorted()
    self.risk = risk
    self.shell = shell
    self.text = text
    self.note = note
  }

  /// Whether it can be used on a system; every command can when none is named.
  public func isFor(_ system: System?) -> Bool {
    guard let system else { return true }
    return systems.isEmpty || systems.contains(system)
  }
}

/// A question of the FAQ and its answer, as plain text.
public struct IndexedQuestion: Sendable, Equatable {
  public var question: String
  public var answer: String
  /// The question's anchor on the entry's page, without `#`.
  public var anchor: String

  public init(question: String, answer: String, anchor: String) {
    self.question = question
    self.answer = answer
    self.anchor = anchor
  }
}

/// A capture that an entry's signatures declare.
public struct IndexedCapture: Sendable, Equatable {
  public var name: String
  public var type: HoleType
  /// The value of the first sample that has one.
  public var example: String

  public init(name: String, type: HoleType, example: String) {
    self.name = name
    self.type = type
    self.example = example
  }
}
