#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A new folder among the system's temporary ones, for what a program leaves behind.
package struct ScratchFolder: Sendable {
  /// Without links in it.
  package let path: String

  package init(named name: String) throws(DiskFailure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0.withoutFinalSlash } ?? "/tmp"
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw DiskFailure(path: parent, message: String(cString: strerror(errno))) }
    path = try Disk.realPath(of: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  package func makeFolder(_ name: String) throws(DiskFailure) { try Disk.makeFolder("\(path)/\(name)") }

  package func create(_ name: String, bytes: [UInt8] = []) throws(DiskFailure) { try Disk.create("\(path)/\(name)", bytes: bytes) }

  package func removeFile(_ name: String) throws(DiskFailure) { try Disk.removeFile("\(path)/\(name)") }

  package func bytes(of name: String) throws(DiskFailure) -> [UInt8] { try Disk.bytes(of: "\(path)/\(name)") }

  /// Removes the folder with whatever is in it by now, as far as that can be removed; a link's target stays.
  package func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    guard let kind = try? Disk.kind(of: path), kind != .missing else { return }
    guard kind == .folder else {
      unlink(path)
      return
    }
    // Go's module cache takes the right to write away from its folders.
    chmod(path, 0o700)
    for name in (try? Disk.names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
