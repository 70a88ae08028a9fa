import Cataloging

extension Rule {
  static let logTooLarge = Rule(
    .logTooLarge,
    summary: "A healthy log has at most 1 MiB.",
    reason: "All logs are decoded by every check. Several smaller ones say as much as a large one.",
    bad: "benign/all.log (40 MiB)",
    good: "benign/nginx.log (200 KiB)")
}
