import Foundation
import Testing

/// `decode-site accuracy`, and the page that shows the same counts.
@Suite struct AccuracyTests {
  let disk = try! TemporaryFolder()

  /// Two areas: one where all is well, one with a sample that another entry answers, one with other values, a counterexample that matches,
  /// and a healthy line that does.
  init() throws {
    try disk.put("title: Test\ndescription: Errors.\n".utf8, at: "content/site.yml")
    try disk.put("fine: { title: Fine, summary: Fine. }\n".utf8, at: "content/areas.yml")
    try disk.put("ready\nall is fine\nthe spin of web-01 failed\nlast line without an end".utf8, at: "content/benign/app.log")
    try Probe.add(to: disk)
    try disk.put(Self.fine.utf8, at: "content/entries/fine/spin.md")
    try disk.edit(Probe.path, replacing: "captures: { host: web-01 }", with: "captures: { host: web-02 }")
    try disk.edit(Probe.path, replacing: "text: \"the quux is upside down\"", with: "text: \"the quux at db is upside down\"")
    try disk.put("the spin of db failed\n\(Probe.sample)".utf8, at: Probe.samplePath)
  }

  private static let fine = """
    ---
    title: Spin
    summary: It failed.
    signatures: [{ match: "the spin of {host} failed" }]
    samples: [{ text: the spin of web-01 failed, captures: { host: web-01 }, source: captured with a spinner of these tests }]
    counterexamples: [{ text: fine }]
    updated: 2000-01-02
    ---

    ## What it looks like
    ## Why it happens
    ## How to fix it
    ## Stop it happening again
    ## FAQ

    """

  private func accuracy(_ arguments: [String] = []) async throws -> Program.Run {
    try await Program.built("decode-site").run(["accuracy"] + arguments, in: disk.path)
  }

  @Test func eachAreaIsCountedAndAllTogether() async throws {
    let expected = """
      area   entries  samples  first  captures  crossed  quiet  false
      fine         1        1      1         1        0      1  25000
      probe        1        2    1/2       1/2        1    2/3      0
      all          2        3    2/3       2/3        1    3/4  25000

      first: samples whose first answer is their entry
      captures: samples whose entry takes the values they say
      crossed: samples whose first answer is another entry
      quiet: counterexamples that do not decode to their entry
      false: answers for every 100,000 lines of healthy logs, of which there are 4

      """
    #expect(try await accuracy() == Program.Run(status: 0, output: expected))
  }

  @Test func jsonHasTheSameCounts() async throws {
    let probe =
      #""entries":1,"samples":2,"first":1,"captures":1,"crossFires":1,"counterexamples":3,"quiet":2,"falsePositives":0,"#
      + #""falsePositivesPer100000":0,"medianMicroseconds":null}"#
    let fine =
      #""entries":1,"samples":1,"first":1,"captures":1,"crossFires":0,"counterexamples":1,"quiet":1,"falsePositives":1,"#
      + #""falsePositivesPer100000":25000,"medianMicroseconds":null}"#
    let all =
      #""entries":2,"samples":3,"first":2,"captures":2,"crossFires":1,"counterexamples":4,"quiet":3,"falsePositives":1,"#
      + #""falsePositivesPer100000":25000,"medianMicroseconds":null}"#
    let expected =
      #"{"schema":1,"healthyLines":4,"areas":[{"area":"fine",\#(fine),{"area":"probe",\#(probe)],"all":{"areas":2,\#(all)}"# + "\n"
    #expect(try await accuracy(["--format", "json"]) == Program.Run(status: 0, output: expected))
  }

