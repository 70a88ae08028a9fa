/// Values for placeholders, and where each came from.
public struct FillValues: Sendable, Equatable {
  /// Taken from the reader's own text, or given by the reader.
  public var own: [String: String]
  /// From the entry's samples, used where the reader's text has none.
  public var examples: [String: String]

  public init(own: [String: String], examples: [String: String]) {
    self.own = own
    self.examples = examples
  }

  /// What prose shows: the reader's value, else the example.
  public var merged: [String: String] { examples.merging(own) { $1 } }
}

/// A command with its placeholders replaced.
public struct FilledCommand: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case literal(String)
    /// A filled placeholder: its name, the text that stands in the command (quoted), and whether it is the reader's own value.
    case value(name: String, text: String, isOwn: Bool)
  }

  public let pieces: [Piece]

  /// The command as one text.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .literal(let text), .value(_, let text, _): text
      }
    }.joined()
  }

  /// The names filled with an example, in the order they stand, each once.
  public var assumedNames: [String] {
    var names: [String] = []
    for case .value(let name, _, false) in pieces where !names.contains(name) { names.append(name) }
    return names
  }
}

extension CommandTemplate {
  /// Replaces each placeholder by one word of the shell.
  ///
  /// A value is used only where it is safe: the reader's own, else the example, else the placeholder's name as `<name>`. Never
  /// used are: a value that begins with `-` or holds a control or invisible character; between quotes, anything but
  /// `[0-9A-Za-z.:]`; in `cmd`, anything but `[A-Za-z0-9._:/\-]`; in a command that can lose data, anything but digits.
  public func filled(with values: FillValues, risk: Risk) -> FilledCommand {
    FilledCommand(
      pieces: pieces.map { piece in
        switch piece {
        case .literal(let text):
          return .literal(text)
        case .placeholder(let name, let standing):
          if let own = values.own[name], let word = word(for: own, standing: standing, risk: risk) {
            return .value(name: name, text: word, isOwn: true)
          }
          if let example = values.examples[name], let word = word(for: example, standing: standing, risk: risk) {
            return .value(name: name, text: word, isOwn: false)
          }
          return .literal("<\(name)>")
        }
      })
  }

  private func word(for value: String, standing: Standing, risk: Risk) -> String? {
    let scalars = value.unicodeScalars
    guard standing != .forbidden, !value.isEmpty, scalars.first != "-" else { return nil }
    guard !scalars.contains(where: { $0.isControl || $0.isInvisible || $0.value == 0x2028 || $0.value == 0x2029 }) else { return nil }
    guard risk != .destroy || scalars.allSatisfy(\.isDigit) else { return nil }
    if shell == .cmd {
      // A value that begins with a slash would be a switch.
      return scalars.first != "/" && scalars.allSatisfy(Self.isPlainOnWindows) ? value : nil
    }
    if standing == .insideQuotes {
      return scalars.allSatisfy { $0.isDigit || $0.isASCIILetter || $0 == "." || $0 == ":" } ? value : nil
    }
    return switch shell {
    case .sh, .bash: scalars.allSatisfy(Self.isPlainInPOSIX) ? value : Self.quotedForPOSIX(value)
    case .powershell: scalars.allSatisfy(Self.isPlainOnWindows) ? value : Self.quotedForPowerShell(value)
    case .cmd: nil
    }
  }

  private static func isPlainInPOSIX(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isWordScalar { return true }
    return switch scalar {
    case ".", "/", ":", "@", "+", ",", "-": true
    default: false
    }
  }

  /// What neither PowerShell nor cmd reads anything into.
  private static func isPlainOnWindows(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isWordScalar { return true }
    return switch scalar {
    case ".", "/", ":", "\\", "-": true
    default: false
    }
  }

  /// Between single quotes nothing has a meaning but the single quote itself.
  private static func quotedForPOSIX(_ value: String) -> String {
    "'" + value.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }

  /// PowerShell takes curly single quotes for straight ones; each is doubled.
  private static func quotedForPowerShell(_ value: String) -> String {
    let isQuote = { (scalar: Unicode.Scalar) in scalar == "'" || (0x2018...0x201B).contains(scalar.value) }
    return "'" + value.unicodeScalars.map { isQuote($0) ? "\($0)\($0)" : String($0) }.joined() + "'"
  }
}
