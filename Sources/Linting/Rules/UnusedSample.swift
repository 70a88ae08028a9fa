import Cataloging

extension Rule {
  static let unusedSample = Rule(
    .unusedSample,
    summary: "Every file of samples/ is a sample of some entry.",
    reason: "A file that no entry names proves nothing, and nobody notices when it is wrong.",
    bad: "samples/eaddrinuse/old.txt",
    good: """
      samples:
        - file: samples/eaddrinuse/old.txt
      """)
}
