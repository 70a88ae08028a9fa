public import Cataloging

/// What is known of addresses from earlier visits, in a file: a line each, of a day's number, a word, the address, and where it moved to.
///
/// What is alive, moved or gone is taken as known for a week; what was unknown is asked for again. A file that cannot be read, or lines that
/// mean nothing, are as if they were not there.
public struct LinkCache: Sendable {
  private struct Known {
    let day: Int
    let state: LinkState
  }

  private static let lifetime = 7

  /// Where the user's programs keep what they can find out again; nil where there is no such place.
  public static var defaultPath: String? {
    CacheFolder.path.map { "\($0)/links" }
  }

  private let path: String?
  private let today: Int
  private var known: [String: Known]

  /// - Parameters:
  ///   - path: The file, which need not exist, nor its folder; nil to keep nothing.
  ///   - today: Days since some day that is always the same.
  public init(path: String?, today: Int) {
    (self.path, self.today) = (path, today)
    let text = path.flatMap { try? Disk.bytes(of: $0) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    known = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let day = Int(fields[0]), day <= today, today - day < Self.lifetime else { continue }
      let state: LinkState? =
        switch fields[1] {
        case "alive": .alive
        case "moved": .moved(to: fields[3])
        default: fields[1].hasPrefix("gone-") ? Int(fields[1].dropFirst(5)).map { .gone($0) } : nil
        }
      if let state { known[fields[2]] = Known(day: day, state: state) }
    }
  }

  /// The state of each address: what is known, and for the rest what a visit says, which is kept.
  ///
  /// - Throws: what the visit throws, and when the file cannot be written.
  public mutating func states(
    of addresses: [String], visit: ([String]) throws(DiskFailure) -> [String: LinkState]
  ) throws(DiskFailure) -> [String: LinkState] {
    let fresh = try visit(addresses.filter { known[$0] == nil })
    for (address, state) in fresh {
      if case .unknown = state { continue }
      known[address] = Known(day: today, state: state)
    }
    try write()
    return Dictionary(addresses.compactMap { address in (known[address]?.state ?? fresh[address]).map { (address, $0) } }) { first, _ in
      first
    }
  }

  /// In one step, so that a check that runs beside this one reads a whole file.
  private func write() throws(DiskFailure) {
    guard let path else { return }
    let lines = known.sorted { $0.key < $1.key }.map { address, known -> String in
      let (word, target) =
        switch known.state {
        case .alive, .unknown: ("alive", "")
        case .moved(let target): ("moved", target)
        case .gone(let status): ("gone-\(status)", "")
        }
      return "\(known.day)\t\(word)\t\(address)\t\(target)\n"
    }
    try CacheFolder.write(Array(lines.joined().utf8), to: path)
  }
}
