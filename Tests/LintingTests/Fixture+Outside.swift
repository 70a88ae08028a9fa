import Cataloging
import Foundation
import Linting

extension Fixture {
  /// Programs and servers that say what the fixture's files hold:
  /// `complaints`, a line each of a part of a script, line, column or `-`, code or `-`, and message, parted by TABs;
  /// `links`, a line each of an address, a word, and a status, target or reason.
  func outside() -> Outside {
    let complaints = rows(of: "complaints").map { row in
      (
        part: row[0],
        complaint: ShellComplaint(line: Int(row[1]) ?? 0, column: Int(row[2]), code: row[3] == "-" ? nil : row[3], message: row[4])
      )
    }
    let states = Dictionary(uniqueKeysWithValues: rows(of: "links").map { row in (row[0], state(row)) })
    return Outside(
      checkScripts: { scripts in scripts.map { script in complaints.filter { script.text.contains($0.part) }.map(\.complaint) } },
      visitLinks: { addresses in states.filter { addresses.contains($0.key) } })
  }

  private func rows(of file: String) -> [[String]] {
    let text = try? String(contentsOfFile: "\(Self.folder)/\(name)/\(file)", encoding: .utf8)
    return (text ?? "").split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }

  private func state(_ row: [String]) -> LinkState {
    switch row[1] {
    case "gone": .gone(Int(row[2]) ?? 0)
    case "moved": .moved(to: row[2])
    case "unknown": .unknown(row[2])
    default: .alive
    }
  }
}
