import Testing

@testable import Linting

@Suite struct TextTests {
  @Test(arguments: [
    ("connect 34.120.8.20:443 failed", ["34.120.8.20"]), ("[2a00:1450:4001::200e]:443", ["2a00:1450:4001::200e"]),
    ("34.120.8.20.", ["34.120.8.20"]),
    ("https://34.120.8.20/x 93.184.215.14", ["34.120.8.20", "93.184.215.14"]), ("ssh root@34.120.8.20", ["34.120.8.20"]),
    ("host=34.120.8.20", ["34.120.8.20"]),
    ("10.0.0.5 172.16.3.4 192.168.0.1 127.0.0.1 0.0.0.0 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255", []),
    ("192.0.2.1 198.51.100.7 203.0.113.9 8.8.8.8 1.1.1.1 9.9.9.9 208.67.222.222", []),
    ("::1 fe80::1 fd00::1 2001:db8::1 2001:4860:4860::8888 std::vector a::b 12:34:56 aa:bb:cc:dd:ee:ff", []),
    (
      "Chrome/96.0.4664.110 Chrome/96.0.46.110 version 34.1.2.3 foo==34.1.2.3 34.1.2 34.1.2.3.4 34.1.2.300 v34.1.2.3 34.1.2.3-1 034.1.2.3",
      []
    ),
    (#"newVersion="34.1.2.3" VERSION='34.1.2.3' version: "34.1.2.3" Version=34.1.2.3"#, []),
    (#"conversion="x" host="34.120.8.20" über 34.120.8.21"#, ["34.120.8.20", "34.120.8.21"]),
  ]) func `addresses of real machines`(text: String, found: [String]) {
    let bytes = Array(text.utf8)
    let ranges = bytes.withUnsafeBufferPointer(AddressScanner.publicAddresses)
    #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == found)
  }

  @Test(arguments: [
    ("secret", true), ("changeme123", true), ("AKIAIOSFODNN7EXAMPLE", true), ("hunter2!", false), ("tr0ub4dor", false),
    ("NEXUS_PASSWORD", true), ("only-for-the-build", true), ("x509:", true), ("${KEY:?not set}", true), ("env(KEY1)", true),
    ("CorrectHorse", false), ("-----BEGIN RSA PRIVATE KEY-----", false),
  ])
  func `words that stand for a secret`(text: String, isKnown: Bool) {
    #expect(WellKnownSecret.contains(text.unicodeScalars) == isKnown)
  }
}
