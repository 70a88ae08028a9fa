import Cataloging
import CommonMark
import Decoding

/// Makes the view of one entry.
struct EntryPage {
  private let entry: Entry
  private let settings: SiteSettings
  private let links: EntryLinks
  private let indexed: IndexedEntry
  private let anatomy: Anatomy?
  private let fill: Fill
  private let writer: HTMLWriter

  init(_ published: PublishedEntry, settings: SiteSettings, links: EntryLinks, root: String) {
    entry = published.entry
    indexed = published.indexed
    self.settings = settings
    self.links = links
    anatomy = published.anatomy
    fill = published.fill
    writer = HTMLWriter(fill: fill, root: root, missing: links.missingPages)
  }

  func view(site: SiteView) -> EntryView {
    let body = entry.body
    let siblings = shown(links.siblings(of: entry))
    let condition = links.condition(of: entry)
    let (samples, wordings, steps) = (samples, wordings, topics(body.steps))
    return EntryView(
      site: site, title: entry.title, areaTitle: links.areaTitle(of: entry), areaAddress: PagePath.area(entry.area),
      conditionTitle: condition?.title, conditionAddress: condition.map { PagePath.condition($0.slug) },
      conditionSummary: condition?.summary, message: message,
      summaryHTML: fill.html(of: entry.summary), firstLook: firstLook(in: steps), values: values, looks: parts(body.looks),
      sample: samples.first,
      moreSamples: Array(samples.dropFirst().prefix(Self.moreSamples)), wordings: Array(wordings.prefix(Self.openWordings)),
      moreWordings: Array(wordings.dropFirst(Self.openWordings)), why: parts(body.why), causes: topics(body.causes),
      fix: parts(body.fix), steps: steps, prevention: parts(body.prevention), callout: callout,
      faqIntroduction: parts(body.faqIntroduction), questions: topics(body.questions), siblings: siblings,
      siblingAreas: firstOfEachArea(siblings), related: links.related(to: entry),
      references: entry.references.compactMap { ReferenceView($0) }, verifiedWith: verifiedWith, updated: entry.updated,
      editAddress: editAddress, reportAddress: Proposal.report(on: entry.slug, index: site.contentDate, settings))
  }

  // MARK: Body

  private func parts(_ parts: [Part]) -> PartsView {
    PartsView(
      parts: parts.map { part in
        switch part {
        case .prose(let block): .prose(html: writer.html(of: block))
        case .commands(let panels): .commands(panels.map(self.panel))
        }
      })
  }

  private func panel(_ panel: CommandPanel) -> PanelView {
    let commands = zip(panel.commands, [nil] + panel.commands.map { $0.shell }).map { command, previous in
      view(of: command, isForTheSame: previous.map { Audience.name(of: $0) == Audience.name(of: command.shell) } ?? false)
    }
    return PanelView(systems: Audience.names(of: panel.systems), title: Audience.text(systems: panel.systems), commands: commands)
  }

  private func view(of command: Command, isForTheSame: Bool) -> CommandView {
    let systems = isForTheSame ? nil : Audience.text(systems: command.systems)
    let shell = isForTheSame ? nil : Audience.name(of: command.shell)
    return CommandView(
      systems: systems, shell: shell,
      template: Self.placeholders(of: command).isEmpty ? nil : CommandTemplateView(text: command.text, shell: command.shell.rawValue),
      html: fill.html(of: command.template, risk: command.risk), risk: RiskView(risk: command.risk))
  }

  private static func placeholders(of command: Command) -> [String] {
    command.template.pieces.compactMap { if case .placeholder(let name, _) = $0 { name } else { nil } }
  }

  private func topics(_ topics: [Topic]) -> [TopicView] {
    topics.map { topic in
      TopicView(
        anchor: topic.anchor, titleHTML: writer.html(of: topic.title), plainTitle: fill.text(of: topic.plainTitle),
        parts: parts(topic.parts).parts)
    }
  }

  /// The first group of commands that has some which only read, and of each of its panels the first of those.
  ///
  /// - Parameter steps: The views of the entry's steps, whose commands are shown once more.
  private func firstLook(in steps: [TopicView]) -> CommandGroupView? {
    for (step, view) in zip(entry.body.steps, steps) {
      for case (.commands(let panels), .commands(let views)) in zip(step.parts, view.parts) {
        let looks = zip(panels, views).compactMap(firstLook)
        if !looks.isEmpty { return CommandGroupView(panels: looks) }
      }
    }
    return nil
  }

