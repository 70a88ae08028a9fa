/// Reads one signature, left to right, and stops at the first place that is wrong.
struct SignatureParser {
  /// Longest source and most elements of a signature: both bound the work a line can cost.
  static let limits = (scalars: 1_000, elements: 100)

  private(set) var isAnchoredAtStart = false
  private(set) var isAnchoredAtEnd = false
  private(set) var elements: [SignatureElement] = []

  private let source: [Unicode.Scalar]
  private var position = 0
  private var literal: [Unicode.Scalar] = []
  /// Where each element begins and ends in the source.
  private var places: [Range<Int>] = []
  private var literalStart = 0

  init(_ text: String) { source = Array(text.unicodeScalars) }

  mutating func parse() throws(SignatureFailure) {
    try checkScalars()
    var end = source.count
    if source.first == "^" {
      isAnchoredAtStart = true
      position = 1
      literalStart = 1
    }
    if end > position, source[end - 1] == "$" {
      isAnchoredAtEnd = true
      end -= 1
    }
    while position < end { try parseElement(upTo: end) }
    finishLiteral()
    try checkShape()
  }

  // MARK: Elements

  private mutating func parseElement(upTo end: Int) throws(SignatureFailure) {
    switch source[position] {
    case "{" where isNext("{", upTo: end), "}" where isNext("}", upTo: end):
      appendToLiteral(source[position], consuming: 2)
    case "{":
      try parseBraces(upTo: end)
    case "}":
      throw failure("a closing brace without an opening one", hint: "write }} for a brace that the error prints", at: position)
    default:
      appendToLiteral(source[position], consuming: 1)
    }
  }

  private mutating func parseBraces(upTo end: Int) throws(SignatureFailure) {
    let start = position
    guard let close = source[start..<end].firstIndex(where: { $0 == "}" }) else {
      throw failure("an opening brace without a closing one", hint: "write {{ for a brace that the error prints", at: start)
    }
    let inner = Array(source[(start + 1)..<close])
    if let nested = inner.firstIndex(of: "{") {
      throw failure(
        "a brace inside braces", hint: "write {{ for a brace that the error prints; a choice holds plain text only",
        at: start + 1 + nested)
    }
    let element: SignatureElement
    switch String(scalars: inner) {
    case "^", "$":
      appendToLiteral(inner[0], consuming: 3)
      return
    case "...": element = .gap
    case let text where inner.contains("|"): element = try choice(text, at: start)
    case let text: element = .hole(try hole(text, at: start))
    }
    finishLiteral()
    elements.append(element)
    places.append(start..<(close + 1))
    position = close + 1
    literalStart = position
  }

  private func choice(_ text: String, at start: Int) throws(SignatureFailure) -> SignatureElement {
    let alternatives = text.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map { Self.fold($0) }
    guard Set(alternatives).count == alternatives.count else {
      throw failure(
        "a choice with the same alternative twice", hint: "remove one of them; case and kinds of quotes make no difference",
        at: start, length: text.unicodeScalars.count + 2)
    }
    return .choice(alternatives)
  }

  private func hole(_ text: String, at start: Int) throws(SignatureFailure) -> SignatureHole {
    let length = text.unicodeScalars.count + 2
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    guard CaptureName.isName(name) else {
      throw failure(
        "{\(text)} is neither a hole, a choice nor a gap",
        hint: "a hole is {name:type} with a name of [a-z][a-z0-9_]*, a choice {a|b}, a gap {...}; write {{ for a brace",
        at: start, length: length)
    }
    let own = HoleType(rawValue: name)
    guard parts.count == 2 else {
      guard let own else {
        throw failure(
          "{\(name)} has no type", hint: "write {\(name):type}; the types are \(Self.typeNames)", at: start, length: length)
      }
      return SignatureHole(name: name, type: own)
    }
    guard let type = HoleType(rawValue: parts[1]) else {
      throw failure("'\(parts[1])' is no type of a hole", hint: "the types are \(Self.typeNames)", at: start, length: length)
    }
    if let own, own != type {
      throw failure(
        "a hole named '\(name)' must have the type \(name)", hint: "write {\(name)}, or choose another name",
        at: start, length: length)
    }
    return SignatureHole(name: name, type: type)
  }

  private static let typeNames = HoleType.allCases.map(\.rawValue).joined(separator: ", ")

  // MARK: Literals

  private func isNext(_ scalar: Unicode.Scalar, upTo end: Int) -> Bool { position + 1 < end && source[position + 1] == scalar }

  private mutating func appendToLiteral(_ scalar: Unicode.Scalar, consuming count: Int) {
    literal.append(scalar)
    position += count
  }

  private mutating func finishLiteral() {
    guard !literal.isEmpty else { return }
    elements.append(.literal(Self.fold(literal)))
    places.append(literalStart..<position)
    literal = []
  }

