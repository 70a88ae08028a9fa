extension String {
  /// What stands between the slashes, cut at bytes: a slash with a combining mark behind it separates on disk, but not as a
  /// `Character`.
  var pathParts: [String] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// Without the slash that a path to a folder may end in.
  var withoutFinalSlash: String {
    utf8.count > 1 && utf8.last == UInt8(ascii: "/") ? String(Substring(utf8.dropLast())) : self
  }
}
