import Decoding

/// Reads the destination of a link as a writer wrote it.
struct LinkResolver {
  enum Resolution: Equatable {
    /// Leads out of the site; kept as it is.
    case external
    /// Leads to a page of the site: its address (`/errors/<slug>/#anchor`), and what must exist for that.
    case page(address: String, target: Mention.Target)
    case broken(rule: CatalogRule, message: String, hint: String)
  }

  /// The folder of the entry, `entries/<area>`, and its slug.
  let folder: String
  let slug: String

  func resolve(_ destination: String) -> Resolution {
    if destination.hasPrefix("//") { return unsafe(destination) }
    if let scheme = scheme(of: destination) {
      return ["http", "https", "mailto"].contains(scheme) ? .external : unsafe(destination)
    }
    let bytes = destination.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let path = destination[..<(hash ?? bytes.endIndex)]
    let anchor = hash.map { String(destination[bytes.index(after: $0)...]) }
    if path.isEmpty {
      guard let anchor, !anchor.isEmpty else { return dead(destination) }
      return entry(slug, path: nil, anchor: anchor)
    }
    return path.utf8.first == UInt8(ascii: "/") ? page(path, anchor: anchor, destination) : file(path, anchor: anchor, destination)
  }

  private func page(_ path: Substring, anchor: String?, _ destination: String) -> Resolution {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard parts.count == 2, Slug(parts[1]) != nil else { return dead(destination) }
    return switch parts[0] {
    case "errors": entry(parts[1], path: nil, anchor: anchor)
    case "areas" where anchor == nil: .page(address: "/areas/\(parts[1])/", target: .area(parts[1]))
    case "conditions" where anchor == nil: .page(address: "/conditions/\(parts[1])/", target: .condition(parts[1]))
    default: dead(destination)
    }
  }

  private func file(_ path: Substring, anchor: String?, _ destination: String) -> Resolution {
    var folders = folder.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map({ String(Substring($0)) }) {
      switch part {
      case ".": continue
      case "..":
        guard folders.popLast() != nil else { return dead(destination) }
      default: folders.append(part)
      }
    }
    guard folders.count == 3, folders[0] == "entries", folders[2].hasSuffix(".md") else { return dead(destination) }
    return entry(String(folders[2].dropLast(3)), path: folders.joined(separator: "/"), anchor: anchor)
  }

  private func entry(_ slug: String, path: String?, anchor: String?) -> Resolution {
    .page(
      address: "/errors/\(slug)/" + (anchor.map { "#\($0)" } ?? ""),
      target: .entry(slug: slug, path: path, anchor: anchor.flatMap { $0.isEmpty ? nil : $0 }))
  }

  private func scheme(of destination: String) -> String? {
    let scheme = destination.utf8.prefix { byte in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCIILetter || scalar.isDigit || scalar == "+" || scalar == "-" || scalar == "."
    }
    guard scheme.endIndex < destination.endIndex, destination.utf8[scheme.endIndex] == UInt8(ascii: ":") else { return nil }
    return Substring(scheme).lowercased()
  }

  private func unsafe(_ destination: String) -> Resolution {
    .broken(
      rule: .unsafeLink, message: "the link '\(destination)' is neither http, https nor mailto",
      hint: "write the address in full: https://…")
  }

  private func dead(_ destination: String) -> Resolution {
    .broken(
      rule: .deadLink, message: "the link '\(destination)' leads to no page of the site",
      hint: "link an entry as ../area/slug.md or /errors/slug/, another site as https://…")
  }
}
