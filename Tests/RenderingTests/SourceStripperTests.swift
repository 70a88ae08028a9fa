import Cataloging
import Testing

@testable import Rendering

@Suite struct SourceStripperTests {
  @Test(arguments: [
    ("// remark\nlet a = 1; // one\n\n  let b = 2;\n", "let a = 1;\nlet b = 2;\n"),
    ("/** Two\n * lines. */\nf();", "f();\n"),
    ("const a = \"// no\"; const b = '/* no */';", "const a = \"// no\"; const b = '/* no */';\n"),
    ("const a = \"\\\"// no\"; // yes", "const a = \"\\\"// no\";\n"),
    ("const a = `  // no\n  ${b /* yes */ + `// ${\"}\"} no`}\n  `; // yes", "const a = `  // no\n  ${b  + `// ${\"}\"} no`}\n  `;\n"),
    ("const a = `${{ b: 1 }}  // no`;", "const a = `${{ b: 1 }}  // no`;\n"),
    ("a.replace(/\\/\\*[/*]\"/g, b); // yes", "a.replace(/\\/\\*[/*]\"/g, b);\n"),
    ("return /'/.test(a); // yes", "return /'/.test(a);\n"),
    ("const a = b / c; // yes '", "const a = b / c;\n"),
    ("const a = (b) / c; const d = e[0] / f; // yes", "const a = (b) / c; const d = e[0] / f;\n"),
  ])
  func remarksAndIndentationAreTakenOutOfAScript(source: String, stripped: String) {
    #expect(Self.stripped(source, path: "assets/a.mjs") == stripped)
    #expect(Self.stripped(stripped, path: "assets/a.js") == stripped)
  }

  @Test func remarksAndIndentationAreTakenOutOfAStylesheet() {
    let source = "/* remark */\na {\n  content: \"/* no */ `\";\n  /* yes */\n  color: red;\n}\n"
    #expect(Self.stripped(source, path: "assets/a.css") == "a {\ncontent: \"/* no */ `\";\ncolor: red;\n}\n")
  }

  @Test func anotherFileStaysAsItIs() {
    #expect(Self.stripped("  // a\n\n", path: "assets/a.svg") == "  // a\n\n")
  }

  private static func stripped(_ text: String, path: String) -> String {
    String(decoding: SourceStripper.stripped(SourceFile(path: path, bytes: Array(text.utf8))), as: UTF8.self)
  }
}
