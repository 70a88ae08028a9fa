/// The numbers of lines at some places of a text, so that few line feeds must be counted to know the number at any.
struct LineNumbers: Sendable {
  /// A place, and the number of the line that holds it.
  struct Mark: Sendable {
    let offset: Int
    let number: Int
  }

  /// By rising offsets.
  private(set) var marks: [Mark]

  init(_ marks: [Mark]) { self.marks = marks }

  /// Goes on behind the last mark.
  ///
  /// - Parameter feeds: How many line feeds there are up to each of some rising offsets, counted from the one before.
  mutating func add(_ feeds: [(end: Int, count: Int)]) {
    var number = marks[marks.count - 1].number
    for part in feeds {
      number += part.count
      marks.append(Mark(offset: part.end, number: number))
    }
  }
}
