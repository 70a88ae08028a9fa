/// How well the published entries know their texts, counted: how many samples decode to their entry first, and what fires where it
/// should not.
public struct Accuracy: Sendable, Equatable {
  /// What is counted for an area, or for all.
  public struct Counts: Sendable, Equatable {
    public var entries = 0
    public var samples = 0
    /// Samples whose first answer is their entry.
    public var first = 0
    /// Samples whose entry captures exactly what they say.
    public var captures = 0
    /// Samples whose first answer is another entry; a sample without any answer is none of them.
    public var crossFires = 0
    public var counterexamples = 0
    /// Counterexamples in whose answer their entry is not.
    public var quiet = 0
    /// Answers to healthy logs.
    public var falsePositives = 0

    public init() {}

    public static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      sum.entries += right.entries
      sum.samples += right.samples
      sum.first += right.first
      sum.captures += right.captures
      sum.crossFires += right.crossFires
      sum.counterexamples += right.counterexamples
      sum.quiet += right.quiet
      sum.falsePositives += right.falsePositives
      return sum
    }
  }

  public struct Area: Sendable, Equatable {
    public let slug: String
    public let title: String
    public let counts: Counts

    public init(slug: String, title: String, counts: Counts) {
      (self.slug, self.title, self.counts) = (slug, title, counts)
    }
  }

  /// Those with entries, sorted by slug.
  public let areas: [Area]
  /// Lines of all healthy logs.
  public let healthyLines: Int

  public init(areas: [Area], healthyLines: Int) {
    (self.areas, self.healthyLines) = (areas, healthyLines)
  }

  public var all: Counts { areas.reduce(Counts()) { $0 + $1.counts } }

  /// How many there would be in 100,000 lines of healthy logs, rounded up, so that it is 0 only when there are none; nil without logs.
  public func falsePositiveRate(_ counts: Counts) -> Int? {
    healthyLines == 0 ? nil : (counts.falsePositives * 100_000 + healthyLines - 1) / healthyLines
  }
}
