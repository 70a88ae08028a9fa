import Cataloging

/// The files that pages ask for: those that pages link to under names that change with their bytes, the rest as they are.
struct Assets: Sendable {
  static let stylesheet = "assets/site.css"
  static let icon = "assets/icon.svg"

  /// Runs before the page is drawn, so that nothing moves when it is.
  static let headScript = "assets/head.js"
  static let script = "assets/page.js"
  /// Decodes texts and fills commands.
  static let engine = "assets/decoder.mjs"
  /// The home page's box, and the worker that decodes for it.
  static let box = "assets/box.mjs"
  static let worker = "assets/worker.mjs"
  /// What finds entries, and the dialog that asks it.
  static let search = "assets/search.mjs"
  static let finder = "assets/finder.mjs"

  /// What pages link to.
  static let linked = [stylesheet, icon, headScript, script, engine, box, worker, search, finder]

  /// What keeps the site readable without a network. It is published at the site's root, with a list of files before it.
  static let serviceWorker = "assets/service-worker.js"

  private let files: [SourceFile]

  /// - Parameter files: The linked ones among them.
  init(_ files: [SourceFile]) {
    self.files = files
  }

  /// The assets of a site with these style settings, and where those are that pages link to.
  func placed(style: [(name: String, value: String)]) -> PlacedAssets {
    var outputs: [OutputFile] = []
    var places: [String: String] = [:]
    for file in files where file.path != Self.serviceWorker {
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

  /// `assets/site.css` to `assets/site.<hash>.css`.
  static func fingerprinted(_ path: String, bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    return "\(path[..<dot]).\(fingerprint.text)\(path[dot...])"
  }

  /// The service worker's script, stripped; what it works on is put before it.
  var serviceWorker: [UInt8] { files.first { $0.path == Self.serviceWorker }.map(SourceStripper.stripped) ?? [] }
}

/// The assets' files, and where each of them went.
struct PlacedAssets {
  let files: [OutputFile]
  fileprivate let places: [String: String]

  /// The path of an asset, given the one in the folder of templates.
  func place(of path: String) -> String { places[path] ?? path }
}
