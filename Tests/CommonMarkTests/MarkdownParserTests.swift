import CommonMark
import Testing

struct MarkdownParserTests {
  @Test func `a document becomes a tree with the lines of its blocks`() {
    let text = """
      ## Title

      Some *text* with `code`
      and a [link](../go/a.md#b "t").

      ```sh linux look
      ss -ltn
      ```

      - one
      - two
      """
    #expect(
      MarkdownParser.blocks(of: text) == [
        Block(kind: .heading(level: 2, content: [Inline(kind: .text("Title"), line: 1)]), lines: 1...1),
        Block(
          kind: .paragraph([
            Inline(kind: .text("Some "), line: 3),
            Inline(kind: .emphasis([Inline(kind: .text("text"), line: 3)]), line: 3),
            Inline(kind: .text(" with "), line: 3),
            Inline(kind: .code("code"), line: 3),
            Inline(kind: .softBreak, line: 3),
            Inline(kind: .text("and a "), line: 4),
            Inline(kind: .link(destination: "../go/a.md#b", title: "t", content: [Inline(kind: .text("link"), line: 4)]), line: 4),
            Inline(kind: .text("."), line: 4),
          ]), lines: 3...4),
        Block(kind: .fence(info: "sh linux look", text: "ss -ltn\n"), lines: 6...8),
        Block(
          kind: .list(
            Block.List(
              start: nil, isTight: true,
              items: [
                [Block(kind: .paragraph([Inline(kind: .text("one"), line: 10)]), lines: 10...10)],
                [Block(kind: .paragraph([Inline(kind: .text("two"), line: 11)]), lines: 11...11)],
              ])), lines: 10...11),
      ])
  }

  @Test(arguments: [
    ("```\na\n```\n", Block.Kind.fence(info: "", text: "a\n")),
    ("~~~~\n```\n~~~~\n", .fence(info: "", text: "```\n")),
    ("````\n```\n````\n", .fence(info: "", text: "```\n")),
    ("    a\n", .indentedCode("a\n")),
    ("    ```\n    a\n", .indentedCode("```\na\n")),
    ("\r\n```\r\na\r\n```\r\n", .fence(info: "", text: "a\n")),
    ("<b>\n", .html("<b>\n")),
    ("***\n", .thematicBreak),
  ]) func `fences, indented code and HTML are told apart`(text: String, kind: Block.Kind) {
    #expect(MarkdownParser.blocks(of: text).map(\.kind) == [kind])
  }

  @Test(arguments: [
    "- ```\n  a\n  ```\n", "1.\t```\n\ta\n\t```\n", "> ~~~\n> a\n> ~~~\n", "> - é\n>   ```\n>   a\n>   ```\n", "-   ```\n    a",
  ])
  func `a fence inside a list or a quote is a fence`(text: String) {
    var blocks = MarkdownParser.blocks(of: text)
    while let last = blocks.last, let inner = last.children { blocks = inner }
    #expect(blocks.last?.kind == .fence(info: "", text: "a\n"))
  }

  @Test(arguments: ["-     ```\n      a\n", ">     ```\n>     a\n"]) func `indented code inside a list or a quote is no fence`(text: String)
  {
    var blocks = MarkdownParser.blocks(of: text)
    while let last = blocks.last, let inner = last.children { blocks = inner }
    #expect(blocks.last?.kind == .indentedCode("```\na\n"))
  }

  @Test func `a reference with a definition is a link and one without stays text`() {
    #expect(
      MarkdownParser.blocks(of: "[a][b] [c][d]\n\n[b]: /x\n").map(\.kind) == [
        .paragraph([
          Inline(kind: .link(destination: "/x", title: "", content: [Inline(kind: .text("a"), line: 1)]), line: 1),
          Inline(kind: .text(" [c][d]"), line: 1),
        ])
      ])
  }

  @Test(arguments: [">", "* ", "- ", "[", "![", "*a **a ", "<", "`a "]) func `nesting without end is flattened`(piece: String) {
    let blocks = MarkdownParser.blocks(of: String(repeating: piece, count: 20_000) + "x\n")
    #expect(blocks.plainText.contains("x"))
  }

  @Test(arguments: [
    ("a *b* `c`\nd  \ne\n\nf", "a b c d\ne\n\nf"),
    ("- a\n- b\n  - c\n", "- a\n- b\n  - c"),
    ("9. a\n\n10. b\n\n    c\n", "9. a\n\n10. b\n\n    c"),
    ("```sh look\nls\n```\n> q\n\n---\n<b>\n", "ls\n\nq"),
    ("[t](u) ![alt](v)", "t alt"),
    ("", ""),
  ]) func `plain text is what a reader sees`(text: String, plain: String) {
    #expect(MarkdownParser.blocks(of: text).plainText == plain)
  }
}

extension Block {
  /// The blocks of a quote or of a list's last item.
  fileprivate var children: [Block]? {
    switch kind {
    case .quote(let blocks): blocks
    case .list(let list): list.items.last
    default: nil
    }
  }
}
