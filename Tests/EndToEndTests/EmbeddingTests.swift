import Foundation
import Testing

/// The index inside `decode` follows the content, with `swift build` alone.
///
/// One flow on one copy of the package, so that it is built from scratch once; that takes minutes on a small machine.
@Suite(.serialized) struct EmbeddingTests {
  let disk = try! TemporaryFolder()

  @Test func everyChangeOfTheContentReachesTheNextBuild() async throws {
    try copyPackage()
    try await build("decode")
    #expect(try await decode(Probe.slug) == "nothing")

    try Probe.add(to: disk, below: "package/")
    try await build("decode")
    #expect(try await decode(Probe.slug) == "The quux at web-01 is upside down. Turn it.")
    #expect(try await decode("app: the quux at example.com is upside down") == "The quux at example.com is upside down. Turn it.")

    try disk.edit("package/\(Probe.path)", replacing: "Turn it.", with: "Turn it over.")
    try await build("decode")
    #expect(try await decode(Probe.slug) == "The quux at web-01 is upside down. Turn it over.")

    try disk.move("package/\(Probe.path)", to: "package/content/entries/probe/renamed-quux.md")
    try await build("decode")
    #expect(try await decode(Probe.slug) == "nothing")
    #expect(try await decode("renamed-quux") == "The quux at web-01 is upside down. Turn it over.")

    try disk.move("package/content/entries/probe/renamed-quux.md", to: "package/\(Probe.path)")
    try disk.edit("package/\(Probe.path)", replacing: "role: cause", with: "role: couse")
    try await brokenContentStopsDecodeAlone()

    for path in [Probe.path, Probe.samplePath] { try disk.remove("package/\(path)") }
    try await build("decode")
    #expect(try await decode(Probe.slug) == "nothing")
    #expect(try await decode("the quux at web-01 is upside down") == "nothing")
  }

  /// The build names the place in the content, and the program that explains it still builds.
  private func brokenContentStopsDecodeAlone() async throws {
    let run = try await swiftBuild("decode")
    #expect(run.status != 0)
    let lines = (run.output + run.errors).split(separator: "\n").map(String.init)
    let finding = "\(Probe.path):3:7: error: there is no role 'couse' [unknown-value]"
    #expect(lines.contains(finding), "\(run.output)\(run.errors)")
    try await build("decode-site")
    let site = try await Program(url: disk.url("scratch/debug/decode-site")).run(["build"], in: disk.path("package"))
    #expect(site.errors.hasPrefix(finding + "\n"))
    #expect(site.status == 1)
  }

  /// What the build needs of the package, and what SwiftPM has fetched for it already, so that it needs no network.
  private func copyPackage() throws {
    for name in ["Package.swift", "Package.resolved", "Plugins", "Sources", "Tests", "content", "templates"] {
      let source = Repository.root.appending(path: name)
      guard name != "Package.resolved" || FileManager.default.fileExists(atPath: source.path(percentEncoded: false)) else { continue }
      try disk.copy(source, to: "package/\(name)")
    }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: disk.path("package/Sources/BuiltInIndex/content")) == "../../content")
    let scratch = try Program.built("decode").url.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let fetched = ["workspace-state.json", "checkouts", "repositories"]
    guard fetched.allSatisfy({ FileManager.default.fileExists(atPath: scratch.appending(path: $0).path(percentEncoded: false)) })
    else { return }
    for name in fetched { try disk.copy(scratch.appending(path: name), to: "scratch/\(name)") }
  }

  private func swiftBuild(_ product: String) async throws -> Program.Run {
    try await Program.installed("swift").run(
      ["build", "--product", product, "--scratch-path", disk.path("scratch")], in: disk.path("package"), limit: 3600)
  }

  private func build(_ product: String) async throws {
    let run = try await swiftBuild(product)
    try #require(run.status == 0, "swift build --product \(product) failed:\n\(run.output)\(run.errors)")
  }

  /// The summary of the first answer, or `nothing`.
  private func decode(_ argument: String) async throws -> String {
    struct Document: Decodable {
      struct Answer: Decodable { let summary: String }
      let diagnoses: [Answer]
    }
    let run = try await Program(url: disk.url("scratch/debug/decode")).run(["--format", "json", argument])
    let answers = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).diagnoses
    #expect(run.status == (answers.isEmpty ? 1 : 0))
    return answers.first?.summary ?? "nothing"
  }
}
