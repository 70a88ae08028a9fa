import ArgumentParser
import Decoding

/// The program `decode-site`.
@main
struct DecodeSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode-site",
    abstract: "Make a website of documented errors, and the index that decodes them.",
    version: "decode-site \(Release.version) (index schema \(SearchIndex.schema))",
    subcommands: [Build.self, Serve.self, Check.self, New.self, Reproduce.self, Measure.self, Schema.self, Init.self])
}
