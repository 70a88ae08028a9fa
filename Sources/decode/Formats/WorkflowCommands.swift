import Decoding

/// The answer as workflow commands of GitHub Actions, which show it beside the run.
struct WorkflowCommands {
  let site: IndexedSite
  let given: [String: String]

  /// One line for each diagnosis: an error for a cause, a warning for what wraps one, a notice when nothing matched.
  ///
  /// - Parameter answer: Without secrets already.
  func text(of answer: Answer) -> String {
    guard !answer.diagnoses.isEmpty else {
      let nearest = answer.nearest.map(\.slug).joined(separator: ", ")
      let guesses = nearest.isEmpty ? "" : " Nearest, only guesses: \(nearest)."
      return command("notice", title: "Nothing matched", message: "No entry of the index describes this text.\(guesses)")
    }
    return answer.diagnoses.map { diagnosis in
      command(diagnosis.entry.role == .cause ? "error" : "warning", title: diagnosis.entry.title, message: message(of: diagnosis))
    }.joined()
  }

  private func message(of diagnosis: Diagnosis) -> String {
    let summary = diagnosis.entry.filled(diagnosis.entry.summary, with: diagnosis.values(given: given))
    let proof = diagnosis.evidence.map { "line \($0.line): \($0.text)" }
    return [proof, summary, site.url.map { $0 + diagnosis.entry.url }].compactMap(\.self).joined(separator: "\n")
  }

  private func command(_ name: String, title: String, message: String) -> String {
    "::\(name) title=\(Self.escaped(title, isProperty: true))::\(Self.escaped(Terminal.visible(message), isProperty: false))\n"
  }

  /// As the runner reads it: a property ends at a comma or a colon, a command at the end of the line.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          switch scalar {
          case "%", "\r", "\n": Array(scalar.percentEncoded.unicodeScalars)
          case ":", ",": isProperty ? Array(scalar.percentEncoded.unicodeScalars) : [scalar]
          default: [scalar]
          }
        }))
  }
}
