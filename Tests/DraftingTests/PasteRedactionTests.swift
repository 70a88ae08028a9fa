import Testing

@testable import Drafting

@Suite struct PasteRedactionTests {
  @Test(arguments: [
    ("connect to 52.28.14.7:5432, 52.28.14.7 and 8.8.8.8", "connect to 203.0.113.1:5432, 203.0.113.1 and 203.0.113.2"),
    ("[2a00:1450:4001::8a]:443 and ::1 and fe80::1", "[2001:db8::1]:443 and ::1 and fe80::1"),
    ("getaddrinfo ENOTFOUND db.acme-shop.com", "getaddrinfo ENOTFOUND example.com"),
    ("https://registry.acme.io/v2/ and https://api.acme.io:8443/", "https://registry.example.com/v2/ and https://example.com:8443/"),
    ("postgres://shop:hunter2hunter2@db.acme.com/shop", "postgres://shop:[redacted]@example.com/shop"),
    ("/home/maria/app and /home/app/x and /Users/maria/x", "/home/app/app and /home/app/x and /Users/app/x"),
    ("write to maria@acme.com", "write to [redacted]"),
  ])
  func whatNobodyElseShouldSeeIsReplaced(raw: String, text: String) {
    let redaction = PasteRedaction(raw)
    #expect(redaction.text == text)
    #expect(!redaction.notes.isEmpty)
  }

  @Test(arguments: [
    "listen 0.0.0.0:80, 127.0.0.1, 10.0.0.5, 172.16.0.1, 192.168.1.1, 169.254.169.254, 203.0.113.9", "Chrome/120.0.0.0 v1.2.3.4",
    "org.postgresql.util.PSQLException", "at Object.<anonymous> (server.js:1:2)", "github.com/lib/pq: see https://docs.acme.com/x",
    "main.go deploy.sh config.json", "db.internal localhost example.com web-01", "/home/deploy/app", "14:33:13 1.2.3",
    "\u{1B}[31mrot\u{1B}[0m\r\nTab\there",
  ])
  func whatGivesNothingAwayIsKept(raw: String) {
    #expect(PasteRedaction(raw).text == raw)
    #expect(PasteRedaction(raw).notes == [])
  }

  @Test func itSaysWhatStandsForWhatButForSecrets() {
    let notes = PasteRedaction("52.28.14.7 db.acme.com password=hunter2hunter2 /home/maria/x").notes
    #expect(notes == ["1 secret or e-mail address", "52.28.14.7, now 203.0.113.1", "db.acme.com, now example.com", "maria, now app"])
  }
}
