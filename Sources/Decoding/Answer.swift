/// What a decoder has to say about a text: diagnoses, or guesses when there is none.
public struct Answer: Sendable, Equatable {
  /// The first is the answer; later ones are other things found.
  public var diagnoses: [Diagnosis]
  /// Entries that resemble the text, best first; empty when something matched.
  public var nearest: [Guess]

  public init(diagnoses: [Diagnosis], nearest: [Guess] = []) {
    self.diagnoses = diagnoses
    self.nearest = nearest
  }
}
