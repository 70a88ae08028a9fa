/// Four bytes of a pattern's fixed text that a line must hold for the pattern to fit there.
struct Gram: Equatable {
  static let length = 4

  /// The bytes in lower case, the first one lowest.
  let value: UInt32
  /// The folded scalars of the literal or alternative they are taken from, and where in it they stand.
  let literal: [Unicode.Scalar]
  let offset: Int

  /// What a scan sets in four bytes, and in eight: the bits that make capitals small.
  static let caseBits: UInt32 = 0x2020_2020
  static let caseBitsTwice: UInt64 = 0x2020_2020_2020_2020
}

/// Chooses the grams by which a scan finds the lines worth a closer look.
///
/// A gram holds no blank, quote, slash, backslash or bracket, and nothing but ASCII: what normalising may change or a tool may escape.
/// Rare ones are chosen, as every false alarm costs time.
struct GramChooser {
  /// How often each gram stands in the fixed texts of all patterns: what many errors say, healthy logs say too.
  private var counts: [UInt32: Int] = [:]

  init(_ patterns: [Signature]) {
    for pattern in patterns {
      for gram in Set(pattern.literals.flatMap { Self.grams(of: $0).map(\.value) }) { counts[gram, default: 0] += 1 }
    }
  }

  /// The gram of a pattern, or one for each alternative where its choices tell it better. Empty when there is none.
  func grams(of pattern: Signature) -> [Gram] {
    let literal = pattern.literals.compactMap(cheapest).min { $0.cost < $1.cost }
    let choice = choiceGrams(of: pattern)
    guard let literal else { return choice?.grams ?? [] }
    guard let choice, choice.cost < literal.cost else { return [literal.gram] }
    return choice.grams
  }

  /// The cheapest choice of which each alternative has a gram.
  private func choiceGrams(of pattern: Signature) -> (grams: [Gram], cost: Int)? {
    let choices = pattern.elements.compactMap { element -> (grams: [Gram], cost: Int)? in
      guard case .choice(let alternatives) = element else { return nil }
      let grams = alternatives.compactMap(cheapest)
      return grams.count == alternatives.count ? (grams.map(\.gram), grams.reduce(0) { $0 + $1.cost }) : nil
    }
    return choices.min { $0.cost < $1.cost }
  }

  /// The gram of a literal that costs least together with the one behind it; one without a neighbour is the last resort.
  private func cheapest(in literal: [Unicode.Scalar]) -> (gram: Gram, cost: Int)? {
    let grams = Self.grams(of: literal)
    let costs = grams.map(cost)
    let sums = grams.indices.map { index in
      let hasNext = index + 1 < grams.count && grams[index + 1].offset == grams[index].offset + 1
      return costs[index] + (hasNext ? costs[index + 1] : 1_000_000_000)
    }
    return sums.indices.min { sums[$0] < sums[$1] }.map { (grams[$0], sums[$0]) }
  }

  /// For a pattern without a gram, its longest stretch that normalising leaves as it is, of any length; empty when there is none.
  static func needle(of pattern: Signature) -> [Unicode.Scalar] {
    let stretches = pattern.literals.flatMap { $0.split { $0.value >= 0x80 || !isKept(UInt8($0.value)) } }
    return stretches.max { $0.count < $1.count }.map(Array.init) ?? []
  }

  /// How often a gram is to be expected in a log: the product of its letters' frequencies, and more for each pattern that holds it.
  private func cost(_ gram: Gram) -> Int {
    var product = 1
    for shift in stride(from: 0, to: 32, by: 8) { product *= Self.frequency(UInt8(truncatingIfNeeded: gram.value >> UInt32(shift))) }
    return product + 3_000_000 * (counts[gram.value] ?? 0) + (Self.common.contains(gram.value) ? 100_000_000 : 0)
  }

  /// Every four neighbouring scalars of a literal that can be a gram.
  static func grams(of literal: [Unicode.Scalar]) -> [Gram] {
    guard literal.count >= Gram.length else { return [] }
    return (0...(literal.count - Gram.length)).compactMap { offset in
      var value: UInt32 = 0
      for index in 0..<Gram.length {
        let scalar = literal[offset + index].value
        guard scalar < 0x80, isUsable(UInt8(scalar)) else { return nil }
        value |= scalar << UInt32(8 * index)
      }
      return Gram(value: value, literal: literal, offset: offset)
    }
  }

  static func isUsable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: true
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

  /// Grams of words that stand on every page of a healthy log.
  private static let common = Set(
    """
    access account accepted address alive authentication available block cache client close closed complete completed configuration
    connect connected connection container data debug default disconnect error exception executor expired failed failure false file
    finished from handler host http https image info init instance invalid java kernel length listen listening local localhost login
    main memory message method module network node null opened org.apache pass password path port process read received registered
    remote request response root running scheduler script seconds server service session shutdown size socket start started starting
    state status stopped storage success system task terminating thread time timed timeout token total true unknown update user
    value version warn warning with worker write
    """.split { $0 == " " || $0 == "\n" }.flatMap { grams(of: Array($0.unicodeScalars)).map(\.value) })

  private static let letters = [
    80, 15, 28, 43, 120, 22, 20, 61, 70, 2, 8, 40, 24, 70, 75, 19, 1, 60, 63, 90, 28, 10, 24, 2, 20, 1,
  ]
}

extension Signature {
  /// The fixed texts between holes, choices and gaps.
  package var literals: [[Unicode.Scalar]] { elements.compactMap { if case .literal(let scalars) = $0 { scalars } else { nil } } }

  /// These and the alternatives of the choices: what may go on in the next line.
  var breakables: [[Unicode.Scalar]] {
    elements.flatMap { element -> [[Unicode.Scalar]] in
      switch element {
      case .literal(let scalars): [scalars]
      case .choice(let alternatives): alternatives
      case .hole, .gap: []
      }
    }
  }
}

extension Signature {
  /// Whether a scan can find the lines that may hold a match by four bytes that stand in them; if not, every line costs time.
  package var isFoundByGram: Bool { !GramChooser([self]).grams(of: self).isEmpty }
}
