/// A cause, a step or a question.
struct TopicView: TemplateView {
  let anchor: String
  let titleHTML: HTML
  let plainTitle: String
  let parts: [PartView]

  static let names = TemplateNames<TopicView>(
    .text("topicAnchor", \.anchor),
    .html("topicTitleHTML", \.titleHTML),
    .text("topicPlainTitle", \.plainTitle),
    .views("parts", \.parts))
}