  private func firstLook(of panel: CommandPanel, _ view: PanelView) -> PanelView? {
    guard let place = panel.commands.firstIndex(where: { $0.risk == .look }) else { return nil }
    var command = view.commands[place]
    // No command stands before it here.
    command.systems = Audience.text(systems: panel.commands[place].systems)
    command.shell = Audience.name(of: panel.commands[place].shell)
    return PanelView(systems: view.systems, title: view.title, commands: [command])
  }

  /// The captures that stand in commands.
  private var values: [ValueView] {
    let body = entry.body
    var used: Set<String> = []
    for parts in [body.why, body.fix, body.prevention] { Self.addPlaceholders(of: parts, to: &used) }
    for topics in [body.causes, body.steps, body.questions] {
      for topic in topics { Self.addPlaceholders(of: topic.parts, to: &used) }
    }
    return indexed.captures.filter { used.contains($0.name) }.map {
      ValueView(name: $0.name, type: $0.type.rawValue, example: $0.example, className: fill.hueClass(of: $0.name))
    }
  }

  private static func addPlaceholders(of parts: [Part], to names: inout Set<String>) {
    for case .commands(let panels) in parts {
      for panel in panels {
        for command in panel.commands { names.formUnion(placeholders(of: command)) }
      }
    }
  }

  // MARK: The error itself

  private var message: MessageView? {
    guard let anatomy, let sample = entry.samples.first else { return nil }
    let types = Dictionary(indexed.captures.map { ($0.name, $0.type) }) { first, _ in first }
    let parts = anatomy.parts.compactMap { part -> MessagePartView? in
      switch part {
      case .around, .fixed: nil
      case .code(let text): MessagePartView(name: "code", value: HTML.visible(text), className: "token", kind: "what this error is called")
      case .capture(let name, let text):
        MessagePartView(
          name: name, value: HTML.visible(text), className: fill.hueClass(of: name), kind: (types[name] ?? .word).words)
      }
    }
    let hasCaptures = anatomy.parts.contains { if case .capture = $0 { true } else { false } }
    return MessageView(
      html: anatomy.html(fill), isLong: anatomy.text.unicodeScalars.count > 130, parts: parts, source: Provenance(sample.source).text,
      hasCaptures: hasCaptures)
  }

  private var samples: [SampleView] {
    entry.samples.enumerated().map { index, sample in
      var html = HTML(capacity: sample.bytes.count * 5 / 4)
      html.append(verbatim: String(decoding: sample.bytes, as: UTF8.self))
      return SampleView(
        html: html, label: "Sample \(index + 1)",
        source: Provenance(sample.source).text, link: ReferenceView(sample.source))
    }
  }

  /// How many samples a page shows besides its first; all of them are in the entry's file.
  private static let moreSamples = 2

  /// How many wordings stand open on the page, so that the causes are near.
  private static let openWordings = 5

  private var wordings: [WordingView] {
    entry.signatures.map { signature in
      var html = HTML(capacity: 256)
      for (index, line) in signature.lines.enumerated() {
        if index > 0 { html.append("\n") }
        Wording.append(line.text, fill: fill, to: &html)
      }
      let since = signature.since.map { "since \($0)" }
      let label = [signature.label, since].compactMap { $0 }.joined(separator: ", ")
      return WordingView(html: html, label: label.isEmpty ? nil : label)
    }
  }

  /// What the samples were captured with, each once.
  private var verifiedWith: [String] {
    var places: [String] = []
    for sample in entry.samples {
      guard let place = Provenance(sample.source).capturedWith, !places.contains(place) else { continue }
      places.append(place)
    }
    return places
  }

  // MARK: Links

  /// How many siblings a page shows; the condition's page has them all.
  private static let mostSiblings = 20

  /// Of too many siblings, those that show the most runtimes.
  private func shown(_ siblings: [EntryLinkView]) -> [EntryLinkView] {
    siblings.count <= Self.mostSiblings ? siblings : Array(firstOfEachArea(siblings).prefix(Self.mostSiblings))
  }

  private func firstOfEachArea(_ links: [EntryLinkView]) -> [EntryLinkView] {
    var areas: Set<String> = []
    return links.filter { areas.insert($0.area).inserted }
  }

  private var callout: CalloutView? {
    settings.callout.map {
      CalloutView(title: $0.title, text: $0.text, points: $0.points, link: $0.link.flatMap { ReferenceView($0) })
    }
  }

  private var editAddress: String? {
    settings.repository.flatMap { Address.external("\($0)/edit/\(settings.branch)/content/\(entry.path)") }
  }
}
