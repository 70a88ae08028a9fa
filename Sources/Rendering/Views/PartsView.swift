/// A section's pieces in order.
struct PartsView: TemplateView {
  let parts: [PartView]

  static let names = TemplateNames<PartsView>(
    .views("parts", \.parts))
}

/// A piece of a section: prose or a group of commands.
enum PartView: TemplateView {
  case prose(html: HTML)
  case commands([PanelView])

  static let names = TemplateNames<PartView>(
    .html("proseHTML") { if case .prose(let html) = $0 { html } else { nil } },
    .view("group") { if case .commands(let panels) = $0 { CommandGroupView(panels: panels) } else { nil } })
}

/// Commands with nothing between them, of which a reader needs those for one system.
struct CommandGroupView: TemplateView {
  let panels: [PanelView]

  static let names = TemplateNames<CommandGroupView>(
    .flag("hasTabs", \.hasTabs),
    .views("panels", \.panels))

  private var hasTabs: Bool { panels.count { $0.title != nil } > 1 }
}

/// The commands for one set of systems.
struct PanelView: TemplateView {
  /// The systems' names as scripts use them, separated by blanks.
  let systems: String
  /// The systems in words; nil for any.
  let title: String?
  let commands: [CommandView]

  static let names = TemplateNames<PanelView>(
    .text("panelSystems") { $0.systems.isEmpty ? nil : $0.systems },
    .text("panelTitle", \.title),
    .views("panelCommands", \.commands))
}

/// One command, with what it may do to the machine.
struct CommandView: TemplateView {
  /// For which systems it is, in words: `Linux and macOS`; nil when the command before it says so, or for any.
  var systems: String?
  /// The shell's name, where the command before it does not say so; nil for a POSIX shell.
  var shell: String?
  /// What a script needs to fill the command anew; nil without placeholders.
  let template: CommandTemplateView?
  let html: HTML
  let risk: RiskView

  static let names = TemplateNames<CommandView>(
    .names(of: \.risk),
    .text("commandFor", \.systems),
    .text("commandShell", \.shell),
    .view("commandTemplate", \.template),
    .html("commandHTML", \.html))
}

/// A command as its writer wrote it.
struct CommandTemplateView: TemplateView {
  let text: String
  let shell: String

  static let names = TemplateNames<CommandTemplateView>(
    .text("templateText", \.text),
    .text("templateShell", \.shell))
}

/// A value that stands in the page's commands, to be replaced by the reader's.
struct ValueView: TemplateView {
  let name: String
  let type: String
  let example: String
  let className: String

  static let names = TemplateNames<ValueView>(
    .text("valueName", \.name),
    .text("valueType", \.type),
    .text("valueExample", \.example),
    .text("valueClass", \.className))
}
