import Cataloging

extension Rule {
  static let strayReproducer = Rule(
    .strayReproducer,
    summary: "A reproducer is named after an entry.",
    reason: "reproducers/<slug>.sh provokes the error of the entry of that slug; under another name nothing runs it.",
    bad: "reproducers/port.sh",
    good: "reproducers/eaddrinuse.sh")
}
