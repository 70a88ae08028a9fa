#if canImport(Decoding)
  @testable import Decoding
#endif

/// Hostile values in a command: each is one word of the shell, which stands for exactly the value, or it is not used.
enum FillingTarget {
  static func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let shell = Shell.allCases[input.number(below: Shell.allCases.count)]
    let risk = Risk.allCases[input.number(below: Risk.allCases.count)]
    let values = FillValues(own: ["p": input.line()], examples: ["p": "3000", "q": input.line()])
    let text = String(decoding: input.rest, as: UTF8.self)
    let template = CommandTemplate(text, shell: shell, captures: ["p", "q"])
    let filled = template.filled(with: values, risk: risk)
    try require(filled.pieces.count == template.pieces.count, "a piece for each piece")
    for (piece, source) in zip(filled.pieces, template.pieces) {
      guard case .value(let name, let word, let isOwn) = piece else { continue }
      guard case .placeholder(name, let standing) = source else { throw FuzzFailure(description: "a value for no placeholder") }
      let value = isOwn ? values.own[name] : values.examples[name]
      try require(!word.isEmpty && word.unicodeScalars.first != "-", "a value that is an option")
      try require(!word.unicodeScalars.contains { $0.isControl || $0.isInvisible }, "a value with a control character")
      try require(standing != .forbidden, "a value where none may stand")
      try require(risk != .destroy || word.unicodeScalars.allSatisfy(\.isDigit), "a text in a command that can lose data")
      try require(value.map { $0.unicodeScalars.elementsEqual(unquoted(word, shell)) } ?? false, "\(word) does not stand for its value")
      guard standing == .insideQuotes || shell == .cmd else { continue }
      try require(word.unicodeScalars.allSatisfy { $0.isWordScalar || ".:/\\-".unicodeScalars.contains($0) }, "\(word) needs quotes")
    }
    _ = TextTemplate(text, captures: ["p"]).filled(with: values.merged)
  }

  /// What a shell makes of a word; empty when it is more than one word, or none.
  private static func unquoted(_ word: String, _ shell: Shell) -> [Unicode.Scalar] {
    let scalars = Array(word.unicodeScalars)
    guard scalars.first == "'" else {
      let isPlain = scalars.allSatisfy { $0.isWordScalar || "./:@+,-\\".unicodeScalars.contains($0) }
      return isPlain && (shell == .powershell || shell == .cmd || !scalars.contains("\\")) ? scalars : []
    }
    guard scalars.count > 1, scalars.last == "'" else { return [] }
    let isQuote = { (scalar: Unicode.Scalar) in
      scalar == "'" || (shell == .powershell && (0x2018...0x201B).contains(scalar.value))
    }
    var inner = scalars[1..<(scalars.count - 1)]
    var value: [Unicode.Scalar] = []
    while let scalar = inner.popFirst() {
      if isQuote(scalar) {
        let rest: [Unicode.Scalar] = shell == .powershell ? [scalar] : ["\\", "'", "'"]
        guard inner.starts(with: rest) else { return [] }
        inner = inner.dropFirst(rest.count)
      }
      value.append(scalar)
    }
    return value
  }
}
