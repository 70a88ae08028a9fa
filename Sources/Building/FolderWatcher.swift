import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Wakes who waits when something in some folders may have changed. What changed is for a `FolderContents` to find out, so that nothing is
/// missed when changes come faster than they are told of.
///
/// On Linux the kernel tells of changes; elsewhere, and where it cannot, one who waits is woken every now and then.
public final class FolderWatcher: Sendable {
  /// How long one waits at most, in milliseconds.
  #if os(Linux)
    private static let longest: Int32 = 2_000
  #else
    private static let longest: Int32 = 250
  #endif
  /// How long nothing may have changed before one is woken, and how long one waits for that at most: a save is some changes in a row.
  private static let quiet: Int32 = 4
  private static let patience = 40_000_000

  /// Ends every wait when it is written to.
  private let stopping: (reading: Int32, writing: Int32)
  /// The kernel's; -1 where there is none.
  private let events: Int32
  private let watched = Mutex<Set<String>>([])

  public init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    stopping = (ends[0], ends[1])
    #if os(Linux)
      events = inotify_init1(Int32(0o2_004_000))
    #else
      events = -1
    #endif
  }

  deinit {
    for descriptor in [stopping.reading, stopping.writing, events] where descriptor >= 0 { close(descriptor) }
  }

  /// Watches these folders, each without those in it, and no others.
  ///
  /// - Returns: whether some of them are new, so that what changed in them up to now was not told of.
  @discardableResult
  public func watch(_ folders: [String]) -> Bool {
    watched.withLock { watched in
      let known = watched
      watched = Set(folders)
      #if os(Linux)
        // Half-written files are not told of before they are closed. A folder that is watched already is not watched twice.
        let mask = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
        for folder in folders { _ = inotify_add_watch(events, folder, mask) }
      #endif
      return !watched.isSubset(of: known)
    }
  }

  /// Waits until something may have changed.
  ///
  /// - Returns: false when the watcher was stopped.
  public func wait() -> Bool {
    guard poll(for: Self.longest) else { return false }
    let end = FileStamp.now + Self.patience
    while drain(), FileStamp.now < end {
      guard poll(for: Self.quiet) else { return false }
    }
    return true
  }

  /// Ends every wait, now and later.
  public func stop() { _ = [UInt8(0)].withUnsafeBytes { write(stopping.writing, $0.baseAddress, 1) } }

  /// - Returns: false when the watcher was stopped.
  private func poll(for milliseconds: Int32) -> Bool {
    var descriptors = [pollfd(fd: stopping.reading, events: Int16(POLLIN), revents: 0)]
    if events >= 0 { descriptors.append(pollfd(fd: events, events: Int16(POLLIN), revents: 0)) }
    _ = descriptors.withUnsafeMutableBufferPointer { systemPoll($0.baseAddress, $0.count, milliseconds) }
    return descriptors[0].revents == 0
  }

  /// - Returns: whether there was something to be read.
  private func drain() -> Bool {
    guard events >= 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var hasRead = false
    while read(events, &bytes, bytes.count) > 0 { hasRead = true }
    return hasRead
  }
}

private func systemPoll(_ descriptors: UnsafeMutablePointer<pollfd>?, _ count: Int, _ milliseconds: Int32) -> Int32 {
  poll(descriptors, nfds_t(count), milliseconds)
}
