/// `benign/`: output of healthy programs, on which no signature may fire.
///
/// The logs are read by the tests of the content alone: nothing of them enters the index or the site.
public enum BenignLogs {
  static let folder = "benign/"
  static let largest = 1 << 20

  /// The logs that are not too large to be looked at, in the order of the files.
  package static func readable(among files: [SourceFile]) -> [SourceFile] { among(files).filter { $0.bytes.count <= largest } }

  /// The logs among the files of a content folder, in their order.
  public static func among(_ files: [SourceFile]) -> [SourceFile] {
    files.filter { isLog($0.path) }
  }

  /// Findings for what no log is, and for a log that is too large or no text. Markdown may describe the logs.
  static func findings(for files: [SourceFile]) -> [Finding] {
    let files = files.filter { $0.path.hasPrefix(folder) && !$0.path.hasSuffix(".md") }
    return files.compactMap(finding)
  }

  private static func finding(for file: SourceFile) -> Finding? {
    let place = Place(path: file.path, line: 1, column: 1)
    guard isLog(file.path) else {
      return Finding(
        .misplacedFile, place: place, message: "this file is no healthy log",
        hint: "a log is \(folder)<name>.log; raw text of an error belongs in samples/")
    }
    guard file.bytes.count <= largest else {
      return Finding(
        .logTooLarge, place: place, message: "the log has \(file.bytes.count) bytes, of at most \(largest)",
        hint: "cut it, or make two of it")
    }
    // SourceText would place every line of megabytes that nobody asks about.
    guard String(validating: file.bytes, as: UTF8.self) == nil else { return nil }
    do throws(Finding) {
      _ = try SourceText(file)
      return nil
    } catch {
      return error
    }
  }

  private static func isLog(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && path.hasPrefix(folder) && path.hasSuffix(".log") && parts[1] != ".log"
  }
}
