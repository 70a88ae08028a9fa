import Decoding

/// The mark of what a command may do, and its words.
struct RiskView: TemplateView {
  let risk: Risk

  static let names = TemplateNames<RiskView>(
    .text("riskName") { $0.risk.rawValue },
    .text("riskWord", \.word))

  var word: String {
    switch risk {
    case .look: "Reads only"
    case .change: "Changes state"
    case .destroy: "Can lose data"
    }
  }
}
