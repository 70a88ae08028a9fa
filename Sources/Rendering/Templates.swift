public import Cataloging
import Mustache

/// The templates and assets that give a site its look, read and compiled.
public struct Templates: Sendable {
  private static let suffix = ".mustache"
  private static let assetFolder = "assets/"

  private let library: MustacheLibrary
  let assets: Assets

  /// Compiles every `.mustache` file and takes what lies in `assets/`; other files are left out.
  ///
  /// - Throws: `TemplateFailure` for the first file, in the order of paths, that is no template, includes a partial that is not
  ///   there, or is missing.
  public init(_ files: [SourceFile]) throws(TemplateFailure) {
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let templates = files.filter { $0.path.hasSuffix(Self.suffix) }
    let names = Set(templates.map { String($0.path.dropLast(Self.suffix.count)) })
    for name in ["entry", "home"] where !names.contains(name) {
      throw TemplateFailure(path: name + Self.suffix, line: nil, message: "there is no such template")
    }
    var library = MustacheLibrary()
    for file in templates {
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        throw TemplateFailure(path: file.path, line: nil, message: "is not UTF-8")
      }
      for (name, line) in PartialTag.all(in: text) where !names.contains(name) {
        throw TemplateFailure(path: file.path, line: line, message: "includes \(name), but there is no \(name)\(Self.suffix)")
      }
      library.register(try Self.template(from: text, path: file.path), named: String(file.path.dropLast(Self.suffix.count)))
    }
    self.library = library
    assets = try Assets(files.filter { $0.path.hasPrefix(Self.assetFolder) })
  }

  /// Fills the template of that name, which `init` has seen to be there.
  func render(_ view: any MustacheParent, with name: String) -> [UInt8] {
    Array((library.render(view, withTemplate: name) ?? "").utf8)
  }

  private static func template(from text: String, path: String) throws(TemplateFailure) -> MustacheTemplate {
    Markup.register()
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(Markup.name)}}\n" + text)
    } catch let failure as MustacheTemplate.ParserError {
      throw TemplateFailure(path: path, line: failure.context.lineNumber - 1, message: message(for: failure.error))
    } catch {
      throw TemplateFailure(path: path, line: nil, message: "cannot be read as a template")
    }
  }

  private static func message(for error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "closes a section that is not the one open here"
    case .expectedSectionEnd: "ends before a section is closed"
    case .unfinishedName: "holds a tag that does not end in }}"
    default: "holds a tag that cannot be read"
    }
  }
}

/// Escapes values by scalar, where the templates' own rule goes by `Character`.
private struct Markup: MustacheContentType {
  static let name = "MARKUP"

  private static let registration: Void = MustacheContentTypes.register(Markup(), named: name)

  /// Makes the name known to the template compiler; once is enough.
  static func register() { registration }

  func escapeText(_ text: String) -> String { HTML.escaped(text) }
}
