import Decoding

/// Chooses an entry's keys: windows of which one stands in every text that a signature of the entry matches.
///
/// A text is asked for the entries of all keys it holds, so keys are few, long, and such as other errors do not say.
struct WindowChooser {
  /// In how many entries' signatures each window stands.
  private var counts: [Window: Int] = [:]

  init(_ entries: [IndexedEntry]) {
    for entry in entries {
      let windows = entry.signatures.flatMap { $0.lines.flatMap { $0.windows.joined().joined() } }
      for window in Set(windows) { counts[window, default: 0] += 1 }
    }
  }

  /// The entry's keys; nil when a signature has no window, so that no text can do without the entry.
  ///
  /// The window that most signatures share for its price is taken, and then that of the rest (the greedy cover of Chvátal 1979).
  func keys(of entry: IndexedEntry) -> Set<Window>? {
    var keys: Set<Window> = []
    var open: [Set<Window>] = []
    for signature in entry.signatures {
      let windows = Set(signature.lines.flatMap { $0.windows.filter { $0.count == 1 }.joined().joined() })
      if !windows.isEmpty {
        open.append(windows)
      } else if let own = choiceKeys(of: signature) {
        keys.formUnion(own)
      } else {
        return nil
      }
    }
    while !open.isEmpty {
      var shared: [Window: Int] = [:]
      for window in open.joined() { shared[window, default: 0] += 1 }
      guard let best = shared.max(by: { isBetter($1, than: $0) })?.key else { return nil }
      keys.insert(best)
      open.removeAll { $0.contains(best) }
    }
    return keys
  }

  /// For each alternative of a choice its best window: of the choice whose windows are the cheapest.
  private func choiceKeys(of signature: IndexedSignature) -> [Window]? {
    let choices = signature.lines.flatMap(\.windows).compactMap { alternatives -> [Window]? in
      let best = alternatives.compactMap { $0.max { isBetter(($1, 1), than: ($0, 1)) } }
      return best.isEmpty || best.count < alternatives.count ? nil : best
    }
    return choices.min { $0.map(price).reduce(0, +) < $1.map(price).reduce(0, +) }
  }

  /// More signatures for the price; then the longer one.
  private func isBetter(_ left: (key: Window, value: Int), than right: (key: Window, value: Int)) -> Bool {
    let (one, other) = (left.value * price(right.key), right.value * price(left.key))
    if one != other { return one > other }
    return left.key.length == right.key.length ? left.key.hash < right.key.hash : left.key.length > right.key.length
  }

  /// How often a window is found in vain, roughly: where other entries have it, and the more often the shorter it is.
  private func price(_ window: Window) -> Int {
    let rarity =
      switch window.length {
      case ...4: 20_000
      case ...6: 5_000
      case ...12: 80
      default: 0
      }
    return 1_000 * (counts[window] ?? 1) + rarity
  }
}