  /// Normalises and case-folds, and makes each run of blanks one blank.
  private static func fold(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars.lazy.map(\.normalized.folded) where scalar != " " || result.last != " " {
      result.append(scalar)
    }
    return result
  }

  // MARK: Limits

  private func checkScalars() throws(SignatureFailure) {
    if source.count > Self.limits.scalars {
      throw failure(
        "a signature of \(source.count) characters", hint: "keep it under \(Self.limits.scalars): only the text that names the error",
        at: Self.limits.scalars, length: source.count - Self.limits.scalars)
    }
    if let index = source.firstIndex(where: { $0.isControl || $0.isInvisible }) {
      let number = String(source[index].value, radix: 16, uppercase: true)
      throw failure(
        "a control or invisible character (U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number))",
        hint: "remove it; a signature is for one line, and blanks match blanks of every kind", at: index)
    }
  }

  private func checkShape() throws(SignatureFailure) {
    guard elements.contains(where: \.isFixedText) else {
      throw failure(
        "no fixed text", hint: "a signature needs words that the program always prints", at: 0, length: source.count)
    }
    if elements.count > Self.limits.elements {
      throw failure(
        "\(elements.count) parts", hint: "keep it under \(Self.limits.elements) literals, holes, choices and gaps",
        at: places[Self.limits.elements].lowerBound)
    }
    for (index, edge) in [(0, "begins"), (elements.count - 1, "ends")] where elements[index] == .gap {
      throw failure("a signature that \(edge) with a gap", hint: "remove {...}: a match may stand anywhere in the line", in: places[index])
    }
    try checkNeighbours()
    try checkBareWord()
  }

  private func checkNeighbours() throws(SignatureFailure) {
    var hasLiteralSinceHole = true
    for (index, element) in elements.enumerated() {
      switch element {
      case .literal: hasLiteralSinceHole = true
      case .choice(let alternatives): hasLiteralSinceHole = hasLiteralSinceHole || alternatives.allSatisfy { !$0.isEmpty }
      case .gap:
        if index > 0, elements[index - 1] == .gap {
          throw failure("two gaps side by side", hint: "one {...} is enough", in: places[index])
        }
      case .hole(let hole):
        if !hasLiteralSinceHole {
          throw failure(
            "two holes without fixed text between them", hint: "put the text that separates them between them", in: places[index])
        }
        if hole.type == .rest, index != elements.count - 1 {
          throw failure("{rest} before the end", hint: "put it last: it takes the rest of the line", in: places[index])
        }
        if hole.type == .quoted, !followsQuote(index) {
          throw failure(
            "a quoted hole without a quote before it", hint: "write the quote that the error prints: '{\(hole.name):quoted}'",
            in: places[index])
        }
        hasLiteralSinceHole = false
      }
    }
  }

  private func followsQuote(_ index: Int) -> Bool {
    guard index > 0, case .literal(let scalars) = elements[index - 1] else { return false }
    return scalars.last?.isQuote == true
  }

  private func checkBareWord() throws(SignatureFailure) {
    guard elements.count == 1, case .literal = elements[0] else { return }
    let word = source[places[0]]
    guard word.allSatisfy({ $0.isWordScalar || $0 == "." || $0 == "-" }) else { return }
    let isDistinctive = word.count >= 8 && word.dropFirst().contains { $0.isASCIIUppercase || $0 == "_" || $0 == "." }
    guard !isDistinctive, !(isAnchoredAtStart && isAnchoredAtEnd) else { return }
    throw failure(
      "one bare word", hint: "add words that stand beside it, or write ^word$ for a line that holds nothing else", in: places[0])
  }

  // MARK: Failures

  private func failure(_ message: String, hint: String, at offset: Int, length: Int = 1) -> SignatureFailure {
    SignatureFailure(message: message, hint: hint, offset: offset, length: max(1, length))
  }

  private func failure(_ message: String, hint: String, in range: Range<Int>) -> SignatureFailure {
    failure(message, hint: hint, at: range.lowerBound, length: range.count)
  }
}

extension SignatureElement {
  /// A literal, or a choice that always takes some text.
  var isFixedText: Bool {
    switch self {
    case .literal(let scalars): scalars.contains { $0 != " " }
    case .choice(let alternatives): alternatives.allSatisfy { !$0.isEmpty }
    case .hole, .gap: false
    }
  }
}

extension Signature {
  /// Whether the whole signature is one word, as in `OOMKilled`: such an entry needs three counterexamples.
  public var isBareWord: Bool {
    guard elements.count == 1, case .literal(let scalars) = elements[0] else { return false }
    return scalars.allSatisfy { $0.isWordScalar || $0 == "." || $0 == "-" }
  }
}
