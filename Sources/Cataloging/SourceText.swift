import Decoding

/// A file's text as Unicode scalars, with the places of its lines. Offsets count scalars; a byte-order mark is not among them.
package struct SourceText: Sendable {
  package let path: String
  package let scalars: [Unicode.Scalar]
  /// Where each line begins. A line ends at LF or CRLF.
  private let lineStarts: [Int]

  /// How many bytes a file may have that is read: no writer of ours needs more.
  package static let largest = 1 << 20

  /// Decodes a file.
  ///
  /// - Throws: a finding for a file that is too large, and at the first byte that is not UTF-8.
  init(_ file: SourceFile) throws(Finding) {
    guard file.bytes.count <= Self.largest else {
      throw Finding(
        .fileTooLarge, place: Place(path: file.path, line: 1, column: 1),
        message: "the file has \(file.bytes.count) bytes, of at most \(Self.largest)", hint: "cut it: only what is needed belongs here")
    }
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.notUTF8(bytes, path: file.path) }
    self.init(path: file.path, scalars: Array(text.unicodeScalars))
  }

  /// Decodes a file for showing it: what is not UTF-8 becomes U+FFFD.
  package init(lossy file: SourceFile) {
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
    self.init(path: file.path, scalars: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
  }

  private init(path: String, scalars: [Unicode.Scalar]) {
    self.path = path
    self.scalars = scalars
    lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  private static func notUTF8(_ bytes: ArraySlice<UInt8>, path: String) -> Finding {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var scalars: [Unicode.Scalar] = []
    var count = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        scalars.append(scalar)
        count += UTF8.width(scalar)
      case .emptyInput, .error: break decoding
      }
    }
    let place = SourceText(path: path, scalars: scalars).place(at: scalars.count)
    let byte = count < bytes.count ? bytes[bytes.startIndex + count] : 0
    return Finding(
      .notUTF8, place: place, message: "the byte \(hexadecimal(byte)) (at offset \(count)) is not UTF-8",
      hint: "save the file as UTF-8; raw bytes belong in a file of samples/")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
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
