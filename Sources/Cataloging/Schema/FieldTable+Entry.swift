import Decoding

extension FieldTable {
  /// The front matter of an entry.
  static let entry = FieldTable(
    subject: "an entry",
    fields: [
      Field(
        name: "title", shape: .line(longest: EntryParser.longestTitle), isRequired: true,
        summary: "The message people search for. It is not filled with values."),
      Field(name: "code", shape: .line(), summary: "The code people search for; several entries may share one."),
      Field(name: "aliases", shape: .list(.line(), isDistinct: true), summary: "Other codes and spellings."),
      Field(
        name: "formerly", shape: .list(.line(.slug), isDistinct: true),
        summary: "Names that the entry had before; each becomes a redirect."),
      Field(
        name: "condition", shape: .line(.slug),
        summary: "A key of `conditions.yml`: the same state in other runtimes is found through it."),
      Field(
        name: "role", shape: .word(Role.allCases.map(\.rawValue)),
        summary:
          "`cause` when it is left out. `wrapper`: the line only says that something inside it failed. `exit-status`: it only says how something ended."
      ),
      Field(
        name: "summary", shape: .line(), isRequired: true,
        summary:
          "What it means, then what to do first. The first sentence, of at most \(EntryParser.longestSentence) characters, is the page's description in search results."
      ),
      Field(
        name: "signatures", shape: .list(.map(signature)), isRequired: true,
        summary: "The texts that the error prints, one for each wording."),
      Field(
        name: "samples", shape: .list(.map(sample)), isRequired: true,
        summary: "Raw texts that decode to this entry before any other. `site.yml` says how many there must be."),
      Field(
        name: "counterexamples", shape: .list(.map(counterexample)), isRequired: true,
        summary: "Raw texts that do not decode to this entry: other errors, and healthy lines with the same words."),
      Field(name: "related", shape: .list(.line(.slug), isDistinct: true), summary: "Entries to read next."),
      Field(
        name: "references", shape: .list(.line(.address), isDistinct: true), summary: "Pages that explain the error: a manual, a source."),
      Field(name: "updated", shape: .line(.date), isRequired: true, summary: "The day of the last change that matters to a reader."),
      Field(name: "draft", shape: .flag, summary: "`true`: checked, and not published."),
    ])

  static let signature = FieldTable(
    subject: "a signature",
    fields: [
      Field(
        name: "match", shape: .line(),
        summary:
          "What stands in a line: fixed text and holes such as `{port}` or `{name:ident}`; `{a|b}` is a choice, `{...}` any text, `^` and `$` are the line's ends."
      ),
      Field(name: "lines", shape: .list(.line()), summary: "Instead of `match`: several such texts that follow one another."),
      Field(name: "unless", shape: .list(.line()), summary: "Texts that, near by, say that it is something else."),
      Field(name: "label", shape: .line(), summary: "Where this wording comes from, shown on the page."),
      Field(name: "since", shape: .line(), summary: "The version that prints it first."),
    ],
    alternatives: ["match", "lines"])

  static let sample = FieldTable(
    subject: "a sample",
    fields: [
      Field(name: "text", shape: .text, summary: "What a program printed, to the letter."),
      Field(
        name: "file", shape: .line(.sampleFile),
        summary: "Instead of `text`: a file below `content/samples/`, for bytes that YAML cannot hold."),
      Field(name: "captures", shape: .values("capture"), summary: "The value that each hole takes; a hole of any signature needs one."),
      Field(
        name: "source", shape: .line(), isRequired: true,
        summary: "How it was captured (`captured with Node 20.20.2 on Debian 12`), or the address of a public page that shows it.",
        absenceHint: "say how it was captured (`captured with Node 20.20.2 on Debian 12`), or give the public address that states it"),
      Field(name: "only", shape: .flag, summary: "`true`: no other entry may be in the answer."),
    ],
    alternatives: ["text", "file"])

  static let counterexample = FieldTable(
    subject: "a counterexample",
    fields: [
      Field(name: "text", shape: .text, summary: "The text."),
      Field(name: "file", shape: .line(.sampleFile), summary: "Instead of `text`: a file below `content/samples/`."),
      Field(name: "why", shape: .line(), summary: "What it is instead."),
    ],
    alternatives: ["text", "file"])
}
