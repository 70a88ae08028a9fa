/// An entry of our own for copies of the content, about an error that no program prints.
enum Probe {
  static let slug = "upside-down-quux"
  static let path = "content/entries/probe/upside-down-quux.md"
  static let samplePath = "content/samples/upside-down-quux/quux.txt"
  static let sample = "app[7]: the quux at 10.0.0.5 is upside down\n"
  static let area = "\nprobe:\n  title: Probes\n  summary: What these tests add.\n"

  /// Adds the entry, its sample's file and its area.
  static func add(to disk: TemporaryFolder, below folder: String = "") throws {
    let areas = "\(folder)content/areas.yml"
    if try !disk.text(at: areas).contains(area) { try disk.put((disk.text(at: areas) + area).utf8, at: areas) }
    try disk.put(sample.utf8, at: folder + samplePath)
    try disk.put(text.utf8, at: folder + path)
  }

  static let text = """
    ---
    title: "The quux is upside down"
    role: cause
    summary: The quux at {host} is upside down. Turn it.
    signatures:
      - match: "the quux at {host} is upside down"
    samples:
      - text: "app[1]: the quux at web-01 is upside down"
        captures: { host: web-01 }
        source: captured with quux 1 of these tests
      - file: samples/upside-down-quux/quux.txt
        captures: { host: 10.0.0.5 }
        source: captured with quux 1 of these tests
    counterexamples:
      - text: "the quux at web-01 is fine"
        why: a healthy quux
      - text: "the quux is upside down"
        why: it says not where
      - text: "the quux at web-01 was upside down"
        why: it is fine again
    updated: 2000-01-02
    ---

    ## What it looks like

    It stands on its head.

    ## Why it happens

    ### Somebody turned it

    It happens.

    ## How to fix it

    ### 1. Look at it

    ```sh look
    ls -l /dev/quux
    ```

    ## Stop it happening again

    Fasten it.

    ## FAQ

    ### Is it dangerous?

    No.

    ### Is it common?

    No.

    ### Does it hurt?

    No.

    """
}
