import ArgumentParser
import Building
import Cataloging

/// `decode-site init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a site of your own.",
    discussion: """
      Writes a folder with the settings of a site, one complete entry to learn from and to replace, and workflows for GitHub that check \
      changes, publish the site and look after it each week. The folder must be new or empty.
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var folder: String

  func validate() throws {
    if folder.isEmpty { throw ValidationError("A folder needs a name.") }
  }

  func run() throws {
    do {
      try ContentWriter.create(StarterSite.files, in: folder)
    } catch {
      StandardError.write("error: \(error)\n")
      throw ExitCode(2)
    }
    let name = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    for file in StarterSite.files { print("\(name)/\(file.path)") }
    print(
      """

      Next: set the title and the address in \(name)/content/site.yml, then

        cd \(name)
        decode-site build
        decode --index site/index.json 'sh: 1: mytool: not found'

      On GitHub, name the repository of decode-site's source in .github/actions/decode-site/action.yml.
      """)
  }
}
