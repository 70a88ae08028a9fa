import Cataloging

extension Rule {
  static let image = Rule(
    .image,
    summary: "An entry has no images.",
    reason: """
      Text can be searched, copied, read aloud and decoded. A picture of a terminal can be none of that, and a picture from elsewhere \
      is a request to another server.
      """,
    bad: "![the error](screen.png)",
    good: """
      ```text
      Error: listen EADDRINUSE
      ```
      """)
}
