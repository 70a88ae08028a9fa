// What makes reading easier: tabs for systems, copy buttons, and values of the reader's own in the commands. A page is complete without it.
{
  const root = document.documentElement;
  const script = document.currentScript;
  const engine = new URL(script.dataset.engine, document.baseURI).href;
  const isServed = root.classList.contains("served");
  const all = (scope, selector) => [...scope.querySelectorAll(selector)];
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);

  // Tabs. The system stands in `data-system` of the document, where the stylesheet finds it before this script runs.

  let groups = [];

  const systemsOf = (panel) => panel.dataset.systems.split(" ");

  function show({ buttons, panels }) {
    const shown = Math.max(0, panels.findIndex((panel) => systemsOf(panel).includes(root.dataset.system)));
    panels.forEach((panel, index) => {
      buttons[index].setAttribute("aria-selected", index === shown);
      buttons[index].tabIndex = index === shown ? 0 : -1;
      if (index === shown) panel.removeAttribute("hidden");
      else panel.setAttribute("hidden", "until-found");
    });
  }

  function choose(panel, anchor) {
    const systems = systemsOf(panel);
    const top = anchor.getBoundingClientRect().top;
    if (!systems.includes(root.dataset.system)) root.dataset.system = systems[0];
    try {
      localStorage.setItem("system", root.dataset.system);
    } catch {
      // Storage is switched off.
    }
    groups = groups.filter(({ bar }) => bar.isConnected);
    groups.forEach(show);
    // Panels above may have changed their height; what the reader looks at stays where it is.
    scrollBy(0, anchor.getBoundingClientRect().top - top);
  }

  let count = 0;

  function addTabs(bar) {
    const buttons = [...bar.children];
    const panels = all(bar.parentElement, ".panel[data-systems]");
    const group = { bar, buttons, panels };
    bar.setAttribute("role", "tablist");
    bar.setAttribute("aria-label", "System");
    buttons.forEach((button, index) => {
      const panel = panels[index];
      count += 1;
      button.id = `tab-${count}`;
      panel.id = `panel-${count}`;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      button.addEventListener("click", () => choose(panel, bar));
      panel.addEventListener("beforematch", () => choose(panel, panel));
      button.addEventListener("keydown", ({ key }) => {
        const last = buttons.length - 1;
        const next = { ArrowRight: index === last ? 0 : index + 1, ArrowLeft: index === 0 ? last : index - 1, Home: 0, End: last }[key];
        if (next === undefined) return;
        buttons[next].focus();
        choose(panels[next], bar);
      });
    });
    groups.push(group);
    show(group);
  }

  // Copying.

  async function copy(text, what, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // An older browser, or a page that is served without encryption.
      const field = document.createElement("textarea");
      field.className = "unseen";
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.textContent = "Copied";
    status.textContent = "Copied";
    setTimeout(() => {
      button.textContent = what;
      status.textContent = "";
    }, 2000);
  }

  /** The command without the remarks in it; of any other text all. */
  function commandIn(pre) {
    if (!pre.parentElement.classList.contains("command")) return pre.textContent;
    const command = pre.cloneNode(true);
    for (const remark of all(command, ".remark")) {
      if (remark.nextSibling) remark.nextSibling.textContent = remark.nextSibling.textContent.replace(/^\n/, "");
      remark.remove();
    }
    return command.textContent.trim() || pre.textContent;
  }

  function addCopyButton(pre) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const name = () => button.setAttribute("aria-label", `Copy ${commandIn(pre).slice(0, 80)}`);
    name();
    button.addEventListener("focus", name);
    button.addEventListener("click", () => copy(commandIn(pre), "Copy", button));
    pre.previousElementSibling.append(button);
  }

  // Values. Those that differ from the example fill the commands; of what does not fit, the reader is told.

  const kinds = {
    port: "a port from 1 to 65535", int: "a whole number", pid: "a process id", hex: "a hexadecimal number", ip: "an IP address",
    host: "a host name", url: "a URL", path: "a path",
  };

  function addValues(scope, form) {
    const fields = all(form, "input");
    const note = form.querySelector(".value-note");
    const hint = note.textContent;
    const examples = fields.map((field) => [field.name, field.dataset.example ?? field.defaultValue]);
    const exampleOf = new Map(examples);
    const isGood = (isValid, field, value) => value.length <= 200 && isValid(field.dataset.type, value);
    let own = new Map();

    /** The values as an entry's page takes them over. */
    const query = () => (own.size > 0 ? `#?${new URLSearchParams([...own])}` : "");

    async function fill() {
      const { CommandTemplate, FillValues, isValid } = await import(engine);
      const bad = [];
      own = new Map();
      for (const field of fields) {
        const value = field.value.trim();
        const isBad = value !== "" && !isGood(isValid, field, value);
        field.setAttribute("aria-invalid", isBad);
        if (isBad) field.setAttribute("aria-describedby", note.id);
        else field.removeAttribute("aria-describedby");
        if (isBad) bad.push(`“${value.slice(0, 40)}” is not ${kinds[field.dataset.type] ?? "such a value"}`);
        else if (value !== "" && value !== exampleOf.get(field.name)) own.set(field.name, value);
      }
      const values = new FillValues(own, examples);
      let kept = 0;
      for (const pre of all(scope, "pre[data-template]")) {
        const template = new CommandTemplate(pre.dataset.template, pre.dataset.shell, new Set(exampleOf.keys()));
        const risk = /look|change|destroy/.exec(pre.parentElement.className)[0];
        const { pieces } = template.filled(values, risk);
        const marks = all(pre, "var");
        let isKept = false;
        template.pieces.forEach((piece, index) => {
          if (piece.kind !== "placeholder") return;
          isKept ||= own.has(piece.name) && !pieces[index].isOwn;
          marks.shift().textContent = pieces[index].text;
        });
        kept += isKept;
      }
      for (const mark of all(scope, "var")) {
        if (!mark.closest("pre") && exampleOf.has(mark.dataset.name)) {
          mark.textContent = own.get(mark.dataset.name) ?? exampleOf.get(mark.dataset.name);
        }
      }
      for (const link of all(scope, ".whole")) link.href = link.href.replace(/#.*|$/, query());
      if (bad.length > 0) note.textContent = `${bad.join("; ")}. The example stays in its place.`;
      else if (kept > 0) note.textContent = `In ${kept === 1 ? "one command" : `${kept} commands`} the example stays: this value could do harm there.`;
      else note.textContent = hint;
    }

    /** Takes over what a link brings; whatever does not fit is dropped. */
    async function take() {
      if (!location.hash.startsWith("#?")) return;
      const { isValid } = await import(engine);
      const given = new URLSearchParams(location.hash.slice(2));
      for (const field of fields) {
        const value = given.get(field.name);
        if (value && isGood(isValid, field, value)) field.value = value;
      }
      await fill();
    }

    const orSay = (work) => work.catch(() => (note.textContent = "What fills the commands could not be loaded. Reload the page to try again."));
    form.addEventListener("focusin", () => orSay(import(engine)), { once: true });
    form.addEventListener("input", () => orSay(fill()));
    const share = form.querySelector(".share");
    share.addEventListener("click", () => {
      copy(new URL(form.dataset.page ?? location.pathname, location.href).href + query(), "Copy link with values", share);
    });
    if (form.dataset.page) {
      orSay(fill());
    } else {
      orSay(take());
      addEventListener("hashchange", () => orSay(take()));
    }
  }

  function add(scope) {
    all(scope, ".tabs").forEach(addTabs);
    all(scope, ".command > pre, .snippet-head + pre").forEach(addCopyButton);
    const form = isServed && scope.querySelector(".values");
    if (form) addValues(scope, form);
  }

  // A cause, a step or a question leads to itself, so that its address can be copied.
  for (const heading of all(document, "section h3[id]:not(:has(a))")) {
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.append(...heading.childNodes);
    heading.append(link);
  }

  // The stylesheet shows the list of contents beside a wide page; so say what reads the page aloud.
  if (matchMedia("(min-width: 64rem)").matches) document.querySelector(".contents")?.setAttribute("open", "");

  add(document.body);
  // The home page's box says so when it has an answer.
  addEventListener("answer", ({ target }) => add(target));

  const box = document.querySelector(".box");
  if (box && isServed) {
    const start = async () => {
      try {
        return (await import(new URL(box.dataset.module, document.baseURI).href)).start(box);
      } catch (error) {
        box.querySelector(".box-state").textContent = "The decoder could not be loaded. Reload the page to try again.";
        throw error;
      }
    };
    for (const event of ["focusin", "pointerdown", "dragenter"]) box.addEventListener(event, start, { once: true });
    // Without these, the browser would leave the page for a file that is dropped before the box is ready.
    box.addEventListener("dragover", (event) => event.preventDefault());
    box.addEventListener("drop", async (event) => {
      const [file] = event.dataTransfer.files;
      if (!file) return;
      event.preventDefault();
      (await start())(file);
    });
    box.querySelector("#file").addEventListener("change", async ({ target }) => target.files[0] && (await start())(target.files[0]));
    const paste = box.querySelector("#paste");
    for (const button of all(box, ".example")) {
      button.addEventListener("click", () => {
        paste.value = button.dataset.text;
        paste.dispatchEvent(new Event("input", { bubbles: true }));
        start();
      });
    }
  }

  // The search's dialog is loaded when it is first wanted; its link leads to the list of all errors.

  const finder = document.querySelector(".search-link");
  if (finder && isServed) {
    const load = () => import(new URL(finder.dataset.finder, document.baseURI).href);
    const search = async (terms) => {
      try {
        await (await load()).open(finder, terms);
      } catch {
        location.href = finder.href;
      }
    };
    try {
      root.dataset.slash = localStorage.getItem("slash") ?? "on";
    } catch {
      // Storage is switched off.
    }
    finder.setAttribute("aria-haspopup", "dialog");
    finder.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      search();
    });
    addEventListener("keydown", (event) => {
      const isControlled = event.ctrlKey || event.metaKey;
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      const isSlash = event.key === "/" && !isControlled && !event.altKey && !isTyping && root.dataset.slash !== "off";
      if (!isSlash && !(isControlled && !event.shiftKey && !event.altKey && event.key?.toLowerCase() === "k")) return;
      event.preventDefault();
      search();
    });
    const take = () => location.hash.startsWith("#q=") && search(new URLSearchParams(location.hash.slice(1)).get("q"));
    take();
    addEventListener("hashchange", take);
    const missing = document.querySelector(".missing");
    if (missing) load().then(({ offer }) => offer(finder, missing)).catch(() => {});
  }

  if (isServed && isSecureContext) {
    addEventListener("load", () => navigator.serviceWorker?.register(new URL("../sw.js", script.src)).catch(() => {}));
  }

  // Opened from a folder instead of a server, an address that ends in "/" would show a list of files: lead to the page in it.
  if (location.protocol === "file:") {
    addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    });
  }
}
