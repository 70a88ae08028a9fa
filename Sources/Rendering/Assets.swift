import Cataloging

/// The files that pages ask for: the stylesheet and the icon under names that change with their bytes, the rest as they are.
struct Assets: Sendable {
  static let stylesheet = "assets/site.css"
  static let icon = "assets/icon.svg"

  private let files: [SourceFile]

  init(_ files: [SourceFile]) throws(TemplateFailure) {
    for path in [Self.stylesheet, Self.icon] where !files.contains(where: { $0.path == path }) {
      throw TemplateFailure(path: path, line: nil, message: "there is no such file")
    }
    self.files = files
  }

  /// The assets of a site with these style settings, and where the two that pages link to are.
  func placed(style: [(name: String, value: String)]) -> PlacedAssets {
    var outputs: [OutputFile] = []
    var places = (stylesheet: "", icon: "")
    for file in files {
      let bytes = file.path == Self.stylesheet ? file.bytes + Array(Self.rule(for: style).utf8) : file.bytes
      let isLinked = [Self.stylesheet, Self.icon].contains(file.path)
      let path = isLinked ? Self.fingerprinted(file.path, bytes: bytes) : file.path
      if file.path == Self.stylesheet { places.stylesheet = path }
      if file.path == Self.icon { places.icon = path }
      outputs.append(OutputFile(path: path, bytes: bytes))
    }
    return PlacedAssets(files: outputs, stylesheet: places.stylesheet, icon: places.icon)
  }

  /// A rule that sets the site's own properties. It stands in the stylesheet, so that pages need no inline styles, which a strict
  /// security policy refuses.
  private static func rule(for style: [(name: String, value: String)]) -> String {
    style.isEmpty ? "" : "\n:root {\n" + style.map { "  --\($0): \($1);\n" }.joined() + "}\n"
  }

  /// `assets/site.css` to `assets/site.<hash>.css`; the hash is FNV-1a with 64 bits.
  static func fingerprinted(_ path: String, bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<dot]).\(String(repeating: "0", count: 16 - digits.count))\(digits)\(path[dot...])"
  }
}

/// The assets' files, and the paths of the two that every page links to.
struct PlacedAssets {
  let files: [OutputFile]
  let stylesheet: String
  let icon: String
}
