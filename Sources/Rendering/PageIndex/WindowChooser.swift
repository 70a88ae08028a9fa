import Decoding

/// Chooses an entry's keys: windows of which one stands in every text that a signature of the entry matches.
///
/// A text is asked for the entries of all keys it holds, so keys are few, long, and such as other errors do not say.
struct WindowChooser {
  /// In how many entries' signatures each window stands.
  private var counts = WindowCounts()

  /// - Parameter perform: Does work side by side; the choice is the same without it.
  init(_ entries: [IndexedEntry], perform: DecodingSession.Performer? = nil) {
    let windows = Portions.map(entries, perform: perform) { entry in
      Self.distinct(entry.signatures.flatMap { $0.lines.flatMap { $0.windows.joined().joined() } })
    }
    for window in windows.joined() { counts.add(window) }
  }

  /// Each once, sorted.
  private static func distinct(_ windows: [Window]) -> [Window] {
    var result: [Window] = []
    for window in windows.sorted(by: { $0.number < $1.number }) where result.last != window { result.append(window) }
    return result
  }

  /// The entry's keys; nil when a signature has no window, so that no text can do without the entry.
  ///
  /// The window that most signatures share for its price is taken, and then that of the rest (the greedy cover of Chvátal 1979).
  func keys(of entry: IndexedEntry) -> Set<Window>? {
    var keys: Set<Window> = []
    var open: [[Window]] = []
    for signature in entry.signatures {
      let windows = Self.distinct(signature.lines.flatMap { $0.windows.filter { $0.count == 1 }.joined().joined() })
      if !windows.isEmpty {
        open.append(windows)
      } else if let own = choiceKeys(of: signature) {
        keys.formUnion(own)
      } else {
        return nil
      }
    }
    while !open.isEmpty {
      var shared: [(key: Window, value: Int)] = []
      for window in open.joined().sorted(by: { $0.number < $1.number }) {
        if shared.last?.key == window { shared[shared.count - 1].value += 1 } else { shared.append((window, 1)) }
      }
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
    return 1_000 * max(1, counts[window]) + rarity
  }
}

/// How often each window was added: a table with open addresses, as there are hundreds of windows to an entry and each is a hash already.
private struct WindowCounts {
  /// Zero, which is no window's number, where there is none.
  private var numbers: [UInt64] = Array(repeating: 0, count: 1 << 10)
  private var counts: [UInt32] = Array(repeating: 0, count: 1 << 10)
  private var used = 0

  subscript(window: Window) -> Int { Int(counts[place(of: window.number)]) }

  mutating func add(_ window: Window) {
    let place = place(of: window.number)
    if counts[place] == 0 {
      numbers[place] = window.number
      used += 1
    }
    counts[place] += 1
    if used * 2 > numbers.count { grow() }
  }

  /// Where a number stands, or would.
  private func place(of number: UInt64) -> Int {
    let mask = numbers.count - 1
    var place = Int(truncatingIfNeeded: (number ^ number >> 32) & UInt64(mask))
    while numbers[place] != 0, numbers[place] != number { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldNumbers, oldCounts) = (numbers, counts)
    numbers = Array(repeating: 0, count: oldNumbers.count * 2)
    counts = Array(repeating: 0, count: oldNumbers.count * 2)
    for (number, count) in zip(oldNumbers, oldCounts) where count > 0 {
      let place = place(of: number)
      (numbers[place], counts[place]) = (number, count)
    }
  }
}
