import Decoding
import Dispatch

/// The machine's cores.
enum Cores {
  /// Does things side by side.
  static let performer: DecodingSession.Performer = { count, body in DispatchQueue.concurrentPerform(iterations: count, execute: body) }
}
