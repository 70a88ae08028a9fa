/// A value of a YAML file, as written: every scalar is a string. Ranges are offsets in the file's `SourceText`.
enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case list([YAMLNode], range: Range<Int>)
  case map([YAMLPair], range: Range<Int>)

  var range: Range<Int> {
    switch self {
    case .scalar(let scalar): scalar.range
    case .list(_, let range), .map(_, let range): range
    }
  }

  /// What it is, in words for a finding.
  var description: String {
    switch self {
    case .scalar: "text"
    case .list: "a list"
    case .map: "a set of keys"
    }
  }
}

package struct YAMLPair: Sendable {
  let key: YAMLScalar
  let value: YAMLNode
}

package struct YAMLScalar: Sendable {
  enum Style: Sendable { case plain, singleQuoted, doubleQuoted, block }

  let text: String
  let style: Style
  /// From its first character, a quote or a block's `|` included, to behind its last.
  let range: Range<Int>

  /// The text, when it is written without quotes; nil otherwise.
  var written: String? { style == .plain ? text : nil }
}
