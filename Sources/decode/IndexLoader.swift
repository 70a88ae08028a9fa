import BuiltInIndex
import Decoding

/// Finds the index to decode with: `--index`, else `DECODE_INDEX`, else the one compiled in.
enum IndexLoader {
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let reason: IndexFailure

    var description: String { "\(path): \(reason)" }
  }

  static func load(file: String?) throws -> ErrorDecoder {
    guard let path = file ?? Stream.environment("DECODE_INDEX") else { return builtIn() }
    let json = try Input.read(path: path)
    do throws(IndexFailure) {
      return try ErrorDecoder(indexJSON: json)
    } catch {
      throw Failure(path: path, reason: error)
    }
  }

  private static func builtIn() -> ErrorDecoder {
    ErrorDecoder(tables: IndexTables(embedded: BuiltInIndex.tables)) { range in
      BuiltInIndex.json.withUTF8Buffer { Array($0[range]) }
    }
  }
}
