import Cataloging

extension Rule {
  /// The id that was probably meant; nil when none is near.
  public static func nearest(to id: String) -> String? { Suggestion.nearest(to: id, among: all.map(\.id)) }
}
