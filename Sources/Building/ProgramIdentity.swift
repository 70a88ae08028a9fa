public import Cataloging

#if canImport(Darwin)
  import Darwin
#endif

/// What tells this program from every other build of it.
public enum ProgramIdentity {
  /// - Parameter parts: What else the program's work hangs on: versions of libraries that it finds when it starts.
  /// - Returns: nil where the program's own file cannot be found.
  public static func digest(with parts: [String]) -> Digest? {
    guard let path, let file = try? Disk.realPath(of: path), let stamp = try? Disk.state(of: file).stamp else { return nil }
    var digester = Digester()
    for number in [stamp.device, stamp.inode, stamp.size, stamp.modified, stamp.changed] { digester.add(number) }
    for part in parts { digester.add(part) }
    return digester.digest
  }

  private static var path: String? {
    #if canImport(Darwin)
      var size = UInt32(4096)
      var name = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&name, &size) == 0 else { return nil }
      return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return "/proc/self/exe"
    #endif
  }
}
