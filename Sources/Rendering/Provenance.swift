/// Where a sample is from: words like `captured with Node 20 on Debian 12`, or the address of a page that shows it.
struct Provenance {
  private static let opening = "captured with "

  private let source: String

  init(_ source: String) {
    self.source = source.hasSuffix(".") ? String(source.dropLast()) : source
  }

  /// As the beginning of a sentence.
  var text: String {
    if Address.external(source) != nil { return "As shown at \(Address.text(of: source))" }
    return source.prefix(1).uppercased() + source.dropFirst()
  }

  /// `Node 20 on Debian 12`; nil when the sample was not captured for this entry.
  var capturedWith: String? {
    source.lowercased().hasPrefix(Self.opening) ? String(source.dropFirst(Self.opening.count)) : nil
  }
}
