public import Cataloging

/// Fixes to the bytes of a file.
public enum Fixing {
  /// Makes the safe fixes of some findings in a file; of two that touch, the first.
  ///
  /// A byte-order mark, the kind of line ends and everything else stay as they are.
  ///
  /// - Parameter findings: In the order of their places; those of other files are passed over.
  /// - Returns: the file, and the findings that are mended; nil when there is nothing to change.
  public static func mended(_ file: SourceFile, by findings: [Finding]) -> (file: SourceFile, findings: [Finding])? {
    let source = SourceText(lossy: file)
    // What is not UTF-8 cannot be written back as it was.
    guard String(validating: file.bytes, as: UTF8.self) != nil else { return nil }
    var changes: [(range: Range<Int>, text: [Unicode.Scalar], finding: Finding)] = []
    for finding in findings where finding.place.path == file.path {
      guard let fix = finding.fix, fix.isSafe, fix.line <= source.lineCount else { continue }
      let line = source.range(ofLine: fix.line)
      let start = line.lowerBound + fix.column - 1
      guard start + fix.length <= line.upperBound else { continue }
      changes.append((start..<start + fix.length, replacement(fix, in: source), finding))
    }
    changes.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var scalars: [Unicode.Scalar] = []
    var position = 0
    var mended: [Finding] = []
    for change in changes where change.range.lowerBound >= position && (mended.isEmpty || change.range.lowerBound > position) {
      scalars += source.scalars[position..<change.range.lowerBound] + change.text
      position = change.range.upperBound
      mended.append(change.finding)
    }
    scalars += source.scalars[position...]
    let mark: [UInt8] = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    let bytes = mark + Array(String(String.UnicodeScalarView(scalars)).utf8)
    return bytes == file.bytes ? nil : (SourceFile(path: file.path, bytes: bytes), mended)
  }

  /// With line ends of the kind that the file has.
  private static func replacement(_ fix: Fix, in source: SourceText) -> [Unicode.Scalar] {
    let line = source.range(ofLine: fix.line)
    let isCRLF = line.upperBound < source.scalars.count && source.scalars[line.upperBound] == "\r"
    return fix.replacement.unicodeScalars.flatMap { $0 == "\n" && isCRLF ? ["\r", "\n"] : [$0] }
  }
}
