import Cataloging

extension Rule {
  static let sectionOrder = Rule(
    .sectionOrder,
    summary: "The five sections stand in their order.",
    reason: """
      What it looks like, Why it happens, How to fix it, Stop it happening again, FAQ: recognise it, understand it, mend it, prevent \
      it, ask.
      """,
    bad: """
      ## How to fix it
      ## Why it happens
      """,
    good: """
      ## Why it happens
      ## How to fix it
      """)
}
