import ArgumentParser

/// The program `decode-site`.
@main
struct DecodeSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode-site",
    abstract: "Make a website of documented errors, and the index that decodes them.",
    subcommands: [Build.self])
}
