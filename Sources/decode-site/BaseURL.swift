import ArgumentParser

/// The address a site is served at: absolute, `http` or `https`, ending in `/`.
struct BaseURL {
  let text: String

  /// - Throws: `ValidationError` when `argument` is no such address; a missing final `/` is added.
  init(_ argument: String) throws {
    let scheme = ["https://", "http://"].first { argument.lowercased().hasPrefix($0) }
    let isClean = argument.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && !"\"<>\\^`{|}?#".unicodeScalars.contains($0) }
    guard let scheme, isClean, let host = argument.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false).first,
      !host.isEmpty
    else { throw ValidationError("'\(argument)' is no address of a site: give one like https://example.com/errors/") }
    text = argument.hasSuffix("/") ? argument : argument + "/"
  }
}
