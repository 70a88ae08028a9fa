import Decoding
import Testing

/// What a line of NDJSON carries.
@Suite struct TextRecordTests {
  private func text(_ line: [UInt8]) throws(TextRecord.Failure) -> [UInt8] { try TextRecord.text(inLine: line) }

  @Test(arguments: [
    (#""a b""#, "a b"), (#" "a" "#, "a"), (#""a\nb\t\"c\" \u001b[31m""#, "a\nb\t\"c\" \u{1B}[31m"), (#"{"text":"a"}"#, "a"),
    (#"{"id":7,"meta":{"x":[1,null,"\ud800"]},"text":"a","z":true}"#, "a"), (#"{"text":"a","text":"b"}"#, "b"), (#"{"text":null}"#, ""),
    ("", ""), ("  ", ""), ("\r", ""), ("\"a\"\r", "a"), (#""\ud83d\ude00""#, "\u{1F600}"), (#""\ud800x""#, "\u{FFFD}x"), (#""""#, ""),
  ])
  func aLineCarriesAText(line: String, expected: String) throws {
    #expect(String(decoding: try text(Array(line.utf8)), as: UTF8.self) == expected)
  }

  @Test func bytesThatAreNotUTF8AreLeftToTheDecoder() throws {
    #expect(try text([0x22, 0x61, 0xFF, 0x22]) == [0x61, 0xFF])
  }

  @Test(arguments: [
    ("port 8080", "an object is missing (byte 0)"), ("7", "an object is missing (byte 0)"), ("null", "an object is missing (byte 0)"),
    (#"["a"]"#, "an object is missing (byte 0)"), (#""a"#, "a string without an end (byte 2)"),
    (#""a" "b""#, "text after the end of the JSON (byte 4)"), (#"{"text":7}"#, "a string is missing (byte 8)"),
    (#"{"message":"a"}"#, #"the object has no member "text" (byte 0)"#), ("\"a\u{1}\"", "a control character in a string (byte 2)"),
  ])
  func anyOtherLineIsAFailure(line: String, reason: String) throws {
    let expected = "\(reason); a line is one JSON string, or an object with a member \"text\""
    #expect(throws: TextRecord.Failure(description: expected)) { try text(Array(line.utf8)) }
  }
}
