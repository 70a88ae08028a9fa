/// A page's template with its partials, compiled for the view that it is filled with: every name is looked up once, here.
struct TemplateProgram: Sendable {
  fileprivate enum Step: Sendable {
    case literal(HTML)
    case text(frame: Int, @Sendable (TemplateFrame) -> String?)
    case html(frame: Int, @Sendable (TemplateFrame) -> HTML?)
    case flag(frame: Int, @Sendable (TemplateFrame) -> Bool, isInverted: Bool, TemplateProgram)
    /// A section of a text, or of HTML, which is a frame in it.
    case value(frame: Int, @Sendable (TemplateFrame) -> TemplateFrame?, TemplateProgram)
    case texts(frame: Int, @Sendable (TemplateFrame) -> [String], TemplateProgram)
    case views(frame: Int, TemplateScope, @Sendable (TemplateFrame) -> [TemplateFrame], TemplateProgram)
    /// What is written when a section has nothing.
    case otherwise(frame: Int, @Sendable (TemplateFrame) -> Bool, TemplateProgram)
  }

  fileprivate var steps: [Step] = []

  /// The page's bytes.
  ///
  /// - Parameter view: Of the kind that the template was compiled for.
  func bytes<View: TemplateView>(of view: View) -> [UInt8] {
    var frames: [TemplateFrame] = []
    View.names.scope.append(ViewFrame(view), to: &frames)
    var page = HTML(capacity: 32_768)
    write(&frames, to: &page)
    return page.bytes
  }

  private func write(_ frames: inout [TemplateFrame], to page: inout HTML) {
    for step in steps {
      switch step {
      case .literal(let literal): page.append(literal)
      case .text(let frame, let value):
        if let text = value(frames[frame]) { page.append(escaped: text) }
      case .html(let frame, let value):
        if let html = value(frames[frame]) { page.append(html) }
      case .flag(let frame, let value, let isInverted, let inner):
        if value(frames[frame]) != isInverted { inner.write(&frames, to: &page) }
      case .otherwise(let frame, let isThere, let inner):
        if !isThere(frames[frame]) { inner.write(&frames, to: &page) }
      case .value(let frame, let value, let inner):
        if let value = value(frames[frame]) { inner.write(value, over: &frames, to: &page) }
      case .texts(let frame, let values, let inner):
        for text in values(frames[frame]) { inner.write(ViewFrame(text), over: &frames, to: &page) }
      case .views(let frame, let scope, let views, let inner):
        for view in views(frames[frame]) {
          scope.append(view, to: &frames)
          inner.write(&frames, to: &page)
          frames.removeLast(scope.frameCount)
        }
      }
    }
  }

  private func write(_ value: TemplateFrame, over frames: inout [TemplateFrame], to page: inout HTML) {
    frames.append(value)
    write(&frames, to: &page)
    frames.removeLast()
  }
}

/// Makes programs of templates that were checked.
struct TemplateCompiler {
  /// What the tags of one place can see.
  private struct Sight {
    /// Each with its first frame; the innermost last.
    var scopes: [(scope: TemplateScope, frame: Int)]
    /// The kind and the frame of `{{.}}`.
    var dot: (isHTML: Bool, frame: Int)?
    /// How many frames there are.
    var depth: Int
    /// What each line of the partial begins with.
    var indentation = ""
  }

  /// By path without its suffix.
  let templates: [String: [TemplateNode]]

  /// - Precondition: The checker found nothing wrong with the template.
  func program(for scope: TemplateScope, template: String) -> TemplateProgram {
    var program = TemplateProgram()
    append(templates[template] ?? [], Sight(scopes: [(scope, 0)], depth: scope.frameCount), to: &program)
    return program
  }

  private func append(_ nodes: [TemplateNode], _ sight: Sight, to program: inout TemplateProgram) {
    for node in nodes {
      switch node {
      case .lineStart: program.append(sight.indentation)
      case .literal(let text): program.append(text)
      case .tag(let tag): append(tag, sight, to: &program)
      }
    }
  }

  private func append(_ tag: TemplateTag, _ sight: Sight, to program: inout TemplateProgram) {
    switch tag.kind {
    case .partial(let indentation):
      var inner = sight
      inner.indentation += indentation
      append(templates[tag.name] ?? [], inner, to: &program)
    case .section(let isInverted, let nodes):
      if let step = section(tag.name, isInverted: isInverted, nodes, sight) { program.steps.append(step) }
    case .text, .html:
      if let step = value(tag.name, sight) { program.steps.append(step) }
    }
  }

  private func value(_ name: String, _ sight: Sight) -> TemplateProgram.Step? {
    if name == ".", let dot = sight.dot {
      return dot.isHTML ? .html(frame: dot.frame, \.html) : .text(frame: dot.frame, \.text)
    }
    guard let (kind, frame) = found(name, sight) else { return nil }
    return switch kind {
    case .text(let value): .text(frame: frame, value)
    case .html(let value): .html(frame: frame, value)
    case .flag, .texts, .views: nil
    }
  }

  private func section(_ name: String, isInverted: Bool, _ nodes: [TemplateNode], _ sight: Sight) -> TemplateProgram.Step? {
    guard let (kind, frame) = found(name, sight) else { return nil }
    var inner = sight
    if !isInverted {
      switch kind {
      case .flag: break
      case .text, .texts: (inner.dot, inner.depth) = ((false, sight.depth), sight.depth + 1)
      case .html: (inner.dot, inner.depth) = ((true, sight.depth), sight.depth + 1)
      case .views(let scope, _, _):
        inner.scopes.append((scope, sight.depth))
        (inner.dot, inner.depth) = (nil, sight.depth + scope.frameCount)
      }
    }
    var program = TemplateProgram()
    append(nodes, inner, to: &program)
    return switch kind {
    case .flag(let value): .flag(frame: frame, value, isInverted: isInverted, program)
    case .text(let value):
      isInverted
        ? .otherwise(frame: frame, { value($0) != nil }, program) : .value(frame: frame, { value($0).map(ViewFrame.init) }, program)
    case .html(let value):
      isInverted
        ? .otherwise(frame: frame, { value($0) != nil }, program) : .value(frame: frame, { value($0).map(ViewFrame.init) }, program)
    case .texts(let values):
      isInverted ? .otherwise(frame: frame, { !values($0).isEmpty }, program) : .texts(frame: frame, values, program)
    case .views(let scope, _, let views):
      isInverted ? .otherwise(frame: frame, { !views($0).isEmpty }, program) : .views(frame: frame, scope, views, program)
    }
  }

  private func found(_ name: String, _ sight: Sight) -> (kind: TemplateScope.Kind, frame: Int)? {
    for (scope, frame) in sight.scopes.reversed() {
      if let kind = scope.names[name] { return (kind, frame + (scope.depths[name] ?? 0)) }
    }
    return nil
  }
}

extension TemplateProgram {
  fileprivate mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    let literal = HTML(fit: Array(text.utf8))
    if case .literal(var before) = steps.last {
      before.append(literal)
      steps[steps.count - 1] = .literal(before)
    } else {
      steps.append(.literal(literal))
    }
  }
}
