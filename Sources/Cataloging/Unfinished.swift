/// Places that a writer has left for later: what begins with `TODO:`.
///
/// Such a value, heading or paragraph says behind the mark what belongs there. Nothing else is found of what it says.
enum Unfinished {
  private static let mark = "TODO:"

  /// What is to be written in place of a text; nil for a text that is written.
  static func task(in text: String) -> String? {
    guard text.utf8.starts(with: mark.utf8) else { return nil }
    let line = text.utf8.dropFirst(mark.utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    let task = String(Substring(line)).split(separator: " ").joined(separator: " ")
    return task.isEmpty ? "write it, or take it out" : task
  }

  static func isTask(_ text: String) -> Bool { task(in: text) != nil }
}

extension FindingCollector {
  /// Reports a text that is not written yet.
  func addIfUnfinished(_ text: String, at place: @autoclosure () -> Place) {
    guard let task = Unfinished.task(in: text) else { return }
    add(.unfinished, at: place(), "this is still to be written", hint: task)
  }
}
