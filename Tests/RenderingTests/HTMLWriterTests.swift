import CommonMark
import Decoding
import Testing

@testable import Rendering

@Suite struct HTMLWriterTests {
  let fill = Fill([
    IndexedCapture(name: "host", type: .host, example: "<::>"), IndexedCapture(name: "path", type: .path, example: "/srv/my app"),
    IndexedCapture(name: "port", type: .port, example: "3000"),
  ])
  static let port = "<var class=\"hue-3\" data-name=\"port\">3000</var>"

  @Test(arguments: [
    ("One *two* **three** `four`  \nfive\nsix", "<p>One <em>two</em> <strong>three</strong> <code>four</code><br>\nfive\nsix</p>"),
    ("On {port}, {{port}}, {other} and `:{port}`", "<p>On \(port), {port}, {other} and <code>:\(port)</code></p>"),
    ("At {host}", "<p>At <var class=\"hue-1\" data-name=\"host\">&lt;::&gt;</var></p>"),
    ("[a](https://example.com/?a&b \"t<i>p\")", "<p><a href=\"https://example.com/?a&amp;b\" title=\"t&lt;i&gt;p\">a</a></p>"),
    ("[a](/errors/bind/#faq-x) [b](#step-y)", "<p><a href=\"../../errors/bind/#faq-x\">a</a> <a href=\"#step-y\">b</a></p>"),
    ("[a](javascript:alert(1)) [*b*](//example.com)", "<p>a <em>b</em></p>"),
    ("![alt](x.png)", "<p>alt</p>"),
    ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
    ("<div>\n</div>", "<p>&lt;div&gt;\n&lt;/div&gt;\n</p>"),
    ("- a\n- b\n\n  c", "<ul>\n<li><p>a</p></li>\n<li><p>b</p>\n<p>c</p></li>\n</ul>"),
    ("3. a\n4. b\n   - c", "<ol start=\"3\">\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul></li>\n</ol>"),
    ("> q\n\n---", "<blockquote>\n<p>q</p>\n</blockquote>\n<hr>"),
    ("# a\n\n#### b\n\n###### c", "<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>"),
    (
      "```yaml x\n\na: \"{port}\"\n```",
      "<figure class=\"snippet\">\n<p class=\"snippet-head\">yaml</p>\n<pre tabindex=\"0\" role=\"group\" aria-label=\"Snippet: yaml\">"
        + "<code>\na: &quot;{port}&quot;</code></pre>\n</figure>"
    ),
    (
      "```text\n<x>\n```",
      "<figure class=\"snippet\">\n<pre tabindex=\"0\" role=\"group\" aria-label=\"Text\"><code>&lt;x&gt;</code></pre>\n</figure>"
    ),
  ])
  func markdownBecomesHTML(markdown: String, html: String) {
    #expect(HTMLWriter(fill: fill, root: "../../").html(of: MarkdownParser.blocks(of: markdown)).text == html)
  }

  @Test(arguments: [
    (Shell.sh, "ss ':{port}'", "ss &#39;:\(port)&#39;"),
    (.sh, "# who is {port}\nls\n  # more", "<span class=\"remark\"># who is \(port)</span>\nls\n<span class=\"remark\">  # more</span>"),
    (.sh, "ls # not a line of its own", "ls # not a line of its own"),
    (.sh, "{port} #\n#", "\(port) #\n<span class=\"remark\">#</span>"),
    (.cmd, "rem why\n:: how\ndir", "<span class=\"remark\">rem why</span>\n<span class=\"remark\">:: how</span>\ndir"),
    (.sh, "ls -l", "ls <i>-</i>l"),
    (.sh, "cat {path}", "cat <var class=\"hue-2\" data-name=\"path\">&#39;/srv/my app&#39;</var>"),
    (.cmd, "ping {host}", "ping <var class=\"hue-1\" data-name=\"host\">&lt;host&gt;</var>"),
  ])
  func aCommandIsFilledAndQuoted(shell: Shell, text: String, html: String) {
    #expect(fill.html(of: CommandTemplate(text, shell: shell, captures: fill.captures), risk: .look).text == html)
  }

  @Test(arguments: [
    ("^listen {host}:{port}$", "listen <span class=\"hue-1\">host</span>:<span class=\"hue-3\">port</span>"),
    ("{a|b} {s|} {|x|y} {...} {{x}} {^}{$}", "(a|b) [s] [x|y] … {x} ^$"),
    ("<{host:host}>", "&lt;<span class=\"hue-1\">host</span>&gt;"),
    ("{{{port}}}", "{<span class=\"hue-3\">port</span>}"),
  ])
  func aSignatureIsShownAsWording(signature: String, html: String) {
    #expect(Wording.html(of: signature, fill: fill).text == html)
  }
}
