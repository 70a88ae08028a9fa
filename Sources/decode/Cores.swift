import Decoding
import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The machine's cores.
enum Cores {
  /// Searches side by side where there is more than one core.
  static var performer: DecodingSession.Performer? {
    guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return nil }
    return { count, body in DispatchQueue.concurrentPerform(iterations: count, execute: body) }
  }
}
