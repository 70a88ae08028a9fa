extension Array {
  /// The index of the first element for which the predicate holds, which must hold for all behind it; the count when it holds for none.
  ///
  /// - Complexity: O(log n).
  package func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
