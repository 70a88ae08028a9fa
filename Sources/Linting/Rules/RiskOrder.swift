import Cataloging

extension Rule {
  static let riskOrder = Rule(
    .riskOrder,
    summary: "Within a step, commands do not grow milder.",
    reason: """
      Readers go from top to bottom: first what only looks, then what changes, then what can lose data. The order is judged for each \
      system by itself.
      """,
    bad: """
      ```sh change
      kill <PID>
      ```

      ```sh look
      ps
      ```
      """,
    good: """
      ```sh look
      ps
      ```

      ```sh change
      kill <PID>
      ```
      """)
}
