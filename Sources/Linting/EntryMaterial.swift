import Cataloging
import Decoding

/// What rules about single entries look at: an entry, and what its samples decode.
///
/// All rules look at it in turn, on one core, so that what several of them need is made once.
package final class EntryMaterial {
  let material: Material
  let read: ReadEntry
  let trials: Trials.OfEntry
  /// The command fences, in the order of the file.
  private(set) lazy var commands = ReadCommand.all(of: read.entry)
  /// What is published, each text once.
  private(set) lazy var texts = PublishedText.all(of: read, file: material.file(read.entry.path))
  /// Secrets and e-mail addresses in what is published.
  private(set) lazy var secrets = texts.flatMap(\.secrets)
  private lazy var ownSource = material.source(read.entry.path)

  /// - Parameters:
  ///   - index: The entry's number in the material.
  ///   - trials: Those of this entry.
  init(_ material: Material, index: Int, trials: Trials.OfEntry) {
    self.material = material
    self.trials = trials
    read = material.entries[index]
  }

  // MARK: Places

  /// A file's text, that of the entry made once; nil when there is no such file.
  func source(_ path: String) -> SourceText? { path == read.entry.path ? ownSource : material.source(path) }

  /// Where a part of a text stands, in Unicode scalars from the text's start.
  func place(_ text: WrittenText, _ range: Range<Int>) -> Place {
    guard let source = source(text.path) else { return Place(path: text.path, line: 1, column: 1) }
    return text.place(of: range, in: source)
  }

  /// Where all of a text stands, with its quotes; of several lines, the first.
  func place(_ text: WrittenText) -> Place {
    guard let source = source(text.path) else { return Place(path: text.path, line: 1, column: 1) }
    return text.place(in: source)
  }

  /// Where a part of what is published stands.
  func place(_ text: PublishedText, _ range: Range<Int>) -> Place {
    switch text.origin {
    case .value(let written): return place(written, range)
    case .body(let line):
      guard let source = ownSource else { return Place(path: read.entry.path, line: line, column: 1) }
      let start = source.start(ofLine: line)
      return source.place(of: (range.lowerBound + start)..<(range.upperBound + start))
    }
  }

  /// Where an answer's text stands, from where it matched to the end of its line.
  func place(of answer: Trials.Answer, in trial: Trials.Trial) -> Place {
    place(in: trial, line: answer.line, column: answer.column, length: max(1, answer.text.unicodeScalars.count - answer.column + 1))
  }

  /// A place of a raw text, line and column from 1 on, in the file that holds it.
  func place(in trial: Trials.Trial, line: Int, column: Int, length: Int = 1) -> Place {
    let text = trial.writing.text
    guard let source = source(text.path) else { return Place(path: text.path, line: 1, column: 1) }
    let scalars = String(decoding: trial.bytes, as: UTF8.self).unicodeScalars
    return text.place(line: line, column: column, length: length, of: scalars, in: source)
  }
}
