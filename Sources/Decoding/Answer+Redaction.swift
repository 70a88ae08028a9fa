extension Answer {
  /// The answer as it may be shared: without secrets in the proof and in the values that fill titles, texts and commands.
  ///
  /// - Parameter secrets: What `Redactor.secrets(in:)` finds in the whole text: there a secret stands beside the words that give
  ///   it away, which a value alone lacks.
  public func redacted(secrets: Set<String> = []) -> Answer {
    let redaction = Redaction(secrets: secrets)
    var answer = self
    answer.diagnoses = diagnoses.map { diagnosis in
      Diagnosis(
        entry: diagnosis.entry, evidence: diagnosis.evidence.map(redaction.redacted),
        captures: diagnosis.captures.map { Diagnosis.Capture(name: $0.name, value: redaction.redacted(value: $0.value)) },
        wraps: diagnosis.wraps)
    }
    return answer
  }
}

/// What is known of a text's secrets.
private struct Redaction {
  let secrets: Set<String>
  /// Those that are long enough to be looked for inside other text, the longest first.
  let longSecrets: [[Unicode.Scalar]]

  init(secrets: Set<String>) {
    self.secrets = secrets
    longSecrets = secrets.map { Array($0.unicodeScalars) }.filter { $0.count >= 6 }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  func redacted(value: String) -> String { secrets.contains(value) ? Redactor.replacement : redacted(text: value) }

  /// Nothing of the line that matched but its place, its signature and its redacted text.
  func redacted(_ evidence: Diagnosis.Evidence) -> Diagnosis.Evidence {
    Diagnosis.Evidence(
      line: evidence.line, column: evidence.column, occurrences: evidence.occurrences,
      text: redacted(text: String(scalars: VisibleLine(evidence.text).scalars)), textColumn: evidence.textColumn,
      signature: evidence.signature, spans: [])
  }

  private func redacted(text: String) -> String {
    var scalars = Array(Redactor.redacted(text).unicodeScalars)
    for secret in longSecrets where scalars.count >= secret.count { scalars = scalars.replacing(secret, with: Redactor.replacement) }
    return String(scalars: scalars)
  }
}

extension [Unicode.Scalar] {
  fileprivate func replacing(_ part: [Unicode.Scalar], with replacement: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var position = 0
    while position < count {
      if self[position] == part[0], self[position...].starts(with: part) {
        result += replacement.unicodeScalars
        position += part.count
      } else {
        result.append(self[position])
        position += 1
      }
    }
    return result
  }
}
