import Cataloging

/// What the preview adds to the site. None of it is ever written by `build`.
enum PreviewPages {
  static func scriptElement(page: String, version: String) -> [UInt8] {
    let element = """
      <script src="\(PreviewResponder.own)preview.js" data-page="\(escaped(page))" data-version="\(escaped(version))"></script>
      """
    return Array(element.utf8)
  }

  /// Shown as long as there was nothing good to be shown.
  static let waiting = Array(
    """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nothing to show yet</title>
    <link rel="stylesheet" href="/.decode-site/preview.css"></head>
    <body class="source">
    <main>
    <h1>Nothing to show yet</h1>
    <p>The content has errors. Mend them, and the site is here.</p>
    </main>
    </body>
    </html>

    """.utf8)

  /// A file with its lines numbered, and those marked that findings are about.
  static func source(_ file: SourceFile, _ findings: PreviewFindings) -> [UInt8] {
    let marked = Dictionary(grouping: findings.findings.filter { $0.place.path == file.path }, by: \.place.line)
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.enumerated().map { index, line in
      let notes = (marked[index + 1] ?? []).map { "<p class=\"note\">\(escaped($0.message)): \(escaped($0.hint))</p>" }.joined()
      let mark = notes.isEmpty ? "" : " class=\"marked\""
      return "<li id=\"L\(index + 1)\"\(mark)><code>\(escaped(String(line)))</code>\(notes)</li>"
    }
    let html = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(escaped(file.path))</title>
      <link rel="stylesheet" href="\(PreviewResponder.own)preview.css"></head>
      <body class="source">
      <main>
      <h1>\(escaped(findings.prefix + file.path))</h1>
      <ol>
      \(rows.joined(separator: "\n"))
      </ol>
      </main>
      </body>
      </html>

      """
    return Array(html.utf8)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Takes the place of a worker from an earlier visit, and takes itself away.
  static let worker = Array(
    """
    self.addEventListener("install", () => self.skipWaiting());
    self.addEventListener("activate", (event) => event.waitUntil((async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await self.registration.unregister();
      for (const client of await self.clients.matchAll()) client.navigate(client.url);
    })()));

    """.utf8)

  /// Loads the page again when it is another one, where its reader was, and shows what is wrong.
  static let script = Array(
    #"""
    (() => {
      const own = "/.decode-site/";
      const { page, version } = document.currentScript.dataset;
      const key = "decode-site-place";

      const keep = () => {
        const open = [...document.querySelectorAll("details")].flatMap((element, index) => (element.open ? [index] : []));
        sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, open }));
      };
      const restore = () => {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
        if (kept?.path !== location.pathname) return;
        const elements = document.querySelectorAll("details");
        for (const index of kept.open) if (elements[index]) elements[index].open = true;
        scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
      };
      restore();
      addEventListener("load", () => {
        restore();
        sessionStorage.removeItem(key);
      });

      const host = document.createElement("div");
      host.id = "decode-site-preview";
      host.role = "status";
      const root = host.attachShadow({ mode: "open" });
      const element = (name, text, ...children) => {
        const made = document.createElement(name);
        if (text) made.textContent = text;
        made.append(...children);
        return made;
      };
      const show = ({ trouble, pending, findings }) => {
        const sheet = element("link");
        sheet.rel = "stylesheet";
        sheet.href = own + "preview.css";
        const count = `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
        const head = [trouble, findings.length ? count : null, pending && findings.length ? "samples are being tried" : null];
        const list = element("ul");
        for (const finding of findings) {
          const link = element("a", finding.place);
          link.href = `${own}source/${finding.path}#L${finding.line}`;
          link.target = "_blank";
          const said = element("p", "", element("strong", `${finding.severity}: ${finding.message}`));
          const item = element("li", "", link, said, element("p", finding.hint));
          item.className = finding.severity;
          list.append(item);
        }
        const panel = element("details", "", element("summary", head.filter(Boolean).join(" · ")), list);
        panel.open = Boolean(trouble) || findings.some((finding) => finding.severity === "error");
        root.replaceChildren(sheet, ...(trouble || findings.length ? [panel] : []));
      };
      document.body.append(host);
      // The end of the page can be read above what stands over it.
      new ResizeObserver(() => { document.body.style.paddingBottom = `${host.offsetHeight}px`; }).observe(host);

      const events = new EventSource(`${own}events?page=${encodeURIComponent(page)}&version=${encodeURIComponent(version)}`);
      events.addEventListener("reload", () => {
        keep();
        location.reload();
      });
      events.addEventListener("findings", (event) => show(JSON.parse(event.data)));
    })();

    """#.utf8)

  static let style = Array(
    """
    :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
    :host > details, .source { font: 14px/1.45 system-ui, sans-serif; color: #1b1b1f; background: #fff8e8; }
    :host > details { max-height: 45vh; overflow: auto; border-top: 3px solid #b3261e; }
    summary { padding: 0.5rem 1rem; font-weight: 600; cursor: pointer; }
    ul { margin: 0; padding: 0 1rem 0.25rem; list-style: none; }
    ul li { margin: 0.5rem 0; padding-left: 0.75rem; border-left: 3px solid #a86a00; overflow-wrap: anywhere; }
    ul .error { border-color: #b3261e; }
    ul p { margin: 0; }
    a { color: #6b1510; font-family: ui-monospace, monospace; }
    .source { margin: 1rem; background: #fff; }
    .source h1 { font-size: 1.1rem; overflow-wrap: anywhere; }
    .source ol { padding-left: 4rem; font-family: ui-monospace, monospace; }
    .source ol li { padding-left: 0.5rem; scroll-margin-top: 30vh; overflow-wrap: anywhere; }
    .source ol li::marker { color: #5f5a52; content: counter(list-item) " "; }
    .source code { white-space: pre-wrap; }
    .source .marked, .source li:target { background: #ffe3bf; }
    .source .note { margin: 0; font-family: system-ui, sans-serif; color: #6b1510; }
    @media (prefers-color-scheme: dark) {
      :root { color-scheme: dark; }
      :host > details { color: #f3efe6; background: #2b2413; }
      .source { color: #f3efe6; background: #1b1a17; }
      a, .source .note { color: #ffb4a9; }
      .source ol li::marker { color: #a8a296; }
      .source .marked, .source li:target { background: #4a3610; }
    }
    @media print { :host { display: none; } }

    """.utf8)
}
