import Foundation

/// Memory that was given back to the C library and that it keeps.
enum FreeMemory {
  /// Gives it back to the system, where the C library has a way to (glibc): what is made next is another size, and would come on top.
  static func release() {
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    let trim = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)
    _ = trim(0)
  }
}
