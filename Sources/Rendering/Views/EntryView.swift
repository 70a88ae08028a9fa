/// `entry.mustache`.
struct EntryView: PageView {
  static let page = TemplatePage.entry

  let site: SiteView
  let title: String
  let areaTitle: String
  let areaAddress: String
  let conditionTitle: String?
  let conditionAddress: String?
  let conditionSummary: String?
  let message: MessageView?
  let summaryHTML: HTML
  /// The first commands that only read; nil without any.
  let firstLook: CommandGroupView?
  /// What stands in the page's commands for a reader's own.
  let values: [ValueView]
  let looks: PartsView
  let sample: SampleView?
  /// Those that are folded away, so that the causes are near.
  let moreSamples: [SampleView]
  let wordings: [WordingView]
  let moreWordings: [WordingView]
  let why: PartsView
  let causes: [TopicView]
  let fix: PartsView
  let steps: [TopicView]
  let prevention: PartsView
  let callout: CalloutView?
  let faqIntroduction: PartsView
  let questions: [TopicView]
  let siblings: [EntryLinkView]
  let siblingAreas: [EntryLinkView]
  let related: [EntryLinkView]
  let references: [ReferenceView]
  /// What the samples were captured with.
  let verifiedWith: [String]
  let updated: String
  let editAddress: String?
  /// Where a wrong answer is reported.
  let reportAddress: String?

  static let names = TemplateNames<EntryView>(
    .names(of: \.site),
    .text("title", \.title),
    .text("areaTitle", \.areaTitle),
    .text("areaAddress", \.areaAddress),
    .text("conditionTitle", \.conditionTitle),
    .text("conditionAddress", \.conditionAddress),
    .text("conditionSummary", \.conditionSummary),
    .view("message", \.message),
    .html("summaryHTML", \.summaryHTML),
    .view("firstLook", \.firstLook),
    .flag("hasValues") { !$0.values.isEmpty },
    .views("values", \.values),
    .view("looks", \.looks),
    .view("sample", \.sample),
    .flag("hasMoreSamples") { !$0.moreSamples.isEmpty },
    .text("moreSampleCount") { String($0.moreSamples.count) },
    .views("moreSamples", \.moreSamples),
    .views("wordings", \.wordings),
    .flag("hasMoreWordings") { !$0.moreWordings.isEmpty },
    .text("moreWordingCount") { String($0.moreWordings.count) },
    .views("moreWordings", \.moreWordings),
    .view("why", \.why),
    .views("causes", \.causes),
    .view("fix", \.fix),
    .flag("hasSteps") { !$0.steps.isEmpty },
    .views("steps", \.steps),
    .view("prevention", \.prevention),
    .view("callout", \.callout),
    .view("faqIntroduction", \.faqIntroduction),
    .flag("hasQuestions") { !$0.questions.isEmpty },
    .views("questions", \.questions),
    .flag("hasSiblings") { !$0.siblings.isEmpty },
    .views("siblings", \.siblings),
    .views("siblingAreas", \.siblingAreas),
    .flag("hasRelated") { !$0.related.isEmpty },
    .views("related", \.related),
    .flag("hasReferences") { !$0.references.isEmpty },
    .views("references", \.references),
    .flag("isVerified") { !$0.verifiedWith.isEmpty },
    .texts("verifiedWith", \.verifiedWith),
    .text("updated", \.updated),
    .text("editAddress", \.editAddress),
    .text("reportAddress", \.reportAddress))
}
