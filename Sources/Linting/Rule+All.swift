extension Rule {
  /// All rules, in the order of their ids.
  public static let all: [Rule] = [
    .badDate,
    .counterexampleMatched,
    .reproducerHead,
    .unfinished,
  ]

  /// The rule of an id; nil when there is none.
  public static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}
