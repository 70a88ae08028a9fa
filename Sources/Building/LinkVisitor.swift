public import Cataloging

/// Asks servers whether pages are there, with curl.
///
/// First HEAD, then GET where a server will not have that or says that the page is missing. Redirects are followed by hand, as it matters
/// whether they are for good. Some addresses are asked for at a time; each has a limit of time.
public struct LinkVisitor: Sendable {
  /// Whether there is a program to ask with.
  public static var isAvailable: Bool { Program.isInstalled("curl") }

  private let seconds: Int
  private let atOnce: Int

  /// - Parameters:
  ///   - seconds: How long one answer may take.
  ///   - atOnce: How many addresses are asked for side by side.
  public init(seconds: Int = 20, atOnce: Int = 8) {
    (self.seconds, self.atOnce) = (seconds, atOnce)
  }

  /// A page that answers with this many redirects, one after another, is unknown.
  private static let redirectLimit = 8

  /// Where the way from an address has led so far.
  private struct Walk {
    let address: String
    var current: String
    /// The last address that only redirects for good have led to.
    var permanent: String
    var isPermanent = true
    var hops = 0
  }

  /// What became of each address.
  ///
  /// - Throws: when curl cannot be started, or the disk fails.
  public func states(of addresses: [String]) throws(DiskFailure) -> [String: LinkState] {
    let folder = try ScratchFolder(named: "decode-site-links")
    defer { folder.remove() }
    var states: [String: LinkState] = [:]
    var walks = Set(addresses).sorted().map { Walk(address: $0, current: Self.withoutFragment($0), permanent: $0) }
    while !walks.isEmpty {
      let answers = try answers(to: walks.map(\.current), in: folder)
      var further: [Walk] = []
      for (walk, answer) in zip(walks, answers) {
        if let next = Self.next(walk, answer) { further.append(next) } else { states[walk.address] = Self.state(walk, answer) }
      }
      walks = further
    }
    return states
  }

  // MARK: Judging

  private struct Answer {
    /// 0 when there was none.
    var status: Int
    var redirect: String
    /// curl's words for what went wrong.
    var trouble: String
  }

  private static func next(_ walk: Walk, _ answer: Answer) -> Walk? {
    let isWeb = answer.redirect.hasPrefix("https://") || answer.redirect.hasPrefix("http://")
    guard (300..<400).contains(answer.status), isWeb, walk.hops < redirectLimit else { return nil }
    var next = walk
    next.hops += 1
    next.current = withoutFragment(answer.redirect)
    next.isPermanent = walk.isPermanent && (answer.status == 301 || answer.status == 308)
    if next.isPermanent { next.permanent = answer.redirect }
    return next
  }

  private static func state(_ walk: Walk, _ answer: Answer) -> LinkState {
    switch answer.status {
    case 404, 410: return .gone(answer.status)
    case 200..<300: break
    case 0: return .unknown(answer.trouble.isEmpty ? "no answer" : answer.trouble)
    case 300..<400: return .unknown(walk.hops >= redirectLimit ? "too many redirects" : "a redirect to nowhere")
    default: return .unknown("the server answers \(answer.status)")
    }
    guard withoutFragment(walk.permanent) != withoutFragment(walk.address) else { return .alive }
    let fragment = walk.address.drop { $0 != "#" }
    return .moved(to: walk.permanent.contains("#") ? walk.permanent : walk.permanent + fragment)
  }

  private static func withoutFragment(_ address: String) -> String { String(address.prefix { $0 != "#" }) }

  // MARK: Asking

  private func answers(to addresses: [String], in folder: ScratchFolder) throws(DiskFailure) -> [Answer] {
    var answers = try run(addresses, isHead: true, in: folder)
    // What does not answer HEAD, or answers it with anything but a page or a redirect, may answer GET.
    let again = answers.indices.filter { !(200..<400).contains(answers[$0].status) && answers[$0].status != 429 }
    for (index, answer) in zip(again, try run(again.map { addresses[$0] }, isHead: false, in: folder)) { answers[index] = answer }
    return answers
  }

  /// One process for all; addresses are handed over in a file, so that none is taken for an option.
  private func run(_ addresses: [String], isHead: Bool, in folder: ScratchFolder) throws(DiskFailure) -> [Answer] {
    guard !addresses.isEmpty else { return [] }
    let name = isHead ? "head" : "get"
    try? Disk.removeFile("\(folder.path)/\(name)")
    let lines = addresses.flatMap { ["url = \"\(Self.escaped($0))\"", "output = \"/dev/null\""] }
    try folder.create(name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    let result = try Program.run(
      "curl",
      [
        "--disable", "--silent", "--globoff", "--proto", "=http,https", "--parallel", "--parallel-max", "\(atOnce)", "--connect-timeout",
        "10",
      ]
        + ["--max-time", "\(seconds)", "--user-agent", "decode-site link check"] + (isHead ? ["--head"] : ["--max-filesize", "100000000"])
        + ["--write-out", #"%{urlnum}\t%{http_code}\t%{redirect_url}\t%{errormsg}\n"#, "--config", "\(folder.path)/\(name)"],
      in: folder)
    var answers = Array(repeating: Answer(status: 0, redirect: "", trouble: ""), count: addresses.count)
    for line in String(decoding: result.output, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let number = Int(fields[0]), answers.indices.contains(number) else { continue }
      // A page that is cut off, or too large to read, is there all the same.
      answers[number] = Answer(status: Int(fields[1]) ?? 0, redirect: fields[2], trouble: fields[3])
    }
    return answers
  }

  /// For curl's quotes.
  private static func escaped(_ address: String) -> String {
    address.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
