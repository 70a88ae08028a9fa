/// Reads forward in a line; each `take` moves on when what it names is there, and says whether it was.
struct PrefixCursor {
  private let scalars: [Unicode.Scalar]
  private let start: Int
  private(set) var position: Int

  init(_ scalars: [Unicode.Scalar], at position: Int) {
    self.scalars = scalars
    start = position
    self.position = position
  }

  var isAtBlank: Bool { position < scalars.count && scalars[position] == " " }

  @discardableResult
  mutating func take(_ text: StaticString) -> Bool {
    let isHere = text.withUTF8Buffer { bytes in
      position + bytes.count <= scalars.count && bytes.indices.allSatisfy { scalars[position + $0].value == UInt32(bytes[$0]) }
    }
    if isHere { position += text.utf8CodeUnitCount }
    return isHere
  }

  /// One or more scalars.
  @discardableResult
  mutating func take(while isMember: (Unicode.Scalar) -> Bool) -> Bool {
    let first = position
    while position < scalars.count, isMember(scalars[position]) { position += 1 }
    return position > first
  }

  @discardableResult
  mutating func takeBlanks() -> Bool { take(while: { $0 == " " }) }

  /// A run of digits whose length is in `count`.
  mutating func takeDigits(_ count: ClosedRange<Int>) -> Bool {
    let first = position
    take(while: \.isDigit)
    return count.contains(position - first)
  }

  /// One of the words, with no letter, digit or `_` behind it.
  mutating func takeWord(of words: [String], ignoringCase: Bool = false) -> Bool {
    for word in words {
      var end = position
      var isHere = true
      for scalar in word.unicodeScalars {
        guard end < scalars.count, (ignoringCase ? scalars[end].folded : scalars[end]) == scalar else {
          isHere = false
          break
        }
        end += 1
      }
      if isHere, end == scalars.count || !scalars[end].isWordScalar {
        position = end
        return true
      }
    }
    return false
  }

  func isUppercase(upTo end: Int) -> Bool { scalars[position..<end].allSatisfy(\.isASCIIUppercase) }

  // MARK: Times

  /// Whether what stands directly before the starting point is the end of a time.
  var followsTime: Bool {
    guard let last = scalars[..<start].lastIndex(where: { $0 != " " }) else { return false }
    return scalars[last].isDigit || scalars[last] == "Z" || scalars[last] == "]"
  }

  /// `2026-11-22T14:33:13.1234567Z `, seven digits and no more or less.
  var isAtRunnerTime: Bool {
    var cursor = self
    guard cursor.takeDateTime(), cursor.isAtBlank else { return false }
    let end = scalars[position..<cursor.position].suffix(9)
    return end.first == "." && end.last == "Z" && end.dropFirst().dropLast().allSatisfy(\.isDigit)
  }

  mutating func takeTime() -> Bool {
    let first = self
    if takeDateTime() { return true }
    self = first
    if takeNamedDateTime() { return true }
    self = first
    if takeApacheTime() { return true }
    self = first
    if takeClock() { return true }
    self = first
    return false
  }

  /// `2026-11-22T14:33:13.123Z`, `2026/11/22 14:33:13`, `2026-11-22 14:33:13,123 +0000`.
  private mutating func takeDateTime() -> Bool {
    guard takeDigits(4...4), take("-") || take("/"), takeDigits(1...2), take("-") || take("/"), takeDigits(1...2) else { return false }
    guard take("T") || takeBlanks() || take("-"), takeClock() else { return false }
    takeZone()
    return true
  }

  /// `Nov 22 14:33:13`, `Sun Nov 22 14:33:13.123456 2026`.
  private mutating func takeNamedDateTime() -> Bool {
    if takeWord(of: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) {
      guard takeBlanks() else { return false }
    }
    guard takeWord(of: Self.months), takeBlanks(), takeDigits(1...2), takeBlanks(), takeClock() else { return false }
    var year = self
    if year.takeBlanks(), year.takeDigits(4...4), !year.isAtLetter { self = year }
    return true
  }

  /// `22/Nov/2026:14:33:13 +0000`.
  private mutating func takeApacheTime() -> Bool {
    guard takeDigits(1...2), take("/"), takeWord(of: Self.months), take("/"), takeDigits(4...4), take(":"), takeClock() else {
      return false
    }
    takeZone()
    return true
  }

  /// `14:33:13`, `14:33:13.123`, `14:33:13,123`.
  mutating func takeClock() -> Bool {
    guard takeDigits(1...2), take(":"), takeDigits(2...2), take(":"), takeDigits(2...2) else { return false }
    var fraction = self
    if fraction.take(".") || fraction.take(","), fraction.takeDigits(1...9) { self = fraction }
    return true
  }

  /// `Z`, `+00:00`, ` +0000`, ` UTC`.
  private mutating func takeZone() {
    if take("Z") { return }
    var zone = self
    zone.takeBlanks()
    if zone.take("+") || zone.take("-"), zone.takeDigits(2...4) {
      if zone.take(":") { _ = zone.takeDigits(2...2) }
      self = zone
    } else if zone.takeWord(of: ["UTC", "GMT"]) {
      self = zone
    }
  }

  private var isAtLetter: Bool { position < scalars.count && scalars[position].isASCIILetter }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
