public import Decoding

/// A script that programs outside of this one look at: `sh -n`, `shellcheck`.
public struct ShellScript: Sendable, Hashable {
  /// `sh` or `bash`.
  public let shell: Shell
  public let text: String
  /// Whether it is a command of an entry, to be read with what stands around it, rather than a whole program.
  public let isFragment: Bool

  public init(shell: Shell, text: String, isFragment: Bool) {
    (self.shell, self.text, self.isFragment) = (shell, text, isFragment)
  }

  /// The name of the program that runs it.
  public var interpreter: String { shell.rawValue }
}

/// What such a program complains of.
public struct ShellComplaint: Sendable, Hashable {
  /// From 1 on, both; the column in Unicode scalars, nil for the whole line.
  public let line: Int
  public let column: Int?
  /// `SC2086`; nil for a script that its shell cannot read.
  public let code: String?
  public let message: String

  public init(line: Int, column: Int?, code: String?, message: String) {
    (self.line, self.column, self.code, self.message) = (line, column, code, message)
  }
}
