import Cataloging

extension Rule {
  static let summaryTooLong = Rule(
    .summaryTooLong,
    summary: "The summary's first sentence has at most 155 characters.",
    reason: "It is the page's description in search results, which cut the rest off. More sentences may follow.",
    bad: "summary: Another process, perhaps an earlier run of your own app, … and so on for 200 characters.",
    good: "summary: Another process listens on the port your app tries to bind. Find it, stop it, or take another port.")
}
