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

  struct TimeLimit: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs the program to its end.
  ///
  /// Its streams are files, so that neither side ever waits for the other, however much is said.
  ///
  /// - Parameters:
  ///   - input: All of standard input.
  ///   - environment: Added to this process's own, without what steers `decode`; nil takes a name out.
  ///   - limit: In seconds; a process that takes longer is killed.
  /// - Throws: `TimeLimit`, and what keeps the process from starting.
  func run(
    _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String?] = [:], in folder: String? = nil,
    output: Output = .file, limit: TimeInterval = 300
  ) async throws -> Run {
    let streams = try TemporaryFolder()
    for name in ["stdin", "stdout", "stderr"] { try streams.put(name == "stdin" ? input : [], at: name) }
    let process = process(arguments, environment: environment, in: folder)
    let reader = try FileHandle(forReadingFrom: streams.url("stdin"))
    let errors = try FileHandle(forWritingTo: streams.url("stderr"))
    let writer =
      switch output {
      case .file: try FileHandle(forWritingTo: streams.url("stdout"))
      case .closedPipe: try streams.closedPipe(named: "pipe")
      }
    (process.standardInput, process.standardOutput, process.standardError) = (reader, writer, errors)
    try await Self.finish(process, limit: limit)
    for handle in [reader, writer, errors] { try handle.close() }
    return Run(status: Self.status(of: process), output: try streams.text(at: "stdout"), errors: try streams.text(at: "stderr"))
  }

  func process(_ arguments: [String], environment: [String: String?], in folder: String?) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.filter { !["DECODE_INDEX", "NO_COLOR"].contains($0.key) }
    variables["TERM"] = "xterm"
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    if let folder { process.currentDirectoryURL = URL(filePath: folder, directoryHint: .isDirectory) }
    return process
  }

  /// Starts a process and waits for its end.
  static func finish(_ process: Process, limit: TimeInterval) async throws {
    let watchdog = DispatchWorkItem { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    let start = Date.now
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: watchdog)
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    watchdog.cancel()
    if process.terminationReason == .uncaughtSignal, Date.now.timeIntervalSince(start) >= limit {
      let name = process.executableURL!.lastPathComponent
      throw TimeLimit(description: "\(name) took longer than \(Int(limit)) seconds: \(process.arguments!)")
    }
  }

  static func status(of process: Process) -> Int32 {
    process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
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
