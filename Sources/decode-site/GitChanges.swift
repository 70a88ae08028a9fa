import Cataloging
import Foundation

/// Why git could not tell what has changed.
struct GitFailure: Error, CustomStringConvertible {
  let description: String
}

/// The lines of a folder that differ from a revision of its repository.
struct GitChanges {
  /// By path relative to the folder; nil lines are all of them.
  private let lines: [String: [ClosedRange<Int>]?]

  /// - Throws: `GitFailure` when there is no git, no repository or no such revision.
  init(since revision: String, in folder: String) throws {
    let diff = try Self.git(["diff", "--no-color", "--no-ext-diff", "--unified=0", "--relative", revision, "--", "."], in: folder)
    var lines = Self.lines(ofDiff: diff)
    let new = try Self.git(["ls-files", "-z", "--others", "--exclude-standard", "--", "."], in: folder)
    for path in new.split(separator: "\0") { lines.updateValue(nil, forKey: String(path)) }
    self.lines = lines
  }

  /// Whether a place is on a line that was added or changed.
  func holds(_ place: Place) -> Bool {
    guard let ranges = lines[place.path] else { return false }
    return ranges?.contains { $0.contains(place.line) } ?? true
  }

  /// Reads `+++ b/path` and `@@ -1,2 +3,4 @@`.
  static func lines(ofDiff diff: String) -> [String: [ClosedRange<Int>]?] {
    var lines: [String: [ClosedRange<Int>]?] = [:]
    var path: String?
    // What a hunk shows begins with + or -, so none of it is taken for a head.
    for line in diff.split(separator: "\n") {
      if line.hasPrefix("+++ ") {
        path = Self.path(String(line.dropFirst(4)))
      } else if line.hasPrefix("@@ "), let path, let added = line.split(separator: " ").first(where: { $0.hasPrefix("+") }) {
        let numbers = added.dropFirst().split(separator: ",").compactMap { Int($0) }
        guard let first = numbers.first else { continue }
        let count = numbers.count > 1 ? numbers[1] : 1
        guard count > 0 else { continue }
        lines[path, default: []]?.append(first...(first + count - 1))
      }
    }
    return lines
  }

  /// A path as git writes it: quoted like a string of C when it holds odd characters; nil for a file that is gone.
  private static func path(_ text: String) -> String? {
    var text = text.hasSuffix("\t") ? String(text.dropLast()) : text
    if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 { text = unquoted(text.dropFirst().dropLast()) }
    return text.hasPrefix("b/") ? String(text.dropFirst(2)) : nil
  }

  private static func unquoted(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        let digits = [next] + rest.prefix(2)
        rest = rest.dropFirst(2)
        bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1) - 0x30 }))
      default: bytes.append(next)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func git(_ arguments: [String], in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-c", "core.quotePath=false", "-C", folder] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw GitFailure(description: "git cannot be run") }
    // git says little on its errors' side, so that reading one pipe after the other never blocks it.
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GitFailure(description: "git: " + (complaint.split(separator: "\n").first.map(String.init) ?? "failed"))
    }
    return text
  }
}
