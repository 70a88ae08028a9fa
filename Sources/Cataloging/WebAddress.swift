import Decoding

/// An absolute address of the web.
enum WebAddress {
  /// Whether a text is `http://` or `https://`, a host, and nothing that would need quoting in HTML or a header.
  static func isValid(_ text: String) -> Bool {
    let scheme = text.lowercased().hasPrefix("https://") ? 8 : text.lowercased().hasPrefix("http://") ? 7 : nil
    guard let scheme else { return false }
    let rest = text.unicodeScalars.dropFirst(scheme)
    let host = rest.prefix { !"/?#".unicodeScalars.contains($0) }
    return !host.isEmpty && host.first != ":" && host.first != "."
      && rest.allSatisfy { $0.value > 0x20 && !$0.isControl && !$0.properties.isWhitespace && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
  }
}
