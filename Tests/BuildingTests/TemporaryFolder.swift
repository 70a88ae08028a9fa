import Cataloging
import Foundation

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory().appending("/building-\(UUID().uuidString)").replacing("//", with: "/")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it.
  func put(_ text: String, at relative: String) throws {
    let place = "\(path)/\(relative)"
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: place))
  }

  func makeFolder(at relative: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(relative)", withIntermediateDirectories: true)
  }

  func link(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(relative)", withDestinationPath: target)
  }

  /// Every file below `relative` with its text, links as `-> target`, empty folders with a final slash.
  func tree(at relative: String = ".") throws -> [String: String] {
    let root = relative == "." ? path : "\(path)/\(relative)"
    var tree: [String: String] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let place = "\(root)/\(item)"
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place) {
        tree[item] = "-> \(target)"
        continue
      }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
      if isFolder.boolValue {
        if try FileManager.default.contentsOfDirectory(atPath: place).isEmpty { tree["\(item)/"] = "" }
      } else {
        tree[item] = String(decoding: try Data(contentsOf: URL(fileURLWithPath: place)), as: UTF8.self)
      }
    }
    return tree
  }

  /// Inode and time of the last change of every file and folder below `relative`, and of `relative` itself.
  func stamps(at relative: String) throws -> [String: [String]] {
    var stamps: [String: [String]] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(relative)") + ["."] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(relative)/\(item)")
      stamps[item] = ["\(attributes[.systemFileNumber]!)", "\((attributes[.modificationDate] as! Date).timeIntervalSince1970)"]
    }
    return stamps
  }
}

func output(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }
