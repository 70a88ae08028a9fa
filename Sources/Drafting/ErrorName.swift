/// Names that programs give to errors.
enum ErrorName {
  /// The name of an error's class that a message begins with or that stands before its colon: `PSQLException` of
  /// `org.postgresql.util.PSQLException: FATAL`.
  static func className(in text: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: true)
    for (index, word) in words.prefix(6).enumerated() {
      let isLabel = word.hasSuffix(":")
      guard isLabel || (index == 0 && words.count == 1) else { continue }
      let name = (isLabel ? word.dropLast() : word).split { $0 == "." || $0 == "\\" || $0 == "/" }.last.map(String.init) ?? ""
      let isQualified = isLabel && word.contains(".") && word.first?.isLowercase == true && name.contains(where: \.isLowercase)
      if isClass(name, isQualified: isQualified) { return name }
    }
    // Ruby names it behind the message.
    guard let last = words.last, text.hasSuffix(")"), let open = text.lastIndex(of: "("), last.contains("(") || open != text.startIndex
    else { return nil }
    let name = text[text.index(after: open)...].dropLast().split(separator: ":").last.map(String.init) ?? ""
    return isClass(name, isQualified: false) ? name : nil
  }

  private static let endings = ["Error", "Exception", "Fault", "Failure", "Panic"]

  /// - Parameter isQualified: Whether it stands behind the names of modules: then any name in capitals is a class.
  private static func isClass(_ name: String, isQualified: Bool) -> Bool {
    guard name.first?.isUppercase == true, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }) else { return false }
    return isQualified || endings.contains { name.hasSuffix($0) && name.count > $0.count }
  }

  /// A code that people search for.
  static func code(in text: String) -> String? {
    let words = text.unicodeScalars.split {
      !($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-"))
    }
    return words.lazy.map { String(String.UnicodeScalarView($0)) }.first(where: isCode)
  }

  /// `ECONNREFUSED`, `ERR_MODULE_NOT_FOUND`, `SQLSTATE`, `ORA-12541`, `TS2307`, `CrashLoopBackOff`.
  static func isCode(_ word: String) -> Bool {
    let isUpper = word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" || $0 == "-" } && word.contains(where: \.isLetter)
    if isUpper {
      if word.hasPrefix("ERR_") || word == "SQLSTATE" { return word.count > 6 }
      if word.hasPrefix("E"), word.count >= 5, word.allSatisfy(\.isLetter), !notCodes.contains(word) { return true }
      if word.count == 4, word.hasPrefix("E"), word.dropFirst().allSatisfy(\.isNumber) { return true }
      let letters = word.prefix { $0.isLetter }
      let digits = word.dropFirst(letters.count).drop { $0 == "-" }
      return (1...5).contains(letters.count) && (4...6).contains(digits.count) && digits.allSatisfy(\.isNumber) && !years(letters, digits)
    }
    let capitals = word.filter(\.isUppercase).count
    return capitals >= 2 && capitals < 6 && word.first?.isUppercase == true && word.allSatisfy(\.isLetter)
      && ["BackOff", "Killed", "Expired", "Denied", "Exceeded", "NotFound"].contains(where: word.hasSuffix)
  }

  private static let notCodes: Set<String> = [
    "ERROR", "ERRORS", "EMERG", "EMERGENCY", "ENTRYPOINT", "EXPOSE", "EXISTS", "EVENT", "EVENTS", "EXPORT", "EMPTY",
  ]

  private static func years(_ letters: Substring, _ digits: Substring) -> Bool { letters == "UTC" || letters == "GMT" }
}
