import Foundation

/// A built program, run as a process of its own.
struct Program {
  let url: URL

  /// The programs that were built together with these tests.
  static func built(_ name: String) throws -> Program { Program(url: try Products.folder().appending(path: name)) }

  /// A program that is found as a shell finds it.
  static func installed(_ name: String) throws -> Program {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
    let places = folders.map { $0.appending(path: name) }
    guard let url = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) })
    else { throw Missing(what: "\(name), which no folder of PATH holds") }
    return Program(url: url)
  }

  /// Something that the tests cannot do without.
  struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "these tests need \(what)" }
  }

  /// What a process leaves behind.
  struct Run: Equatable {
    /// The exit status; 128 and the signal's number for a process that a signal ended.
    let status: Int32
    let output: String
    let errors: String

    init(status: Int32, output: String = "", errors: String = "") {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  /// Where standard output goes to.
  enum Output {
    case file
    /// A pipe that nobody reads from any more.
    case closedPipe
  }

  /// Runs the program to its end.
  ///
  /// Its streams are files, so that neither side ever waits for the other, however much is said.
  ///
  /// - Parameters:
  ///   - input: All of standard input.
  ///   - environment: Added to this process's own, without what steers `decode`; nil takes a name out.
  ///   - limit: In seconds; a process that takes longer is killed.
  /// - Throws: when it does not start, or not end in time.
  func run(
    _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String?] = [:], in folder: String? = nil,
    output: Output = .file, limit: TimeInterval = 300
  ) async throws -> Run {
    let streams = try TemporaryFolder()
    for name in ["stdin", "stdout", "stderr"] { try streams.put(name == "stdin" ? input : [], at: name) }
    let pipe = output == .closedPipe ? try streams.closedPipe(named: "pipe") : nil
    let process = try start(
      arguments, environment: environment, folder: folder,
      streams: [
        .file(streams.path("stdin")), pipe.map { .descriptor($0.fileDescriptor) } ?? .file(streams.path("stdout")),
        .file(streams.path("stderr")),
      ])
    let status = try await process.status(within: limit)
    return Run(status: status, output: try streams.text(at: "stdout"), errors: try streams.text(at: "stderr"))
  }

  func start(
    _ arguments: [String], environment: [String: String?], folder: String? = nil, streams: [ChildProcess.Stream]
  ) throws -> ChildProcess {
    var variables = ProcessInfo.processInfo.environment.filter { !["DECODE_INDEX", "NO_COLOR"].contains($0.key) }
    variables["TERM"] = "xterm"
    // What programs keep for later runs does not belong into the cache of who runs the tests.
    variables["XDG_CACHE_HOME"] = FileManager.default.temporaryDirectory.appending(path: "end-to-end-cache").path(percentEncoded: false)
    for (name, value) in environment { variables[name] = value }
    return try ChildProcess(
      url.path(percentEncoded: false), arguments: arguments, environment: variables, streams: streams, folder: folder)
  }
}

/// The folder that the build puts programs into.
private enum Products {
  /// The nearest folder above the running test bundle that holds both programs.
  static func folder() throws -> URL {
    let arguments = CommandLine.arguments
    let named = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
    let bundles = [named, arguments[0]].compactMap(\.self).map { URL(filePath: $0) } + Bundle.allBundles.map(\.bundleURL)
    for bundle in bundles {
      var folder = bundle.standardizedFileURL
      for _ in 0..<6 {
        folder.deleteLastPathComponent()
        let programs = ["decode", "decode-site"].map { folder.appending(path: $0).path(percentEncoded: false) }
        if programs.allSatisfy(FileManager.default.isExecutableFile) { return folder }
      }
    }
    throw Program.Missing(what: "the built programs decode and decode-site; no folder above the tests' bundle holds them")
  }
}
