import CommonMark

/// Places that a writer has left for later: what begins with `TODO:`.
///
/// Such a value, heading or paragraph says behind the mark what belongs there; it is no text of the entry.
enum Unfinished {
  private static let mark = "TODO:"

  static func isTask(_ text: String) -> Bool { isTask(text.utf8) }

  static func isTask(_ text: some Sequence<UInt8>) -> Bool { text.starts(with: mark.utf8) }

  static func isTask(_ content: [Inline]) -> Bool {
    // Most begin with a text that is long enough to tell.
    if case .text(let text)? = content.first?.kind, text.utf8.count >= mark.utf8.count { return isTask(text) }
    return isTask(content.plainText)
  }
}

extension FindingCollector {
  /// Reports a text, given as UTF-8, that is not written yet.
  func addIfUnfinished(_ text: some Sequence<UInt8>, at place: @autoclosure () -> Place) {
    if Unfinished.isTask(text) { addUnfinished(at: place()) }
  }

  func addIfUnfinished(_ content: [Inline], at place: @autoclosure () -> Place) {
    if Unfinished.isTask(content) { addUnfinished(at: place()) }
  }

  private func addUnfinished(at place: Place) {
    add(
      .unfinished, at: place, "this is still to be written",
      hint: "write it in place of the whole note, or take out the part you do not need")
  }
}
