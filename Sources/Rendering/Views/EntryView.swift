import Mustache

/// `entry.mustache`. Names that end in `HTML` hold HTML of our own making; all others are escaped by the template.
struct EntryView: MustacheParent {
  let site: SiteView
  let title: String
  let areaTitle: String
  let areaAnchor: String
  let conditionTitle: String?
  let conditionSummary: String?
  let message: MessageView?
  let summaryHTML: String
  let firstLook: [LookView]
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
  let siblings: [LinkView]
  let siblingAreas: [LinkView]
  let related: [LinkView]
  let references: [ReferenceView]
  let verifiedOn: String?
  let updated: String
  let editAddress: String?

  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "areaTitle": areaTitle
    case "areaAnchor": areaAnchor
    case "conditionTitle": conditionTitle
    case "conditionSummary": conditionSummary
    case "message": message
    case "summaryHTML": summaryHTML
    case "hasFirstLook": !firstLook.isEmpty
    case "firstLook": firstLook
    case "looks": looks
    case "sample": sample
    case "hasMoreSamples": !moreSamples.isEmpty
    case "moreSampleCount": moreSamples.count
    case "moreSamples": moreSamples
    case "wordings": wordings
    case "hasMoreWordings": !moreWordings.isEmpty
    case "moreWordingCount": moreWordings.count
    case "moreWordings": moreWordings
    case "why": why
    case "causes": causes
    case "fix": fix
    case "hasSteps": !steps.isEmpty
    case "steps": steps
    case "prevention": prevention
    case "callout": callout
    case "faqIntroduction": faqIntroduction
    case "hasQuestions": !questions.isEmpty
    case "questions": questions
    case "hasSiblings": !siblings.isEmpty
    case "siblings": siblings
    case "siblingAreas": siblingAreas
    case "hasRelated": !related.isEmpty
    case "related": related
    case "hasReferences": !references.isEmpty
    case "references": references
    case "verifiedOn": verifiedOn
    case "updated": updated
    case "editAddress": editAddress
    default: site.child(named: name)
    }
  }
}
