import Cataloging

/// The file of an entry that is still to be written: complete in form, with `TODO:` wherever only its writer knows what to say.
struct EntrySkeleton {
  struct Sample {
    let text: String
    /// The file that holds it, when YAML cannot; relative to the content folder.
    let file: String?
    let captures: [(name: String, value: String)]
  }

  let code: String?
  /// The first stands; others are offered in comments.
  let signatures: [String]
  let sample: Sample?
  let minimum: Minimum
  /// `YYYY-MM-DD`.
  let today: String

  var text: String { frontMatter + "\n" + sections }

  // MARK: Front matter

  private var frontMatter: String {
    """
    ---
    # Write each text in place of its whole TODO; decode-site check finds those that are left. Comments like this one can go.
    title: "TODO: the message people search for, in at most 60 characters"
    \(code.map { "code: \($0)" } ?? "# code: ECONNREFUSED") # the code people search for, if there is one
    # aliases: ["Errno 111"] # other codes and spellings
    # condition: connection-refused # from conditions.yml: the same in other runtimes
    # role: wrapper # when the line only says that something inside it failed; exit-status when it only says how something ended
    summary: "TODO: what it means, then what to do first; the first sentence alone in 155 characters"
    signatures:
    \(signatureList)
    samples:
    \(sampleList)
    counterexamples:
      # The nearest texts that are something else: another error, a healthy line with the same words.
    \(counterexampleList)
    # related: [] # slugs of entries to read next
    # references: ["https://example.com/manual"] # the manual or source that explains it
    updated: \(today)
    ---

    """
  }

  private var signatureList: String {
    let guide = """
        # What the program always prints, one for each wording. What varies is a hole with a name: {port}, {host}, {path}, {user},
        # or a name with its type: {table:quoted}, {size:int}, {what:word}. {a|b} is a choice, {...} any text.
      """
    guard let first = signatures.first else { return guide + "\n  - match: \"TODO: the error's text, with holes for what varies\"" }
    let others = signatures.dropFirst().map { "\n  # Wider, without the name before the message:\n  # - match: \(YAMLText.quoted($0))" }
    return guide + "\n  - match: \(YAMLText.quoted(first))" + others.joined()
  }

  private var sampleList: String {
    let source =
      "    source: \"TODO: captured with which program and version on which system, or the address of a public page that shows it\""
    var items = [
      """
        # What a program printed, to the letter, 1 to 25 lines, without names and keys of yours; below it the values that the holes take.
      """
    ]
    if let sample {
      let raw = sample.file.map { "  - file: \($0)\n" } ?? "  - text: \(YAMLText.block(sample.text, indent: 6))"
      let captures = sample.captures.map { "\($0.name): \(YAMLText.quoted($0.value))" }.joined(separator: ", ")
      items.append(raw + (captures.isEmpty ? "" : "    captures: { \(captures) }\n") + source)
    }
    let count = max(1, minimum.samples) - (sample == nil ? 0 : 1)
    for _ in 0..<max(0, count) {
      items.append("  - text: \"TODO: the error in another shape: in a log, in a trace, from another version\"\n" + source)
    }
    return items.joined(separator: "\n")
  }

  private var counterexampleList: String {
    let item = "  - text: \"TODO: such a text\"\n    why: \"TODO: what it is instead\""
    return Array(repeating: item, count: max(1, minimum.counterexamples)).joined(separator: "\n")
  }

  // MARK: Sections

  private var sections: String {
    """
    ## What it looks like

    *TODO: where it shows up, and what else it is called*

    ## Why it happens

    ### TODO: the likeliest cause

    *TODO: what happens, and how to tell that it is this*

    ### TODO: the next cause

    *TODO: the same for it*

    ## How to fix it

    ### 1. TODO: what to look at first

    *TODO: what the command shows; decode prints the paragraph before a command with it*

    ```sh linux macos look
    # TODO: a command that only reads, with holes of the signatures for the reader's values
    ```

    *TODO: what its output says, and what to do when it says something else*

    ### 2. TODO: what to change

    *TODO: what the command does*

    ```sh linux macos change
    # TODO: a command that mends it; what can lose data is marked destroy
    ```

    ## Stop it happening again

    *TODO: what to change in the app, the unit file, the image or the pipeline, with the lines to copy*

    ## FAQ

    \(questions)

    """
  }

  private var questions: String {
    let item = "### TODO: a question people ask\n\n*TODO: its answer, in a few sentences*"
    return Array(repeating: item, count: max(1, minimum.questions)).joined(separator: "\n\n")
  }
}
