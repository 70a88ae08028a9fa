import Cataloging

extension Rule {
  static let titleTooLong = Rule(
    .titleTooLong,
    summary: "A title has at most 60 characters.",
    reason: "Search results and browser tabs cut the rest off.",
    bad: "title: The address that your server tries to listen on is already in use by another one",
    good: #"title: "EADDRINUSE: address already in use""#)
}
