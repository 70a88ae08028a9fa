import CYaml
import Decoding

/// YAML to a tree of strings with places. The only file that holds libyaml's pointers.
///
/// It reads libyaml's events rather than composed nodes: the events say where every value begins *and ends*, tell duplicate
/// keys apart, and name anchors before an alias can multiply them.
struct YAMLReader {
  /// How deep lists and maps may nest; nothing of ours needs more than four.
  private static let depthLimit = 16

  private let source: SourceText
  private let origin: Int
  private(set) var findings: [Finding] = []
  /// The last value read, when it stands in quotes.
  private var lastQuoted: Range<Int>?

  /// Reads the first document of a part of a file; nil when it is empty or cannot be read, which `findings` then tells.
  ///
  /// Control characters are read as U+FFFD, as they are findings of their own.
  static func read(_ source: SourceText, range: Range<Int>) -> (node: YAMLNode?, findings: [Finding]) {
    var reader = YAMLReader(source: source, origin: range.lowerBound)
    let node = reader.document(in: range)
    return (node, reader.findings)
  }

  private init(source: SourceText, origin: Int) {
    self.source = source
    self.origin = origin
  }

  // MARK: Events

  /// A list or map that is not finished.
  private struct Open {
    let start: Int
    let isMap: Bool
    var items: [YAMLNode] = []
    var pairs: [YAMLPair] = []
    /// The key that waits for its value; nil for a key that is no scalar.
    var key: YAMLScalar??

    init(start: Int, isMap: Bool) {
      (self.start, self.isMap) = (start, isMap)
      // Most have a few.
      if isMap { pairs.reserveCapacity(4) } else { items.reserveCapacity(4) }
    }

    mutating func add(_ node: YAMLNode) -> YAMLNode? {
      guard isMap else {
        items.append(node)
        return nil
      }
      if let key {
        self.key = .none
        if let key { pairs.append(YAMLPair(key: key, value: node)) }
        return nil
      }
      guard case .scalar(let scalar) = node else {
        key = .some(nil)
        return node
      }
      key = .some(scalar)
      return nil
    }

    func closed(at end: Int) -> YAMLNode {
      isMap ? .map(pairs, range: start..<max(start, end)) : .list(items, range: start..<max(start, end))
    }
  }

  private mutating func document(in range: Range<Int>) -> YAMLNode? {
    let scalars = source.scalars[range]
    let isReadable = source.isPlain || scalars.allSatisfy(YAMLReader.isReadable)
    let text = isReadable ? source.utf8(range) : readable(scalars)
    return text.withUnsafeBufferPointer { bytes in
      var parser = yaml_parser_t()
      guard let start = bytes.baseAddress, yaml_parser_initialize(&parser) == 1 else { return nil }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, start, bytes.count)
      return root(from: &parser)
    }
  }

  private mutating func root(from parser: inout yaml_parser_t) -> YAMLNode? {
    var open: [Open] = []
    var root: YAMLNode?
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        addSyntaxError(of: parser)
        return nil
      }
      defer { yaml_event_delete(&event) }
      let start = origin + Int(event.start_mark.index)
      let end = origin + Int(event.end_mark.index)
      var finished: YAMLNode?
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return root
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          addUnwanted("a second document begins here", "keep one document: `---` and `...` stand nowhere inside it", at: start..<start + 3)
          return root
        }
      case YAML_ALIAS_EVENT:
        addUnwanted("'*\(YAMLReader.string(event.data.alias.anchor))' is a YAML alias", "write the value out", at: start..<end)
        return nil
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        guard isPlainValue(anchor: scalar.anchor, tag: scalar.tag, at: start) else { return nil }
        lastQuoted = scalar.style.ours == .singleQuoted || scalar.style.ours == .doubleQuoted ? start..<end : nil
        finished = .scalar(
          YAMLScalar(text: YAMLReader.string(scalar.value, count: scalar.length), style: scalar.style.ours, range: start..<end))
      case YAML_SEQUENCE_START_EVENT:
        guard isPlainValue(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: start) else { return nil }
        open.append(Open(start: start, isMap: false))
      case YAML_MAPPING_START_EVENT:
        guard isPlainValue(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: start) else { return nil }
        open.append(Open(start: start, isMap: true))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        finished = open.popLast()?.closed(at: end)
      default:
        break
      }
      guard open.count <= YAMLReader.depthLimit else {
        addTooDeep(at: start)
        return nil
      }
      guard let finished else { continue }
      if open.isEmpty {
        root = finished
      } else if let key = open[open.count - 1].add(finished) {
        addUnwanted("a key is \(key.description)", "a key is one word before a colon", at: key.range)
      }
    }
  }

  // MARK: Findings

  private mutating func isPlainValue(anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at start: Int) -> Bool {
    if let anchor {
      addUnwanted(
        "'&\(YAMLReader.string(anchor))' is a YAML anchor", "write the value out where it is needed; quote text that begins with &",
        at: start..<start + 1)
    } else if tag != nil {
      addUnwanted(
        "'\(source.text(start..<tagEnd(from: start)))' is a YAML tag", "every value is the text as written; quote text that begins with !",
        at: start..<tagEnd(from: start))
    }
    return anchor == nil && tag == nil
  }

  private mutating func addTooDeep(at offset: Int) {
    addUnwanted(
      "this is nested more than \(YAMLReader.depthLimit) deep", "no key of ours needs that: take a level out", at: offset..<offset + 1)
  }

  private func tagEnd(from start: Int) -> Int {
    source.scalars[start...].firstIndex { $0.properties.isWhitespace } ?? source.scalars.count
  }

  private mutating func addUnwanted(_ message: String, _ hint: String, at range: Range<Int>) {
    findings.append(Finding(.yamlFeature, place: source.place(of: range), message: message, hint: hint))
  }

  private mutating func addSyntaxError(of parser: yaml_parser_t) {
    let (origin, end) = (origin, source.scalars.count)
    let offset = { (mark: yaml_mark_t) in min(origin + Int(mark.index), end) }
    let stop = YAMLStop(
      problem: parser.problem.map { String(cString: $0) } ?? "out of memory", offset: offset(parser.problem_mark),
      context: parser.context.map { String(cString: $0) } ?? "", contextOffset: offset(parser.context_mark), lastQuoted: lastQuoted)
    // libyaml reads ahead, and may find before us that the nesting has no end.
    if stop.problem.contains("nesting level") {
      addTooDeep(at: offset(parser.mark))
    } else {
      findings.append(stop.finding(in: source))
    }
  }

  // MARK: Values

  private func readable(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<UInt8> {
    Array(String(scalars: scalars.map { YAMLReader.isReadable($0) ? $0 : "\u{FFFD}" }).utf8)[...]
  }

  private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?, count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
  }
}

extension yaml_scalar_style_t {
  fileprivate var ours: YAMLScalar.Style {
    switch self {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }
}
