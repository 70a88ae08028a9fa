/// The release that these sources are.
public enum Release {
  /// As `decode --version` and `decode-site --version` print it.
  public static let version = "0.1.0"
}
