import Decoding

extension MarkdownText {
  static func link(_ text: String, to address: String?) -> String {
    guard let address else { return inert(text) }
    return "[\(inert(text))](\(destination(address)))"
  }

  /// An entry's text, which is a writer's, with the reader's values in it as code: there nothing is markup, a mention or a link.
  static func filled(_ text: String, of entry: IndexedEntry, with values: FillValues) -> String {
    TextTemplate(text, captures: entry.captureNames).pieces.map { piece in
      switch piece {
      case .literal(let text): inert(text)
      case .placeholder(let name): values.merged[name].map(code) ?? inert("{\(name)}")
      }
    }.joined()
  }
}
