import Decoding
import Mustache

/// The mark of what a command may do, and its words.
struct RiskView: MustacheParent {
  let risk: Risk

  func child(named name: String) -> Any? {
    switch name {
    case "riskName": risk.rawValue
    case "riskWord": word
    case "isLook": risk == .look
    case "isChange": risk == .change
    case "isDestroy": risk == .destroy
    default: nil
    }
  }

  private var word: String {
    switch risk {
    case .look: "Reads only"
    case .change: "Changes state"
    case .destroy: "Can lose data"
    }
  }
}
