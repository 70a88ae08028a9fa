import ArgumentParser
import Building
import Cataloging
import Decoding
import Foundation
import Reproducing

/// `decode-site reproduce`.
struct Reproduce: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Provoke the errors anew, and see whether their entries still know them.",
    discussion: """
      Runs reproducers/<slug>.sh of the content, each in a temporary folder of its own, without a terminal and with little of the \
      environment. On Linux a script sees no network but the loopback, where the system allows namespaces. Its output must decode to \
      its entry first, whatever else is wrong with the content. A script whose commands are not installed is passed over.

      The scripts are programs: run those only that you would run yourself.

      Exit status: 0 when nothing has changed; 1 when a wording has changed, or a script failed or took too long; 2 when the disk \
      fails; 64 for wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @Argument(help: ArgumentHelp("The entries to take; without any, all that have a script.", valueName: "slug"))
  var slugs: [String] = []

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"), completion: .directory)
  var content = "content"

  @Option(help: ArgumentHelp("How many seconds a script may take.", valueName: "seconds"))
  var timeout = 60

  @Option(help: "How to print what came of it: text, json, or markdown for a report of what needs a look, of no byte when nothing does.")
  var format = Format.text

  func validate() throws {
    if content.isEmpty { throw ValidationError("A folder needs a name.") }
    guard (1...86_400).contains(timeout) else { throw ValidationError("A script takes 1 to 86400 seconds.") }
  }

  func run() throws {
    do {
      try reproduce()
    } catch let failure as DiskFailure {
      StandardError.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }

  private func reproduce() throws {
    let read = try ContentLoader.read(content)
    let isOfScript = { (finding: Finding) in finding.place.path.hasPrefix(Reproducer.folder) }
    let findings = read.findings.filter(isOfScript)
    StandardError.write(FindingReporter.text(findings, sources: read.files, prefix: content.asFolder))
    let chosen = try chosen(among: Reproducer.among(read.files))
    Interruption.watch()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let isolation = try Isolation.best(path: path)
    let reproducing = Reproducing(read.distinctEntries, path: path, isolation: isolation, limit: timeout)
    let printer = ReproductionPrinter(
      terminal: format == .markdown ? Terminal(width: 120, hasColor: false) : .standardOutput, prefix: content.asFolder,
      slugWidth: chosen.map(\.slug.count).max() ?? 0, limit: timeout)
    if format == .text { print(printer.heading(isolation)) }
    var reproductions: [Reproduction] = []
    for reproducer in chosen {
      guard let reproduction = try reproducing.reproduce(reproducer) else { break }
      if format == .text { print(printer.text(of: reproduction)) }
      fflush(nil)
      reproductions.append(reproduction)
    }
    Interruption.follow()
    switch format {
    case .text: print(printer.summary(of: reproductions))
    case .json: print(String(decoding: ReproductionJSON.value(of: reproductions, isolation).bytes, as: UTF8.self))
    case .markdown: print(ReproductionMarkdown.text(of: reproductions, printer: printer), terminator: "")
    }
    if reproductions.contains(where: \.isTrouble) || !findings.isEmpty { throw ExitCode(1) }
  }

  private func chosen(among all: [Reproducer]) throws -> [Reproducer] {
    guard !slugs.isEmpty else { return all }
    for slug in slugs where !all.contains(where: { $0.slug == slug }) {
      let nearest = Suggestion.nearest(to: slug, among: all.map(\.slug)).map { " Did you mean '\($0)'?" }
      throw ValidationError("'\(slug)' has no script \(content.asFolder)\(Reproducer.folder)\(slug).sh.\(nearest ?? "")")
    }
    return all.filter { slugs.contains($0.slug) }
  }
}
