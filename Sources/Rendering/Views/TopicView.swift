import Mustache

/// A cause, a step or a question.
struct TopicView: MustacheParent {
  /// 1-based.
  let number: Int
  let anchor: String
  let titleHTML: String
  let plainTitle: String
  let parts: [PartView]

  func child(named name: String) -> Any? {
    switch name {
    case "topicNumber": number
    case "topicAnchor": anchor
    case "topicTitleHTML": titleHTML
    case "topicPlainTitle": plainTitle
    case "parts": parts
    default: nil
    }
  }
}
