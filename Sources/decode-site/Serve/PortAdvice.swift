import Decoding
import Foundation
import Previewing

/// Which port to listen on, and what to do when another program has it.
struct PortAdvice {
  let port: UInt16
  /// Of the site that is to be shown; it explains the error where it can.
  let index: SearchIndex?

  /// The port that was asked for. When it is taken, what has it is explained, and on a terminal the next free one is offered.
  ///
  /// - Returns: nil when there is no port to listen on.
  func choose() -> UInt16? {
    if PreviewServer.isFree(port) { return port }
    let message = "listen EADDRINUSE: address already in use 127.0.0.1:\(port)"
    StandardError.write("error: \(message)\n" + explanation(of: message))
    let others = (1...20).map { Int(port) + $0 }.compactMap(UInt16.init(exactly:))
    guard let free = others.first(where: PreviewServer.isFree) else { return nil }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      StandardError.write("Port \(free) is free: decode-site serve --port \(free)\n")
      return nil
    }
    StandardError.write("Port \(free) is free. Use it? [Y/n] ")
    guard let answer = readLine()?.lowercased(), ["", "y", "yes"].contains(answer) else { return nil }
    return free
  }

  /// What our own decoder says, in short: the first command that shows who has the port.
  private func explanation(of message: String) -> String {
    guard let index, let answer = try? ErrorDecoder(index).decode(Array(message.utf8)), let first = answer.diagnoses.first
    else { return "Another program listens on port \(port).\n" }
    let values = first.values()
    let commands = first.entry.steps.lazy.flatMap(\.commands).filter { $0.risk == .look && $0.isFor(.current) }
    let command = commands.first.map { "\n\n    \(first.entry.filled($0, with: values).text.replacing("\n", with: "\n    "))\n" } ?? ""
    return "Another program listens on port \(port); see \(first.entry.slug).\(command.isEmpty ? "" : " Which one:")\(command)\n"
  }
}
