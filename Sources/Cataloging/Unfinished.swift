/// Places that a writer has left for later: what begins with `TODO:`.
///
/// Such a value, heading or paragraph says behind the mark what belongs there; it is no text of the entry.
enum Unfinished {
  private static let mark = "TODO:"

  static func isTask(_ text: String) -> Bool { isTask(text.utf8) }

  static func isTask(_ text: some Sequence<UInt8>) -> Bool { text.starts(with: mark.utf8) }
}

extension FindingCollector {
  /// Reports a text, given as UTF-8, that is not written yet.
  func addIfUnfinished(_ text: some Sequence<UInt8>, at place: @autoclosure () -> Place) {
    guard Unfinished.isTask(text) else { return }
    add(
      .unfinished, at: place(), "this is still to be written",
      hint: "write it in place of the whole note, or take out the part you do not need")
  }
}
