extension Answer {
  /// How the first cause was reported, outermost first: exit statuses, wrappers printed after the cause (the latest first),
  /// wrappers printed before it (the earliest first, as in Java's `Caused by`), then the cause.
  ///
  /// Without a cause in the text it ends at the innermost wrapper. Empty when nothing wraps anything, or nothing was found in a text.
  public var chain: [Diagnosis] {
    let found = diagnoses.compactMap { diagnosis in diagnosis.evidence.map { (diagnosis, place: ($0.line, $0.column)) } }
    let cause = found.first { $0.0.entry.role == .cause }
    let wrappers = found.filter { $0.0.entry.role == .wrapper }
    let latestFirst = { (links: [(Diagnosis, place: (Int, Int))]) in links.sorted { $0.place > $1.place } }
    let isAfter = { (link: (Diagnosis, place: (Int, Int))) in cause.map { link.place > $0.place } ?? true }
    let reporters =
      latestFirst(found.filter { $0.0.entry.role == .exitStatus }) + latestFirst(wrappers.filter(isAfter))
      + wrappers.filter { !isAfter($0) }.sorted { $0.place < $1.place }
    guard !reporters.isEmpty else { return [] }
    return (reporters + [cause].compactMap(\.self)).map(\.0)
  }

  /// Whether something in the text only passes on a failure whose cause is not in it.
  public var lacksCause: Bool { !diagnoses.isEmpty && diagnoses.allSatisfy { $0.evidence != nil && $0.entry.role != .cause } }
}
