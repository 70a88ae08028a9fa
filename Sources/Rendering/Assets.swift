import Cataloging

/// The files that pages ask for: those that pages link to under names that change with their bytes, the rest as they are.
struct Assets: Sendable, Equatable {
  static let stylesheet = "assets/site.css"
  static let icon = "assets/icon.svg"
  /// What a link to the site is shown with elsewhere.
  static let shareImage = "assets/share.png"

  /// Runs before the page is drawn, so that nothing moves when it is.
  static let headScript = "assets/head.js"
  static let script = "assets/page.js"
  /// Fills commands.
  static let engine = "assets/answer.mjs"
  /// The home page's box, and the worker that decodes for it.
  static let box = "assets/box.mjs"
  static let worker = "assets/worker.mjs"
  /// What finds entries, and the dialog that asks it.
  static let search = "assets/search.mjs"
  static let finder = "assets/finder.mjs"

  /// What the worker and the engine import, each behind what it imports itself.
  private static let modules = ["scalars", "normalizer", "decoder", "nearest", "page-index"].map { "assets/\($0).mjs" }

  /// What pages link to, and what that imports, in the order in which it is placed.
  static let linked = modules + [stylesheet, icon, shareImage, headScript, script, engine, box, worker, search, finder]

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
    for file in files.sorted(by: { Self.rank($0) < Self.rank($1) }) where file.path != Self.serviceWorker {
      let source = Self.linking(SourceStripper.stripped(file), in: file.path, to: places)
      let bytes = file.path == Self.stylesheet ? source + Array(Self.rule(for: style).utf8) : source
      let path = Self.linked.contains(file.path) ? Self.fingerprinted(file.path, bytes: bytes) : file.path
      places[file.path] = path
      outputs.append(OutputFile(path: path, bytes: bytes))
    }
    return PlacedAssets(files: outputs, places: places)
  }

  /// What is imported comes first, as its name stands in what imports it.
  private static func rank(_ file: SourceFile) -> Int { linked.firstIndex(of: file.path) ?? linked.count }

  /// A module's source that imports others of its folder, `"./scalars.mjs"`, from where they are placed.
  private static func linking(_ source: [UInt8], in path: String, to places: [String: String]) -> [UInt8] {
    guard path.hasSuffix(".mjs") else { return source }
    let pieces = source.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return Array(pieces.map { linked($0, to: places) ?? $0 }.joined(separator: [UInt8(ascii: "\"")]))
  }

  /// What stands between two quotes, when it is where a module is imported from: `./scalars.<hash>.mjs` for `./scalars.mjs`.
  private static func linked(_ text: ArraySlice<UInt8>, to places: [String: String]) -> ArraySlice<UInt8>? {
    guard text.starts(with: "./".utf8), let place = places["assets/" + String(decoding: text.dropFirst(2), as: UTF8.self)]
    else { return nil }
    return ArraySlice(("./" + (place.split(separator: "/").last ?? "")).utf8)
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
