import ArgumentParser
import Foundation

extension Terminal {
  /// When to show colours; `auto` is on a terminal, unless `NO_COLOR` is set.
  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  static func standardOutput(color: Color) -> Terminal {
    let terminal = standardOutput
    return Terminal(width: terminal.width, hasColor: color == .always || (color == .auto && terminal.hasColor))
  }

  /// Whether standard output is a terminal, which has a width to keep to.
  static var isStandardOutput: Bool { isatty(STDOUT_FILENO) == 1 }
}
