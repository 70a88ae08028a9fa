import Synchronization

/// Work on many small things, side by side.
package enum Portions {
  /// How many things one core takes before another may take some.
  private static let size = 64

  /// What becomes of each item, in the order of the items.
  ///
  /// - Parameter perform: Does it on several cores; one item after another without it.
  package static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], perform: DecodingSession.Performer?, _ body: @Sendable (Item) -> Value
  ) -> [Value] {
    guard let perform, items.count > size else { return items.map(body) }
    let portions = stride(from: 0, to: items.count, by: size).map { $0..<min($0 + size, items.count) }
    let results = Mutex<[[Value]]>(Array(repeating: [], count: portions.count))
    withoutActuallyEscaping(body) { body in
      perform(portions.count) { number in
        let values = items[portions[number]].map(body)
        results.withLock { $0[number] = values }
      }
    }
    return results.withLock { $0.flatMap(\.self) }
  }
}
