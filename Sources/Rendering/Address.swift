/// Addresses in links: which are let through, and how they read from a page.
enum Address {
  /// What a link on a page may point to: `http`, `https`, `mailto`, an anchor, or a place in this site, which becomes relative to
  /// the page.
  ///
  /// - Parameter root: The way from the page to the site's root, ending in `/`.
  /// - Returns: nil for everything else: a link with another scheme, to another host without a scheme, or with characters that
  ///   browsers drop or turn round before they look for a scheme.
  static func href(for destination: String, root: String) -> String? {
    let scalars = destination.unicodeScalars
    guard scalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" }), !destination.isEmpty else { return nil }
    let bytes = Array(destination.utf8)
    if bytes.starts(with: "//".utf8) { return nil }
    let destination = encoded(destination)
    if bytes[0] == UInt8(ascii: "/") { return root + destination.dropFirstByte }
    let head = bytes.prefix { ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return destination }
    let scheme = String(decoding: head[..<colon], as: UTF8.self).lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? destination : nil
  }

  /// The address with the signs encoded that none may hold.
  private static func encoded(_ address: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(address.utf8.count)
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"):
        encoded += "%\(String(byte, radix: 16, uppercase: true))".utf8
      default: encoded.append(byte)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// An address outside the site.
  ///
  /// - Returns: nil for anything but `http` and `https`.
  static func external(_ address: String) -> String? {
    let bytes = Array(address.lowercased().utf8)
    guard bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8) else { return nil }
    return href(for: address, root: "")
  }

  /// An address as text: without its scheme, `www.` and a final slash.
  static func text(of address: String) -> String {
    var text = Substring(address)
    for prefix in ["https://", "http://", "www."] where text.lowercased().hasPrefix(prefix) { text = text.dropFirst(prefix.count) }
    return String(text.hasSuffix("/") ? text.dropLast() : text)
  }
}

extension String {
  fileprivate var dropFirstByte: String { String(decoding: utf8.dropFirst(), as: UTF8.self) }
}
