public import Cataloging

/// What is asked of programs and servers, where the caller has them: the rules that need them are silent without.
public struct Outside: Sendable {
  /// Complaints about each script, in the order of the scripts.
  public var checkScripts: (@Sendable ([ShellScript]) throws -> [[ShellComplaint]])?
  /// What became of each address; one that is missing was not looked at.
  public var visitLinks: (@Sendable ([String]) throws -> [String: LinkState])?

  public init(
    checkScripts: (@Sendable ([ShellScript]) throws -> [[ShellComplaint]])? = nil,
    visitLinks: (@Sendable ([String]) throws -> [String: LinkState])? = nil
  ) {
    (self.checkScripts, self.visitLinks) = (checkScripts, visitLinks)
  }
}
