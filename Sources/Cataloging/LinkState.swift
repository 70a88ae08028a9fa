/// What became of an address of the web.
public enum LinkState: Sendable, Hashable {
  case alive
  /// It is answered for good by another address.
  case moved(to: String)
  /// The server says that there is nothing, with this status: 404 or 410.
  case gone(Int)
  /// Nobody can tell now: the network, the server's trouble, or its wish to be left alone. In words.
  case unknown(String)
}
