import Building
import Cataloging
import Decoding
import Foundation
import Testing

/// The entries of this repository keep their promises: a sample decodes to its entry, a counterexample does not.
@Suite struct ContentTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardizedFileURL.path()

  static let files = Result { try ContentReader.read(folder) }
  static let built = files.map { Catalog.build(files: $0) }

  private func catalog() throws -> Catalog {
    let (catalog, findings) = try Self.built.get()
    #expect(FindingReporter.text(findings, sources: try Self.files.get(), prefix: "content/") == "")
    return try #require(catalog)
  }

  private func decoder(for catalog: Catalog) throws -> ErrorDecoder { try ErrorDecoder(indexJSON: IndexBuilder.index(of: catalog).json) }

  @Test func `The content has no finding`() throws { #expect(try catalog().entries.isEmpty == false) }

  @Test func `Every sample decodes to its own entry first, with its captures`() throws {
    let catalog = try catalog()
    let decoder = try decoder(for: catalog)
    var count = 0
    for entry in catalog.published {
      for sample in entry.samples {
        let first = try decoder.diagnose(sample.bytes).first
        let place = "\(sample.place.path):\(sample.place.line)"
        #expect(first?.entry.slug == entry.slug.text, "\(place)")
        let captures = Dictionary((first?.captures ?? []).map { ($0.name, $0.value) }) { first, _ in first }
        #expect(captures == sample.captures, "\(place)")
        count += 1
      }
    }
    #expect(count > 0)
  }

  @Test func `No counterexample decodes to its entry`() throws {
    let catalog = try catalog()
    let decoder = try decoder(for: catalog)
    var count = 0
    for entry in catalog.published {
      for counterexample in entry.counterexamples {
        let slugs = try decoder.diagnose(counterexample.bytes).map(\.entry.slug)
        #expect(!slugs.contains(entry.slug.text), "\(counterexample.place.path):\(counterexample.place.line)")
        count += 1
      }
    }
    #expect(count > 0)
  }

  @Test func `Nothing fires on the healthy logs`() throws {
    let decoder = try decoder(for: catalog())
    var fired: [String] = []
    var lineCount = 0
    for log in BenignLogs.among(try Self.files.get()) {
      for diagnosis in try decoder.diagnose(log.bytes) {
        let evidence = try #require(diagnosis.evidence)
        fired.append("\(log.path):\(evidence.line): \(diagnosis.entry.slug), by '\(evidence.signature)': \(evidence.text)")
      }
      lineCount += log.bytes.count { $0 == UInt8(ascii: "\n") }
    }
    #expect(fired == [])
    #expect(lineCount >= 20_000)
  }

  @Test func `Every signature is matched by a sample of its entry`() throws {
    let catalog = try catalog()
    for entry in catalog.published {
      let unsampled = try entry.signatures.filter { signature in
        var alone = IndexBuilder.index(of: catalog).entries.filter { $0.slug == entry.slug.text }
        alone[0].signatures = [signature]
        let index = SearchIndex(site: IndexedSite(title: "", url: nil, content: ""), entries: alone)
        let decoder = try ErrorDecoder(indexJSON: index.json)
        return try entry.samples.allSatisfy { try decoder.diagnose($0.bytes).isEmpty }
      }
      #expect(unsampled.map { $0.lines.map(\.text) } == [], "\(entry.path)")
    }
  }
}
