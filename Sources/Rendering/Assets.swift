import Cataloging

/// The files that pages ask for: those that pages link to under names that change with their bytes, the rest as they are.
struct Assets: Sendable {
  static let stylesheet = "assets/site.css"
  static let icon = "assets/icon.svg"
  /// What a link to the site is shown with elsewhere.
  static let shareImage = "assets/share.png"

  /// Runs before the page is drawn, so that nothing moves when it is.
  static let headScript = "assets/head.js"
  static let script = "assets/page.js"
  /// Decodes texts and fills commands.
  static let engine = "assets/decoder.mjs"
  /// The home page's box, and the worker that decodes for it.
  static let box = "assets/box.mjs"
  static let worker = "assets/worker.mjs"

  /// What pages link to.
  static let linked = [stylesheet, icon, shareImage, headScript, script, engine, box, worker]

  private let files: [SourceFile]

  /// - Parameter files: The linked ones among them.
  init(_ files: [SourceFile]) {
    self.files = files
  }

  /// The assets of a site with these style settings, and where those are that pages link to.
  func placed(style: [(name: String, value: String)]) -> PlacedAssets {
    var outputs: [OutputFile] = []
    var places: [String: String] = [:]
    for file in files {
      let source = SourceStripper.stripped(file)
      let bytes = file.path == Self.stylesheet ? source + Array(Self.rule(for: style).utf8) : source
      let path = Self.linked.contains(file.path) ? Self.fingerprinted(file.path, bytes: bytes) : file.path
      places[file.path] = path
      outputs.append(OutputFile(path: path, bytes: bytes))
    }
    return PlacedAssets(files: outputs, places: places)
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

/// The assets' files, and where each of them went.
struct PlacedAssets {
  let files: [OutputFile]
  fileprivate let places: [String: String]

  /// The path of an asset, given the one in the folder of templates.
  func place(of path: String) -> String { places[path] ?? path }
}
