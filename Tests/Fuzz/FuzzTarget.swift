#if canImport(Decoding)
  @testable import Decoding
#endif

/// A part of the engine that must stand any bytes. Each has a file of its own.
enum FuzzTarget: String, CaseIterable {
  case normalizer, signature, matcher, index, decoder, filling, redactor

  /// Runs the part over bytes.
  ///
  /// - Throws: `FuzzFailure` when what comes out breaks a promise.
  func run(_ bytes: [UInt8]) throws {
    switch self {
    case .normalizer: try NormalizerTarget.run(bytes)
    case .signature: try SignatureTarget.run(bytes)
    case .matcher: try MatcherTarget.run(bytes)
    case .index: try IndexTarget.run(bytes)
    case .decoder: try DecoderTarget.run(bytes)
    case .filling: try FillingTarget.run(bytes)
    case .redactor: try RedactorTarget.run(bytes)
    }
  }
}

/// A promise that was broken.
struct FuzzFailure: Error, CustomStringConvertible {
  let description: String
}

func require(_ condition: Bool, _ promise: @autoclosure () -> String) throws {
  if !condition { throw FuzzFailure(description: promise()) }
}

/// Takes numbers and texts off the front of bytes.
struct FuzzInput {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Below a bound; 0 when no byte is left.
  mutating func number(below bound: Int) -> Int { Int(rest.popFirst() ?? 0) % bound }

  /// Up to the next line feed, which is dropped.
  mutating func line() -> String {
    let line = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(line.count + 1)
    return String(decoding: line, as: UTF8.self)
  }
}
