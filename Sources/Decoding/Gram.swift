/// Four bytes of a pattern's fixed text that a line must hold for the pattern to fit there.
struct Gram: Equatable {
  static let length = 4

  /// The bytes in lower case, the first one lowest.
  let value: UInt32
  /// The folded bytes of the literal or alternative they are taken from, and where in it they stand.
  let literal: [UInt8]
  let offset: Int

  /// What a scan sets in four bytes, and in eight: the bits that make capitals small.
  static let caseBits: UInt32 = 0x2020_2020
  static let caseBitsTwice: UInt64 = 0x2020_2020_2020_2020
}

/// Chooses the grams by which a scan finds the lines worth a closer look.
///
/// A gram holds no blank, quote, slash, backslash or bracket: what normalising may change or a tool may escape. Beyond ASCII, only one scalar
/// stands for another: U+FFFD for whatever is no UTF-8. Rare grams are chosen, as every false alarm costs time.
struct GramChooser {
  /// How often each gram stands in the fixed texts of all patterns: what many errors say, healthy logs say too.
  private var counts: [UInt32: Int] = [:]

  /// - Parameter perform: Looks at patterns side by side; the grams are the same without it.
  init(_ patterns: [Signature], perform: DecodingSession.Performer? = nil) {
    for grams in Portions.map(patterns, perform: perform, Self.sortedGrams) {
      for (index, gram) in grams.enumerated() where index == 0 || gram != grams[index - 1] { counts[gram, default: 0] += 1 }
    }
  }

  /// Of all literals, some perhaps more than once.
  private static func sortedGrams(of pattern: Signature) -> [UInt32] {
    var grams: [UInt32] = []
    for literal in pattern.literals { eachGram(of: literal) { gram, _ in grams.append(gram) } }
    grams.sort()
    return grams
  }

  /// The gram of a pattern, or one for each alternative where its choices tell it better. Empty when there is none.
  func grams(of pattern: Signature) -> [Gram] {
    let literal = pattern.literals.compactMap(cheapest).min { $0.cost < $1.cost }
    let choice = choiceGrams(of: pattern)
    guard let literal else { return choice?.grams ?? [] }
    // Of a choice, more is compared.
    guard let choice, choice.cost <= literal.cost else { return [literal.gram] }
    return choice.grams
  }

  /// The cheapest choice of which each alternative, with the literals beside it, has a gram.
  private func choiceGrams(of pattern: Signature) -> (grams: [Gram], cost: Int)? {
    let literal = { (index: Int) -> [Unicode.Scalar] in
      guard pattern.elements.indices.contains(index), case .literal(let scalars) = pattern.elements[index] else { return [] }
      return scalars
    }
    let choices = pattern.elements.enumerated().compactMap { index, element -> (grams: [Gram], cost: Int)? in
      guard case .choice(let alternatives) = element else { return nil }
      let grams = alternatives.compactMap { cheapest(in: Self.joined([literal(index - 1), $0, literal(index + 1)])) }
      guard grams.count == alternatives.count else { return nil }
      // What all alternatives have in common is found once.
      let costs = Dictionary(grams.map { ($0.gram.value, $0.cost) }) { first, _ in first }
      return (grams.map(\.gram), costs.values.reduce(0, +))
    }
    return choices.min { $0.cost < $1.cost }
  }

  /// Texts as one literal, a run of blanks one blank.
  private static func joined(_ literals: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    literals.reduce(into: []) { whole, literal in whole += whole.last == " " ? literal.drop { $0 == " " } : literal[...] }
  }

  /// The gram of a literal that costs least together with the one behind it; one without a neighbour is the last resort.
  private func cheapest(in literal: [Unicode.Scalar]) -> (gram: Gram, cost: Int)? {
    var cheapest: (value: UInt32, offset: Int, cost: Int)?
    var last: (value: UInt32, offset: Int, cost: Int)?
    func settle(before next: (offset: Int, cost: Int)?) {
      guard let last else { return }
      let neighbour = next.flatMap { $0.offset == last.offset + 1 ? $0.cost : nil } ?? 1_000_000_000
      if last.cost + neighbour < cheapest?.cost ?? .max { cheapest = (last.value, last.offset, last.cost + neighbour) }
    }
    Self.eachGram(of: literal) { gram, offset in
      let cost = cost(gram)
      settle(before: (offset, cost))
      last = (gram, offset, cost)
    }
    settle(before: nil)
    return cheapest.map { (Gram(value: $0.value, literal: Self.utf8(of: literal), offset: $0.offset), $0.cost) }
  }

