import Cataloging

/// The form of a record on the disk: a line that names it, the site's folder in a line, the fields, and a digest of all that.
extension BuildRecord {
  private static let name = "decode-site build record 1"

  /// - Parameter site: The real path of the site's folder.
  func bytes(of site: String) -> [UInt8] {
    var writer = RecordWriter(head: "\(Self.name)\n\(site)\n")
    writer.add(program)
    writer.add(request)
    writer.add(day)
    writer.add(notes)
    writer.add(entryCount)
    writer.add(inputs.count)
    for folder in inputs {
      writer.add(folder.count)
      for input in folder {
        writer.add(input.path)
        writer.add(input.digest)
        writer.add(input.stamp)
      }
    }
    writer.add(outputs.count)
    for file in outputs {
      writer.add(file.path)
      writer.add(file.key)
      writer.add(file.stamp)
    }
    return writer.finished
  }

  /// - Returns: nil for what is damaged, of another form or of another site.
  init?(bytes: [UInt8], of site: String) {
    guard var reader = RecordReader(bytes, head: "\(Self.name)\n\(site)\n") else { return nil }
    guard let program = reader.digest(), let request = reader.digest(), let day = reader.text(), let notes = reader.text(),
      let entryCount = reader.number(), let folderCount = reader.count()
    else { return nil }
    var inputs: [[Input]] = []
    for _ in 0..<folderCount {
      guard let count = reader.count() else { return nil }
      var folder: [Input] = []
      for _ in 0..<count {
        guard let path = reader.text(), let digest = reader.digest(), let stamp = reader.stamp() else { return nil }
        folder.append(Input(path: path, digest: digest, stamp: stamp))
      }
      inputs.append(folder)
    }
    guard let count = reader.count() else { return nil }
    var outputs: [WrittenFile] = []
    for _ in 0..<count {
      guard let path = reader.text(), let key = reader.digest(), let stamp = reader.stamp() else { return nil }
      outputs.append(WrittenFile(path: path, key: key, stamp: stamp))
    }
    self.init(
      program: program, request: request, day: day, notes: notes, entryCount: entryCount, inputs: inputs, outputs: outputs)
  }

  /// The site's folder that a file's first bytes name; nil when they are no record's.
  static func site(inHead bytes: some Collection<UInt8>) -> String? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, String(decoding: lines[0], as: UTF8.self) == name else { return nil }
    return String(decoding: lines[1], as: UTF8.self)
  }
}

private struct RecordWriter {
  private var bytes: [UInt8]

  init(head: String) { bytes = Array(head.utf8) }

  mutating func add(_ number: Int) { withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0 } }

  mutating func add(_ digest: Digest) {
    add(Int(bitPattern: UInt(digest.high)))
    add(Int(bitPattern: UInt(digest.low)))
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ stamp: FileStamp?) {
    let numbers = stamp.map { [$0.device, $0.inode, $0.size, $0.modified, $0.changed] } ?? []
    add(numbers.count)
    for number in numbers { add(number) }
  }

  var finished: [UInt8] {
    var writer = self
    writer.add(Digest(of: bytes))
    return writer.bytes
  }
}

private struct RecordReader {
  private let bytes: [UInt8]
  private var position: Int

  init?(_ bytes: [UInt8], head: String) {
    guard bytes.count >= head.utf8.count + 16, bytes.starts(with: head.utf8) else { return nil }
    self.bytes = bytes
    position = bytes.count - 16
    guard let digest = digest(), digest == Digest(of: Array(bytes.dropLast(16))) else { return nil }
    position = head.utf8.count
  }

  mutating func number() -> Int? {
    guard position + 8 <= bytes.count else { return nil }
    defer { position += 8 }
    return bytes.withUnsafeBytes { Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Int64.self))) }
  }

  /// A number of things, each of which takes a byte at least.
  mutating func count() -> Int? { number().flatMap { (0...bytes.count).contains($0) ? $0 : nil } }

  mutating func digest() -> Digest? {
    guard let high = number(), let low = number() else { return nil }
    return Digest(high: UInt64(bitPattern: Int64(high)), low: UInt64(bitPattern: Int64(low)))
  }

  mutating func text() -> String? {
    guard let count = count(), position + count <= bytes.count else { return nil }
    defer { position += count }
    return String(validating: bytes[position..<(position + count)], as: UTF8.self)
  }

  /// - Returns: nil for none of either kind; `.some(nil)` for a stamp that is not known.
  mutating func stamp() -> FileStamp?? {
    guard let count = number() else { return nil }
    if count == 0 { return .some(nil) }
    guard count == 5, let device = number(), let inode = number(), let size = number(), let modified = number(), let changed = number()
    else { return nil }
    return FileStamp(device: device, inode: inode, size: size, modified: modified, changed: changed)
  }
}
