import Decoding

extension JSONValue {
  /// The value for people and for diffs: a member a line, two blanks a level; what holds no object stays on its line.
  var indented: String { text(indent: "") }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members) where !members.isEmpty:
      let lines = members.map { "\(inner)\(Self.string($0.key).text(indent: "")): \($0.value.text(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    case .array(let values) where values.contains(where: \.isObject):
      return "[\n\(values.map { inner + $0.text(indent: inner) }.joined(separator: ",\n"))\n\(indent)]"
    case .array(let values):
      return "[\(values.map { $0.text(indent: inner) }.joined(separator: ", "))]"
    default:
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private var isObject: Bool { if case .object = self { true } else { false } }
}
