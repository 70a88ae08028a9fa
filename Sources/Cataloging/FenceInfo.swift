import Decoding

/// The info string of a fence: the language, then systems and one risk in any order.
struct FenceInfo: Equatable {
  let language: String
  /// Sorted, without repeats.
  let systems: [System]
  let risk: Risk?

  /// The language when it is a command's; nil for a snippet.
  var shell: Shell? { Shell(rawValue: language) }

  /// A complaint about the info string: the word it is about, or nil for the whole line.
  struct Complaint: Equatable {
    let rule: CatalogRule
    let word: String?
    let message: String
    let hint: String
    /// What the word is meant to be; nil when that is not known.
    var replacement: String?
  }

  static func parse(_ info: String) -> (info: FenceInfo, complaints: [Complaint]) {
    let words = words(of: info)
    var parser = FenceInfoParser(language: words.first ?? "")
    for word in words.dropFirst() { parser.read(word) }
    return parser.finished()
  }

  /// Whether the language is a command's, without a look at what follows it.
  static func isCommand(_ info: String) -> Bool {
    let word = Array(info.utf8).split(maxSplits: 1, whereSeparator: isBlank).first ?? []
    return Shell(rawValue: String(decoding: word, as: UTF8.self)) != nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func words(of info: String) -> [String] {
    Array(info.utf8).split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Names by which writers know the shells elsewhere.
  fileprivate static let otherNames = [
    "shell": "sh", "posix": "sh", "zsh": "bash", "pwsh": "powershell", "ps1": "powershell", "ps": "powershell", "bat": "cmd",
    "batch": "cmd",
    "dos": "cmd", "SH": "sh", "Bash": "bash", "PowerShell": "powershell", "Powershell": "powershell", "CMD": "cmd",
  ]
}

private struct FenceInfoParser {
  let language: String
  private let isCommand: Bool
  /// The shell that the language is another name of.
  private let meant: String?
  var systems: [System] = []
  var risk: Risk?
  var complaints: [FenceInfo.Complaint] = []

  init(language: String) {
    self.language = language
    isCommand = Shell(rawValue: language) != nil
    meant = isCommand ? nil : FenceInfo.otherNames[language]
    if let meant {
      complain(.fenceLanguage, language, "'\(language)' is not the name of a command's language here", "write '\(meant)'", meant)
    }
  }

  mutating func read(_ word: String) {
    if let system = System(rawValue: word) {
      if systems.contains(system) { complain(.fenceWord, word, "the system '\(word)' stands twice", "keep one") }
      systems.append(system)
    } else if let next = Risk(rawValue: word) {
      if let risk {
        complain(.fenceWord, word, "a fence has one risk: this one has '\(risk.rawValue)' and '\(word)'", "keep the greater one")
      }
      risk = max(risk ?? next, next)
    } else {
      let words = System.allCases.map(\.rawValue) + Risk.allCases.map(\.rawValue)
      complain(
        .fenceWord, word, "'\(word)' is neither a system nor a risk", Suggestion.hint(for: word, among: words),
        Suggestion.nearest(to: word, among: words))
    }
  }

  mutating func finished() -> (FenceInfo, [FenceInfo.Complaint]) {
    if isCommand, risk == nil {
      complain(
        .fenceRisk, nil, "this command has no risk",
        "add one word to the fence: look (reads only), change (alters state) or destroy (can lose data)")
    } else if !isCommand, meant == nil, let word = risk?.rawValue ?? systems.first?.rawValue {
      complain(
        .fenceWord, word, "only a command has a risk and systems, and '\(language)' is a snippet",
        "take '\(word)' out, or write \(Shell.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return (FenceInfo(language: language, systems: System.allCases.filter(systems.contains), risk: risk), complaints)
  }

  private mutating func complain(_ rule: CatalogRule, _ word: String?, _ message: String, _ hint: String, _ replacement: String? = nil) {
    complaints.append(FenceInfo.Complaint(rule: rule, word: word, message: message, hint: hint, replacement: replacement))
  }
}
