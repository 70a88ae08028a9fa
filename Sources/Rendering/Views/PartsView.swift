/// A section's pieces in order.
struct PartsView: TemplateView {
  let parts: [PartView]

  static let names = TemplateNames<PartsView>(
    .views("parts", \.parts))
}

/// A piece of a section: prose or a group of commands.
enum PartView: TemplateView {
  case prose(html: String)
  case commands([PanelView])

  static let names = TemplateNames<PartView>(
    .html("proseHTML") { if case .prose(let html) = $0 { html } else { nil } },
    .flag("hasPanels") { if case .commands = $0 { true } else { false } },
    .views("panels") { if case .commands(let panels) = $0 { panels } else { [] } })
}

/// The commands for one set of systems.
struct PanelView: TemplateView {
  /// The systems' names as scripts use them, separated by blanks.
  let systems: String
  let commands: [CommandView]

  static let names = TemplateNames<PanelView>(
    .text("panelSystems", \.systems),
    .views("panelCommands", \.commands))
}

/// One command, with what it may do to the machine.
struct CommandView: TemplateView {
  /// For whom it is, in words: `Linux and macOS`; nil when the command before it says so, or for any system.
  let audience: String?
  let label: String
  let html: String
  let risk: RiskView

  static let names = TemplateNames<CommandView>(
    .names(of: \.risk),
    .text("commandFor", \.audience),
    .text("commandLabel", \.label),
    .html("commandHTML", \.html))
}

/// A command that only reads, at the top of the page.
struct LookView: TemplateView {
  let systems: String
  let audience: String?
  let label: String
  let html: String

  static let names = TemplateNames<LookView>(
    .text("lookSystems", \.systems),
    .text("lookFor", \.audience),
    .text("lookLabel", \.label),
    .html("lookHTML", \.html))
}