  /// One entry more, one sample that is answered now, and one area as it was.
  private func earlier() throws -> String {
    let probe =
      #"{"area":"probe","entries":1,"samples":1,"first":1,"captures":1,"crossFires":0,"counterexamples":3,"quiet":2,"falsePositives":0}"#
    let gone =
      #"{"area":"gone","entries":1,"samples":1,"first":1,"captures":1,"crossFires":0,"counterexamples":0,"quiet":0,"falsePositives":0}"#
    let fine =
      #"{"area":"fine","entries":1,"samples":1,"first":1,"captures":1,"crossFires":0,"counterexamples":1,"quiet":1,"falsePositives":1}"#
    return try disk.put(#"{"schema":1,"healthyLines":4,"areas":[\#(fine),\#(gone),\#(probe)]}"#.utf8, at: "earlier.json")
  }

  @Test func besideEarlierCountsTheDifferencesAreShown() async throws {
    let run = try await accuracy(["--compare", earlier()])
    let expected = """
      area   entries  samples     first  captures  crossed  quiet  false
      gone    0 (−1)   0 (−1)    0 (−1)    0 (−1)        0      0      0
      probe        1   2 (+1)       1/2       1/2   1 (+1)    2/3      0
      all     2 (−1)        3  2/3 (−1)  2/3 (−1)   1 (+1)    3/4  25000

      """
    #expect(run.status == 0 && run.output.hasPrefix(expected), "\(run)")
  }

  @Test func theirMarkdownSaysFirstWhatBecameWorse() async throws {
    let run = try await accuracy(["--format", "markdown", "--compare", earlier()])
    let expected = """
      ### Accuracy

      **Worse than before:**

      - samples that are not answered by their entry first: 1, before 0
      - samples that are answered by another entry: 1, before 0
      - samples that have other captures than they say: 1, before 0

      | area | entries | samples | first | captures | crossed | quiet | false |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      | gone | 0 (−1) | 0 (−1) | 0 (−1) | 0 (−1) | 0 | 0 | 0 |
      | probe | 1 | 2 (+1) | 1/2 | 1/2 | 1 (+1) | 2/3 | 0 |
      | all | 2 (−1) | 3 | 2/3 (−1) | 2/3 (−1) | 1 (+1) | 3/4 | 25000 |

      """
    #expect(run.status == 0 && run.output.hasPrefix(expected), "\(run)")
    try disk.put(try await accuracy(["--format", "json"]).output.utf8, at: "same.json")
    let same = try await accuracy(["--format", "markdown", "--compare", disk.path("same.json")]).output
    #expect(same.hasPrefix("### Accuracy\n\nNothing became worse. Areas without a change are left out.\n\n| area | "))
    #expect(same.contains("| --- |\n| all | 2 | 3 | 2/3 | 2/3 | 1 | 3/4 | 25000 |\n\n<details>"))
    #expect(try await accuracy(["--format", "markdown"]).output.hasPrefix("### Accuracy\n\n| area | entries |"))
  }

  @Test func earlierCountsMustBeSome() async throws {
    try disk.put("{}".utf8, at: "other.json")
    let reason = "does not hold what decode-site accuracy --format json prints"
    let other = try await accuracy(["--compare", "other.json"])
    #expect(other == Program.Run(status: 2, errors: "error: other.json: \(reason)\n"))
    #expect(try await accuracy(["--compare", "none.json"]) == Program.Run(status: 2, errors: "error: none.json: cannot be read\n"))
    #expect(try await accuracy(["--compare", "other.json", "--format", "json"]).status == 64)
  }

  @Test func timesStandInAColumnOfTheirOwn() async throws {
    let run = try await accuracy(["--times"])
    #expect(run.output.hasPrefix("area   entries  samples  first  captures  crossed  quiet  false  "))
    #expect(run.output.firstMatch(of: #/\nall  .*25000 +\d+ µs\n/#) != nil, "\(run.output)")
  }

  /// A site is only built when every entry is right.
  @Test func thePageShowsTheCountsOfGoodContentAndNoTimes() async throws {
    try disk.put("ready\nall is fine\n".utf8, at: "content/benign/app.log")
    try disk.edit(Probe.path, replacing: "captures: { host: web-02 }", with: "captures: { host: web-01 }")
    try disk.edit(Probe.path, replacing: "text: \"the quux at db is upside down\"", with: "text: \"the quux is upside down\"")
    try disk.put(Probe.sample.utf8, at: Probe.samplePath)
    let built = try await Program.built("decode-site").run(["build"], in: disk.path)
    #expect(built.status == 0)
    let page = try disk.text(at: "site/accuracy/index.html")
    let row = "<td>1</td><td>2</td><td>2</td><td>2</td><td>0</td><td>3</td><td>3</td><td>0</td></tr>"
    #expect(page.contains("<tr><th scope=\"row\"><a href=\"../areas/probe/\">Probes</a></th>\(row)"), "\(page)")
    #expect(page.contains("<tr><th scope=\"row\">All</th><td>2</td>"))
    #expect(!page.contains("µs"))
    #expect(try disk.text(at: "site/index.html").contains("<a href=\"./accuracy/\">Accuracy</a>"))
  }

  @Test func withoutHealthyLogsThereIsNoRate() async throws {
    try disk.remove("content/benign")
    #expect(try await accuracy().output.contains("\nall          2        3    2/3       2/3        1    3/4      –\n"))
  }

  @Test func contentWithErrorsIsNotCounted() async throws {
    try disk.edit(Probe.path, replacing: "role: cause", with: "role: couse")
    let run = try await accuracy()
    #expect(run == Program.Run(status: 1, errors: run.errors))
    #expect(run.errors.hasSuffix("1 error: nothing was counted\n"))
  }
}
