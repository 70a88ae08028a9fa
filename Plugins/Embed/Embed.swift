import Foundation
import PackagePlugin

/// Turns a folder into the Swift file that a program carries it in, whenever a file of that folder changes: `content/` for
/// `decode`, `templates/` for `decode-site`.
///
/// Every file is an input by its path *through the target's own folder*, a link to that folder: so the package's graph notices a
/// file that appears, changes, moves or goes. Folders as inputs miss edits, and files outside the target break the build when
/// one is deleted.
@main
struct Embed: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tool = try context.tool(named: "embed").url
    return ["content", "templates"].compactMap { name in
      let link = target.directoryURL.appending(path: name, directoryHint: .isDirectory)
      let folder = link.resolvingSymlinksInPath()
      guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else { return nil }
      let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
      return .buildCommand(
        displayName: "Embedding \(name)/",
        executable: tool,
        arguments: [name, link.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files(in: folder, through: link),
        outputFiles: [output])
    }
  }

  private func files(in folder: URL, through link: URL) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?.compactMap { $0 as? String } ?? []
    return names.sorted().map { link.appending(path: $0) }.filter { url in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
