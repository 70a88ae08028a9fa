extension Answer {
  /// The answer to a text as the answer to a longer one that it is the end of.
  ///
  /// - Parameter lines: How many lines stand before the text.
  public func moved(downBy lines: Int) -> Answer {
    guard lines > 0 else { return self }
    var answer = self
    answer.diagnoses = diagnoses.map { diagnosis in
      let evidence = diagnosis.evidence.map { evidence in
        Diagnosis.Evidence(
          line: evidence.line + lines, column: evidence.column, occurrences: evidence.occurrences, text: evidence.text,
          textColumn: evidence.textColumn,
          signature: evidence.signature,
          spans: evidence.spans.map { Diagnosis.Evidence.Span(line: $0.line + lines, columns: $0.columns, name: $0.name) })
      }
      return Diagnosis(entry: diagnosis.entry, evidence: evidence, captures: diagnosis.captures, wraps: diagnosis.wraps)
    }
    return answer
  }
}
