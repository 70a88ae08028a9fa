import ArgumentParser
import Building
import Dispatch
import Foundation
import Previewing
import Synchronization

/// `decode-site serve`.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the site while you write.",
    discussion: """
      Serves what decode-site build would write, to this machine alone, and nothing is written. A page that a save changes loads again \
      where you were reading. Findings stand over the page and here; while the content has errors the last good site stays.

      Exit status: 0 when you end it with Ctrl-C; 2 when the disk, the templates or the port fail; 64 for wrong usage.
      """)

  @Option(help: ArgumentHelp("The folder of content.", valueName: "dir"), completion: .directory)
  var content = "content"

  @Option(
    help: ArgumentHelp(
      "A folder of templates and assets of your own: each of its files takes the place of the built-in one of the same path.",
      valueName: "dir"), completion: .directory)
  var templates: String?

  @Option(help: ArgumentHelp("The port of 127.0.0.1 to listen on.", valueName: "port"))
  var port: UInt16 = 8000

  func validate() throws {
    if [content, templates].contains("") { throw ValidationError("A folder needs a name.") }
    if port == 0 { throw ValidationError("A port is a number from 1 to 65535.") }
  }

  func run() throws {
    // A viewer that goes away while we write must not end us.
    signal(SIGPIPE, SIG_IGN)
    let ending = EndSignals()
    do {
      try serve(until: ending)
    } catch let failure as DiskFailure {
      StandardError.write("error: \(failure)\n")
      throw ExitCode(2)
    }
  }

  private func serve(until ending: EndSignals) throws {
    let preview = Preview()
    let loop = PreviewLoop(PreviewBuild(content: content, templates: templates), preview: preview)
    try loop.start()
    guard let port = PortAdvice(port: port, index: loop.index).choose() else { throw ExitCode(2) }
    let server = try PreviewServer(preview, port: port)
    let trouble = Mutex<String?>(nil)
    let serving = Task {
      do {
        try await server.run()
      } catch {
        trouble.withLock { $0 = "\(error)" }
        ending.raise()
      }
    }
    StandardError.write("http://127.0.0.1:\(port)\(loop.basePath)  (Ctrl-C ends it)\n")
    ending.wait()
    loop.stop()
    let stopped = DispatchSemaphore(value: 0)
    Task {
      await server.stop()
      serving.cancel()
      stopped.signal()
    }
    stopped.wait()
    guard let trouble = trouble.withLock(\.self) else { return }
    StandardError.write("error: \(trouble)\n")
    throw ExitCode(2)
  }
}
