import Synchronization

/// Work on many small things, side by side.
package enum Portions {
  /// What becomes of each item, in the order of the items.
  ///
  /// - Parameters:
  ///   - size: How many items one core takes before another may take some.
  ///   - perform: Does it on several cores; one item after another without it.
  package static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], by size: Int = 64, perform: DecodingSession.Performer?, _ body: @Sendable (Item) -> Value
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
