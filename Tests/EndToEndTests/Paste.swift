import Foundation
import Testing

/// An error as a program printed it, and what must be found in it.
struct Paste: CustomTestStringConvertible {
  let name: String
  /// The lines as printed.
  let lines: [String]
  let entry: String
  let captures: [String: String]

  var testDescription: String { name }

  static let all = [
    Paste(
      name: "an uncaught exception of Node",
      lines: [
        "node:events:487",
        "      throw er; // Unhandled 'error' event",
        "      ^",
        "",
        "Error: listen EADDRINUSE: address already in use 127.0.0.1:8787",
        "    at Server.setupListenHandle [as _listen2] (node:net:1940:16)",
        "    at listenInCluster (node:net:1997:12)",
        "    at node:net:2206:7",
        "    at process.processTicksAndRejections (node:internal/process/task_queues:90:21) {",
        "  code: 'EADDRINUSE',",
        "  errno: -98,",
        "  syscall: 'listen',",
        "  address: '127.0.0.1',",
        "  port: 8787",
        "}",
        "",
        "Node.js v22.20.0",
      ],
      entry: "eaddrinuse", captures: ["host": "127.0.0.1", "port": "8787"]),
    Paste(
      name: "a worker of Node's cluster",
      lines: [
        "Error: bind EADDRINUSE null:3000",
        "    at listenOnPrimaryHandle (node:net:1989:18)",
        "    at rr (node:internal/cluster/child:163:12)",
        "    at Worker.<anonymous> (node:internal/cluster/child:113:7)",
        "Emitted 'error' event on Server instance at:",
        "    at listenOnPrimaryHandle (node:net:1990:21) {",
        "  errno: -98,",
        "  code: 'EADDRINUSE',",
        "  syscall: 'bind',",
        "  address: null,",
        "  port: 3000",
        "}",
      ],
      entry: "eaddrinuse", captures: ["host": "null", "port": "3000"]),
    Paste(
      name: "docker run",
      lines: [
        "docker: Error response from daemon: driver failed programming external connectivity on endpoint web2 "
          + "(8c78aad5c49441a95d402ef9872d53ce8a19b3e9bb836a85e2fae404cff1f337): "
          + "Bind for 127.0.0.1:18080 failed: port is already allocated",
        "",
        "Run 'docker run --help' for more information",
      ],
      entry: "docker-port-is-already-allocated", captures: ["container": "web2", "host": "127.0.0.1", "port": "18080"]),
    Paste(
      name: "docker start of Engine 28",
      lines: [
        "Error response from daemon: failed to set up container networking: driver failed programming external connectivity on "
          + "endpoint WinBoat (d5bda004c9be51ea36bfa876e0bd4f9bb118c85d9bba9bc05e5dd4546c409b91): "
          + "failed to bind host port for 0.0.0.0:7148:172.18.0.2:7148/tcp: address already in use",
        "Error: failed to start containers: WinBoat",
      ],
      entry: "docker-port-is-already-allocated", captures: ["container": "WinBoat", "host": "0.0.0.0", "port": "7148"]),
    Paste(
      name: "docker-compose up",
      lines: [
        "Starting shop_web_1 ... error",
        "ERROR: for shop_web_1  Cannot start service web: driver failed programming external connectivity on endpoint shop_web_1 "
          + "(564b4d48a43f2dc16d4f37952b67e7a8b3ad7bf5966daf14d32d9eb8dddfd23d): "
          + "Bind for 127.0.0.1:18080 failed: port is already allocated",
        "ERROR: Encountered errors while bringing up the project.",
      ],
      entry: "docker-port-is-already-allocated",
      captures: ["container": "shop_web_1", "host": "127.0.0.1", "port": "18080", "service": "web"]),
  ]
}
