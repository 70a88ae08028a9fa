import ArgumentParser
import Cataloging
import Foundation

/// Asks for what a new entry needs, one thing after another, until each is right.
struct NewQuestions {
  let known: KnownAddresses
  let terminal: Terminal
  private var keyboard = Keyboard()

  init(known: KnownAddresses, terminal: Terminal) {
    (self.known, self.terminal) = (known, terminal)
  }

  /// - Returns: nil when the input ends before all is answered.
  mutating func ask() -> (address: KnownAddresses.Address, raw: String?)? {
    print(terminal.styled("A new entry. Ctrl-C leaves without writing anything.", .bold))
    print("\nPaste the error, then press Ctrl-D on a line of its own. Without an error, press Ctrl-D at once.\n")
    let raw = paste()
    guard let area = answer("Area (\(known.areas.joined(separator: ", "))): ", known.area) else { return nil }
    guard let slug = answer("Slug, the page's name in addresses, such as my-error: ", known.slug) else { return nil }
    print()
    return (KnownAddresses.Address(area: area, slug: slug), raw)
  }

  /// Lines up to a Ctrl-D; nil when there is nothing in them.
  private mutating func paste() -> String? {
    var text = ""
    while let line = keyboard.line() { text += line }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  private mutating func answer<Value>(_ question: String, _ check: (String) throws -> Value) -> Value? {
    while true {
      print("\n" + terminal.styled(question, .bold), terminator: "")
      fflush(nil)
      guard let line = keyboard.line() else { return nil }
      let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
      if text.isEmpty { continue }
      do {
        return try check(text)
      } catch {
        print((error as? ValidationError)?.message ?? "\(error)")
      }
    }
  }
}

/// Lines that are typed or pasted. The end of a terminal's input, Ctrl-D, ends one text, and what is typed behind it is the next.
private struct Keyboard {
  private var buffer: [UInt8] = []

  /// The next line with its end; nil at Ctrl-D on a line of its own.
  mutating func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[...end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
      }
      buffer += chunk[..<count]
    }
  }
}
