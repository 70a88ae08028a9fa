import Mustache

/// A section's pieces in order.
struct PartsView: MustacheParent {
  let parts: [PartView]

  func child(named name: String) -> Any? {
    switch name {
    case "parts": parts
    default: nil
    }
  }
}

/// A piece of a section: prose or a group of commands.
enum PartView: MustacheParent {
  case prose(html: String)
  case commands([PanelView])

  func child(named name: String) -> Any? {
    switch (self, name) {
    case (.prose(let html), "proseHTML"): html
    case (.commands, "hasPanels"): true
    case (.commands(let panels), "panels"): panels
    default: nil
    }
  }
}

/// The commands for one set of systems.
struct PanelView: MustacheParent {
  /// The systems' names as scripts use them, separated by blanks.
  let systems: String
  let commands: [CommandView]

  func child(named name: String) -> Any? {
    switch name {
    case "panelSystems": systems
    case "panelCommands": commands
    default: nil
    }
  }
}

/// One command, with what it may do to the machine.
struct CommandView: MustacheParent {
  /// For whom it is, in words: `Linux and macOS`; nil when the command before it says so, or for any system.
  let audience: String?
  let label: String
  let html: String
  let risk: RiskView

  func child(named name: String) -> Any? {
    switch name {
    case "commandFor": audience
    case "commandLabel": label
    case "commandHTML": html
    default: risk.child(named: name)
    }
  }
}

/// A command that only reads, at the top of the page.
struct LookView: MustacheParent {
  let systems: String
  let audience: String?
  let label: String
  let html: String

  func child(named name: String) -> Any? {
    switch name {
    case "lookSystems": systems
    case "lookFor": audience
    case "lookLabel": label
    case "lookHTML": html
    default: nil
    }
  }
}
