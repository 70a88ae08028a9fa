import Cataloging

/// Some of a site's files, which are planned when one of them is asked for.
struct PlannedPart: Sendable {
  /// All of them, in any order.
  let files: @Sendable () -> [PlannedFile]
  /// The one at a path; nil where none of them is.
  let file: @Sendable (_ path: String) -> PlannedFile?

  /// Files each of which can be planned alone.
  init(files: @escaping @Sendable () -> [PlannedFile], file: @escaping @Sendable (_ path: String) -> PlannedFile?) {
    (self.files, self.file) = (files, file)
  }

  /// Files that are planned together.
  ///
  /// - Parameter prefix: What the paths of all of them begin with; nothing is planned for another path.
  init(under prefix: String = "", _ files: @escaping @Sendable () -> [PlannedFile]) {
    let planned = Lazy(files)
    let byPath = Lazy { Dictionary(planned.value.map { ($0.path, $0) }) { first, _ in first } }
    self.init(
      files: { planned.value }, file: { path in path.utf8.starts(with: prefix.utf8) ? byPath.value[path] : nil })
  }
}
