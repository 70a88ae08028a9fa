import Foundation
import PackagePlugin

/// Turns `content/` into the Swift file that `decode` carries its index in, whenever a file of content changes.
///
/// Every file is an input by its path *through the target's own folder*, a link to `content/`: so the package's graph notices a
/// file that appears, changes, moves or goes. Folders as inputs miss edits, and files outside the target break the build when
/// one is deleted.
@main
struct EmbedIndex: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tool = try context.tool(named: "embed-index").url
    let content = target.directoryURL.appending(path: "content", directoryHint: .isDirectory)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedIndex.swift")
    return [
      .buildCommand(
        displayName: "Embedding the index of content/",
        executable: tool,
        arguments: [content.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: files(in: content.resolvingSymlinksInPath(), through: content),
        outputFiles: [output])
    ]
  }

  private func files(in folder: URL, through link: URL) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?.compactMap { $0 as? String } ?? []
    return names.sorted().map { link.appending(path: $0) }.filter { url in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
