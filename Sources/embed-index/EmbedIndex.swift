import Building
import Cataloging
import Decoding
import Foundation

/// `embed-index CONTENT OUTPUT`: writes the Swift file that `decode` carries its index in.
///
/// Findings go to standard error in the form that build tools show; an error among them fails the build.
@main
enum EmbedIndex {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: embed-index CONTENT OUTPUT", status: 64) }
    let files: [SourceFile]
    do {
      files = try ContentReader.read(arguments[1])
    } catch {
      fail("embed-index: \(error)", status: 2)
    }
    let (catalog, findings) = Catalog.build(files: files)
    if !findings.isEmpty {
      FileHandle.standardError.write(Data(FindingReporter.text(findings, sources: files, prefix: "content/").utf8))
    }
    guard let catalog else { fail("embed-index: content/ has errors; decode-site build shows them alone", status: 1) }
    let json = IndexBuilder.index(of: catalog).json
    try Data(EmbeddedSource.text(json: json, tables: try IndexTables(json: json).encoded).utf8).write(to: URL(filePath: arguments[2]))
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(status)
  }
}

/// The generated source.
enum EmbeddedSource {
  /// Two string literals: an array of bytes of this size would take the compiler a minute.
  static func text(json: [UInt8], tables: [UInt8]) -> String {
    """
    // Generated from content/ when the package is built.

    extension BuiltInIndex {
      /// The bytes of `index.json`.
      public static let json: StaticString = \(literal(json))

      /// The matcher's tables, made from `json`.
      public static let tables: StaticString = \(literal(tables))
    }

    """
  }

  /// A raw literal with more `#` than any run of them in the text.
  private static func literal(_ bytes: [UInt8]) -> String {
    var longest = 0
    var run = 0
    for byte in bytes {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "#", count: longest + 1)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return "\(fence)\"\"\"\n\(lines.joined(separator: "\n"))\n\"\"\"\(fence)"
  }
}
