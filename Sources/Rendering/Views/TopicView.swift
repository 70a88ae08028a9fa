/// A cause, a step or a question.
struct TopicView: TemplateView {
  /// 1-based.
  let number: Int
  let anchor: String
  let titleHTML: String
  let plainTitle: String
  let parts: [PartView]

  static let names = TemplateNames<TopicView>(
    .text("topicNumber") { String($0.number) },
    .text("topicAnchor", \.anchor),
    .html("topicTitleHTML", \.titleHTML),
    .text("topicPlainTitle", \.plainTitle),
    .views("parts", \.parts))
}