  /// For a pattern without a gram, its longest stretch that normalising leaves as it is, of any length; empty when there is none.
  static func needle(of pattern: Signature) -> [UInt8] {
    let stretches = pattern.literals.flatMap { $0.split { $0 == replacement || $0.value < 0x80 && !isKept(UInt8($0.value)) } }
    return stretches.map { utf8(of: Array($0)) }.max { $0.count < $1.count } ?? []
  }

  /// How often a gram is to be expected in a log: the product of its letters' frequencies, and more for each pattern that holds it.
  private func cost(_ gram: UInt32) -> Int {
    var product = 1
    for byte in 0..<4 { product *= Self.frequency(UInt8(truncatingIfNeeded: gram >> UInt32(8 * byte))) }
    return product + 3_000_000 * (counts[gram] ?? 0) + (Self.penalties[gram] ?? 0)
  }

  /// Every four neighbouring bytes of a literal that can be a gram.
  static func grams(of literal: [Unicode.Scalar]) -> [Gram] {
    let bytes = utf8(of: literal)
    var grams: [Gram] = []
    eachGram(of: literal) { gram, offset in grams.append(Gram(value: gram, literal: bytes, offset: offset)) }
    return grams
  }

  /// The same as numbers, each with its place among the literal's bytes.
  private static func eachGram(of literal: [Unicode.Scalar], _ body: (_ gram: UInt32, _ offset: Int) -> Void) {
    var gram: UInt32 = 0
    var (end, length) = (0, 0)
    for scalar in literal {
      let isUsable = scalar != replacement && isUsable(scalar.value < 0x80 ? UInt8(scalar.value) : 0x80)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        gram = gram >> 8 | UInt32(byte | 0x20) << 24
        end += 1
        length = isUsable ? length + 1 : 0
        if length >= Gram.length { body(gram, end - Gram.length) }
      }
    }
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  private static func utf8(of scalars: [Unicode.Scalar]) -> [UInt8] { Array(String(scalars: scalars).utf8) }

  /// Whether a byte of a literal can be one of a gram, but for those of U+FFFD.
  static func isUsable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"),
      UInt8(ascii: ";"):
      true
    default: false
    }
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    isUsable(byte)
      || [UInt8(ascii: "$"), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "|")].contains(byte)
  }

  /// Of letters in English text, of digits and signs in logs; per thousand.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: letters[Int(byte) - 0x61]
    case 0x30...0x39, UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-"): 70
    case UInt8(ascii: "="): 20
    default: 8
    }
  }

  private static let letters = [
    80, 15, 28, 43, 120, 22, 20, 61, 70, 2, 8, 40, 24, 70, 75, 19, 1, 60, 63, 90, 28, 10, 24, 2, 20, 1,
  ]
}

extension Signature {
  /// The fixed texts between holes, choices and gaps.
  package var literals: [[Unicode.Scalar]] { elements.compactMap { if case .literal(let scalars) = $0 { scalars } else { nil } } }

  /// These and the alternatives of the choices: what may go on in the next line; and whether nothing comes behind.
  var breakables: [(text: [Unicode.Scalar], isLast: Bool)] {
    elements.enumerated().flatMap { index, element -> [(text: [Unicode.Scalar], isLast: Bool)] in
      let isLast = index == elements.count - 1
      switch element {
      case .literal(let scalars): return [(scalars, isLast)]
      case .choice(let alternatives): return alternatives.map { ($0, isLast) }
      case .hole, .gap: return []
      }
    }
  }
}

extension Signature {
  /// Whether a scan can find the lines that may hold a match by four bytes that stand in them; if not, every line costs time.
  package var isFoundByGram: Bool { !GramChooser([self]).grams(of: self).isEmpty }
}
