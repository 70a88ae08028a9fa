import Cataloging

extension Rule {
  static let nestedCommand = Rule(
    .nestedCommand,
    summary: "A command begins in the first column.",
    reason: """
      Inside a list or a quote it would get neither its tab nor its risk nor its copy button, and `decode` would not print it.
      """,
    bad: """
      - Look who listens:

        ```sh look
        ss -ltnp
        ```
      """,
    good: """
      Look who listens:

      ```sh look
      ss -ltnp
      ```
      """)
}
