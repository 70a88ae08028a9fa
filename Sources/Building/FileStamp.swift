#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a file system says of a file's state without its bytes being read. Nobody can set the time of the last change of a file's state,
/// so a file with the same stamp holds the same bytes, once the stamp is settled.
struct FileStamp: Sendable, Hashable {
  let device: Int
  let inode: Int
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int
  /// That of the last change of the file's state, likewise.
  let changed: Int

  /// A file that changes twice within one tick of the file system's clock has one stamp for two states. Longer than a tick of any kernel.
  static let tick = 20_000_000
  /// Of file systems that count whole seconds.
  private static let coarseTick = 2_000_000_000

  /// Whether a change after `time` is certain to show in the stamp.
  ///
  /// - Parameter time: When the stamp was taken, or earlier, in nanoseconds since 1970.
  func isSettled(at time: Int) -> Bool {
    let tick = changed.isMultiple(of: 1_000_000_000) ? Self.coarseTick : Self.tick
    return changed + tick < time
  }

  /// Nanoseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// Waits until the stamps of files that were written before are settled.
  static func waitForTick() { usleep(UInt32(tick / 1000) + 1000) }

  init(_ status: stat) {
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      modified = Self.nanoseconds(status.st_mtimespec)
      changed = Self.nanoseconds(status.st_ctimespec)
    #else
      modified = Self.nanoseconds(status.st_mtim)
      changed = Self.nanoseconds(status.st_ctim)
    #endif
  }

  init(device: Int, inode: Int, size: Int, modified: Int, changed: Int) {
    (self.device, self.inode, self.size, self.modified, self.changed) = (device, inode, size, modified, changed)
  }

  private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec) }
}
