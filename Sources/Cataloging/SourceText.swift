import Decoding

/// A file's text as Unicode scalars, with the places of its lines. Offsets count scalars; a byte-order mark is not among them.
///
/// Never changed, and passed on with every question about a place: a class, so that nothing of it is counted but itself.
package final class SourceText: Sendable {
  package let path: String
  package let scalars: [Unicode.Scalar]
  /// The text in UTF-8, as the file has it.
  private let utf8: ArraySlice<UInt8>
  /// Where each line begins. A line ends at LF or CRLF.
  private let lineStarts: [Int]
  /// Whether nothing in it is a control character but TAB and LF, or a scalar that YAML has no place for: true of nearly every file.
  ///
  /// False says nothing.
  let isPlain: Bool

  /// How many bytes a file may have that is read: no writer of ours needs more.
  package static let largest = 1 << 20

  /// Decodes a file.
  ///
  /// - Throws: a finding for a file that is too large, and at the first byte that is not UTF-8.
  convenience init(_ file: SourceFile) throws(Finding) {
    guard file.bytes.count <= Self.largest else {
      throw Finding(
        .fileTooLarge, place: Place(path: file.path, line: 1, column: 1),
        message: "the file has \(file.bytes.count) bytes, of at most \(Self.largest)", hint: "cut it: only what is needed belongs here")
    }
    let bytes = Self.withoutMark(file.bytes)
    let text = bytes.withUnsafeBufferPointer(DecodedText.init)
    self.init(path: file.path, text, of: bytes)
    guard text.byteCount == bytes.count else { throw notUTF8(behind: text.byteCount) }
  }

  /// Decodes a file for showing it: what is not UTF-8 becomes U+FFFD.
  package convenience init(lossy file: SourceFile) {
    var bytes = Self.withoutMark(file.bytes)
    var text = bytes.withUnsafeBufferPointer(DecodedText.init)
    if text.byteCount < bytes.count {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
      text = bytes.withUnsafeBufferPointer(DecodedText.init)
    }
    self.init(path: file.path, text, of: bytes)
  }

  private init(path: String, _ text: DecodedText, of utf8: ArraySlice<UInt8>) {
    self.path = path
    self.utf8 = utf8
    (scalars, lineStarts) = (text.scalars, text.lineStarts)
    isPlain = utf8.withUnsafeBufferPointer { bytes in
      var oddities: UInt8 = 0
      for byte in bytes { oddities |= byte.mayBeginOddScalar }
      return oddities == 0
    }
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  private func notUTF8(behind count: Int) -> Finding {
    Finding(
      .notUTF8, place: place(at: scalars.count),
      message: "the byte \(Self.hexadecimal(utf8[utf8.startIndex + count])) (at offset \(count)) is not UTF-8",
      hint: "save the file as UTF-8; raw bytes belong in a file of samples/")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }

  /// A part of the text in UTF-8.
  func utf8(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let isASCII = utf8.count == scalars.count
    let width = { (range: Range<Int>) in isASCII ? range.count : self.scalars[range].reduce(0) { $0 + UTF8.width($1) } }
    let start = utf8.startIndex + width(0..<range.lowerBound)
    return range.upperBound == scalars.count ? utf8[start...] : utf8[start..<start + width(range)]
  }

  // MARK: Lines

  package var lineCount: Int { lineStarts.count }

  /// The offset at which a line begins, the line counted from 1 and clamped to the text.
  package func start(ofLine line: Int) -> Int { line > lineCount ? scalars.count : lineStarts[max(1, line) - 1] }

  /// The offsets of a line, counted from 1, without its end.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = line < lineCount ? lineStarts[max(1, line)] - 1 : scalars.count
    if line < lineCount, end > start, scalars[end - 1] == "\r" { end -= 1 }
    return start..<max(start, end)
  }

  /// The line that holds an offset, counted from 1.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  // MARK: Places

  package func place(at offset: Int, length: Int = 1) -> Place {
    let line = line(at: offset)
    return Place(path: path, line: line, column: offset - lineStarts[line - 1] + 1, length: max(1, length))
  }

  /// The place of a range; a range over several lines is cut at the end of its first.
  package func place(of range: Range<Int>) -> Place {
    let end = self.range(ofLine: line(at: range.lowerBound)).upperBound
    return place(at: range.lowerBound, length: min(range.upperBound, max(end, range.lowerBound)) - range.lowerBound)
  }

  /// The first line with its indentation left out.
  package func place(ofLine line: Int) -> Place {
    let range = range(ofLine: line)
    let first = range.first { scalars[$0] != " " && scalars[$0] != "\t" } ?? range.lowerBound
    return place(of: first..<range.upperBound)
  }

  /// Where a text stands first at or after an offset, or nil.
  package func firstRange(of needle: some Collection<Unicode.Scalar>, in range: Range<Int>) -> Range<Int>? {
    guard let first = needle.first, needle.count <= range.count else { return nil }
    let count = needle.count
    let match = (range.lowerBound...(range.upperBound - count)).first { start in
      scalars[start] == first && scalars[start..<(start + count)].elementsEqual(needle)
    }
    return match.map { $0..<($0 + count) }
  }
}

extension UInt8 {
  /// 1 when a control character other than TAB and LF may begin with it in UTF-8, or a scalar that YAML has no place for; 0 otherwise.
  ///
  /// A number that is found without branches, so that many bytes are looked at in one step.
  fileprivate var mayBeginOddScalar: UInt8 {
    let isControl: UInt8 = self < 0x20 ? 1 : 0
    let isTab: UInt8 = self == UInt8(ascii: "\t") ? 1 : 0
    let isLineEnd: UInt8 = self == UInt8(ascii: "\n") ? 1 : 0
    let isLead: UInt8 = self == 0x7F ? 1 : self == 0xC2 ? 1 : self == 0xEF ? 1 : 0
    return (isControl ^ isTab ^ isLineEnd) | isLead
  }
}
