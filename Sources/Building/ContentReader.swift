public import Cataloging

/// Reads a content folder.
public enum ContentReader {
  /// All files below `folder`, sorted by the bytes of their paths. Names that begin with a dot are skipped; a link to a file
  /// inside the folder is followed.
  ///
  /// - Throws: for a link that leads elsewhere or to a folder, for anything but files, folders and links, and for whatever
  ///   cannot be read. There is no partial answer.
  public static func read(_ folder: String) throws(DiskFailure) -> [SourceFile] {
    try FolderContents(folder).files
  }
}

/// Reads a folder of templates and assets.
public enum TemplateReader {
  /// All files below `folder`, under the rules of `ContentReader`.
  public static func read(_ folder: String) throws(DiskFailure) -> [SourceFile] {
    try FolderContents(folder).files
  }
}
