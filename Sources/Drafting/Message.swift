import Decoding

/// Where in a line the text stands that its program prints.
enum Message {
  /// The message of a line of JSON; of another line all that stands behind the prefixes of logs, and behind what the tables of
  /// `kubectl`, other languages' dates and runtimes put before a message.
  static func range(in line: NormalizedLine) -> Range<Int> {
    json(line.scalars) ?? position(in: line)..<((line.scalars.lastIndex { $0 != " " } ?? -1) + 1)
  }

  private static func json(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard scalars.first(where: { $0 != " " }) == "{" else { return nil }
    for key in ["\"error\":\"", "\"err\":\"", "\"message\":\"", "\"msg\":\"", "\"log\":\""] {
      let key = Array(key.unicodeScalars)
      guard let place = scalars.indices.first(where: { scalars[$0...].starts(with: key) }) else { continue }
      let start = place + key.count
      // What is escaped is read as its own document, whose text is not this one's.
      let end = scalars[start...].firstIndex { $0 == "\"" || $0 == "\\" } ?? scalars.count
      if end - start > 10 { return start..<end }
    }
    return nil
  }

  private static func position(in line: NormalizedLine) -> Int {
    var start = line.startMarks.last ?? 0
    let scalars = line.scalars
    for lead in [behindColumns, behindProcess, behindBracket, behindRubyPlace, behindLeadIn] {
      if let position = lead(scalars, start), position < (scalars.lastIndex { $0 != " " } ?? 0) { start = position }
    }
    return start + (StartMarks.marks(in: Array(scalars[start...])).last ?? 0)
  }

  /// Behind the name of an error's class and its colon.
  static func behindClass(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    guard let name = ErrorName.className(in: string(scalars[range])) else { return nil }
    let label = Array("\(name): ".unicodeScalars)
    return range.first { scalars[$0...].starts(with: label) }.map { $0 + label.count }
  }

  /// The last column of a table whose columns stand three or more blanks apart.
  private static let behindColumns: @Sendable ([Unicode.Scalar], Int) -> Int? = { scalars, start in
    let gap = scalars.indices.last { $0 >= start + 3 && scalars[$0] != " " && scalars[($0 - 3)..<$0].allSatisfy { $0 == " " } }
    return gap
  }

  /// Behind `unit[123]: `, when a date before it was in a language that is not known.
  private static let behindProcess: @Sendable ([Unicode.Scalar], Int) -> Int? = { scalars, start in
    let limit = min(scalars.count - 3, start + 90)
    guard start < limit else { return nil }
    let end = (start..<limit).first { scalars[$0...].starts(with: "]: ".unicodeScalars) && scalars[max(start, $0 - 1)].isDigit }
    return end.map { $0 + 3 }
  }

  /// Behind a bracket that holds a time: `[2026-11-22 14:39:10,805: ERROR/MainProcess] `.
  private static let behindBracket: @Sendable ([Unicode.Scalar], Int) -> Int? = { scalars, start in
    guard start < scalars.count, scalars[start] == "[", let end = scalars[start...].firstIndex(of: "]") else { return nil }
    let parts = scalars[start..<end].split { !$0.isDigit && $0 != ":" }
    let holdsTime = parts.contains { $0.count >= 8 && $0.contains(":") }
    return holdsTime && end + 2 < scalars.count && scalars[end + 1] == " " ? end + 2 : nil
  }

  /// Behind Ruby's ``client.rb:162:in `call': ``.
  private static let behindRubyPlace: @Sendable ([Unicode.Scalar], Int) -> Int? = { scalars, start in
    let mark = Array(":in `".unicodeScalars)
    guard let place = scalars.indices.first(where: { $0 >= start && scalars[$0...].starts(with: mark) }) else { return nil }
    let end = Array("': ".unicodeScalars)
    return scalars.indices.first { $0 > place && scalars[$0...].starts(with: end) }.map { $0 + end.count }
  }

  /// Behind `Caused by: `, `Exception in thread "main" `, `Uncaught `.
  private static let behindLeadIn: @Sendable ([Unicode.Scalar], Int) -> Int? = { scalars, start in
    let text = string(scalars[start...])
    for lead in [
      "Caused by: ", "Exception in thread ", "PHP Fatal error:  Uncaught ", "Fatal error: Uncaught ", "Unhandled exception. ", "Uncaught ",
    ]
    where text.hasPrefix(lead) {
      var end = start + lead.unicodeScalars.count
      if lead.hasSuffix("thread "), let quote = scalars[(end + 1)...].firstIndex(of: "\"") { end = quote + 2 }
      return end
    }
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
}
