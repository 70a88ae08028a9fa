import Decoding

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `decode --ndjson`: a line with a text in, a line with its answer out, in order, whatever the line holds.
struct RecordFilter {
  private let decoder: ErrorDecoder
  private let options: DecodeOptions

  init(decoder: ErrorDecoder, options: DecodeOptions) {
    (self.decoder, self.options) = (decoder, options)
  }

  /// A longer line is answered with an error, so that memory stays bounded.
  static let longestLine = 16 << 20

  /// - Returns: 0 when every line could be read, 2 when one could not.
  func status() throws -> Int32 {
    var lines = LineReader(descriptor: try Input.open(file: options.file), path: options.file ?? "standard input", limit: Self.longestLine)
    var output: [UInt8] = []
    var status: Int32 = 0
    var number = 0
    while true {
      // Who waits for more gets what there is; who does not, gets it in larger parts.
      if output.count >= 1 << 16 || !lines.hasMore {
        Stream.standardOutput.write(output)
        output.removeAll(keepingCapacity: true)
      }
      guard let line = try lines.next() else { break }
      number += 1
      do throws(TextRecord.Failure) {
        output += try answer(to: line)
      } catch {
        status = 2
        output += Self.failure("line \(number): \(error)").bytes
      }
      output.append(0x0A)
    }
    Stream.standardOutput.write(output)
    return status
  }

  private func answer(to line: LineReader.Line) throws(TextRecord.Failure) -> [UInt8] {
    switch line {
    case .tooLong: throw TextRecord.Failure(description: "longer than 16 MiB")
    case .bytes(let bytes):
      let text = try TextRecord.text(inLine: bytes)
      do throws(IndexFailure) {
        var answer = try decoder.decode(text)
        if let top = options.top { answer.diagnoses = Array(answer.diagnoses.prefix(top)) }
        return answer.json(siteURL: decoder.tables.site.url, system: options.system).bytes
      } catch {
        throw TextRecord.Failure(description: "the index: \(error)")
      }
    }
  }

  /// An answer in every other respect, so that readers need no second form.
  private static func failure(_ message: String) -> JSONValue {
    .object([
      ("schema", .int(SearchIndex.schema)), ("matched", .bool(false)), ("diagnoses", .array([])), ("nearest", .array([])),
      ("error", .string(message)),
    ])
  }
}

/// Reads lines from a descriptor, each at once when it is there.
struct LineReader {
  enum Line {
    case bytes([UInt8])
    /// Passed over.
    case tooLong
  }

  let descriptor: Int32
  let path: String
  let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  init(descriptor: Int32, path: String, limit: Int) { (self.descriptor, self.path, self.limit) = (descriptor, path, limit) }

  /// Whether the next line, or a part of it, is there without waiting.
  var hasMore: Bool {
    if start < buffer.count || hasEnded { return true }
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  /// The next line without its end; nil after the last.
  mutating func next() throws -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return isTooLong || end - start > limit ? .tooLong : .bytes(Array(buffer[start..<end]))
      }
      if hasEnded {
        defer { start = buffer.count }
        if isTooLong { return .tooLong }
        return start < buffer.count ? .bytes(Array(buffer[start...])) : nil
      }
      if buffer.count - start > limit {
        isTooLong = true
        start = buffer.count
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      let part = try Input.chunk(from: descriptor, path: path)
      hasEnded = part.isEmpty
      buffer += part
    }
  }
}
