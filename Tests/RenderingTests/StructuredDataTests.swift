import Decoding
import Testing

@testable import Rendering

@Suite struct StructuredDataTests {
  @Test func nothingInItEndsTheScript() {
    let html = StructuredData.html(of: [.string("</script><!-- & \u{2028}\u{2029} \"\\ é")])
    #expect(
      html.text == #"{"@context":"https://schema.org","@graph":["\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029 \"\\ é"]}"#)
  }

  @Test(arguments: [(false, false), (true, true)])
  func questionsAreThereWhenTheSiteWantsThem(isWanted: Bool, areThere: Bool) throws {
    let page = try #require(
      try Fixture.render(["site.yml": Fixture.site + "\nfaq_json_ld: \(isWanted)\n"])["errors/eaddrinuse/index.html"])
    let question = #"{"@type":"Question","name":"Is it safe?","acceptedAnswer":{"@type":"Answer","text":"Yes \u0026 no."}}"#
    #expect(page.contains(question) == areThere)
    #expect(page.contains(#""@type":"FAQPage""#) == areThere)
    #expect(page.contains(#""@type":"BreadcrumbList""#) && page.contains(#""@type":"TechArticle""#))
  }
}
