import ArgumentParser
import Building
import Cataloging
import Foundation
import Linting

/// The programs and servers that `decode-site check` asks.
enum CheckOutside {
  enum Links: String, CaseIterable, ExpressibleByArgument { case `internal`, external }

  /// Shells, and shellcheck where it is installed; servers only when the reader wants links out of the site checked.
  ///
  /// What could not be asked is told once, as a note.
  static func asked(links: Links) -> Outside {
    if !ShellPrograms.hasShellcheck {
      StandardError.write("note: shellcheck is not installed: commands of sh and bash are checked by these shells alone\n")
    }
    var outside = Outside(checkScripts: { scripts in try ShellPrograms.complaints(about: scripts) })
    if links == .external {
      if LinkVisitor.isAvailable {
        outside.visitLinks = visit
      } else {
        StandardError.write("note: curl is not installed: links out of the site are not checked\n")
      }
    }
    return outside
  }

  /// What is known from the last days is not asked for again.
  @Sendable private static func visit(_ addresses: [String]) throws -> [String: LinkState] {
    let today = Int(Date().timeIntervalSince1970 / 86_400)
    var cache = LinkCache(path: LinkCache.defaultPath, today: today)
    let states = try cache.states(of: addresses) { missing throws(DiskFailure) in try LinkVisitor().states(of: missing) }
    for (address, state) in states.sorted(by: { $0.key < $1.key }) {
      if case .unknown(let reason) = state { StandardError.write("note: whether \(address) is there is unknown: \(reason)\n") }
    }
    return states
  }
}
