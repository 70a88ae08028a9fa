/// All content, valid: nothing in it has an error. Only a catalog reaches a renderer.
public struct Catalog: Sendable, Equatable {
  public let site: SiteSettings
  /// Sorted by slug.
  public let areas: [Grouping]
  /// Sorted by slug.
  public let conditions: [Grouping]
  /// Sorted by slug; drafts included.
  public let entries: [Entry]

  /// The entries that are not drafts.
  public var published: [Entry] { entries.filter { !$0.isDraft } }
}

/// An area or a condition.
public struct Grouping: Sendable, Equatable {
  public let slug: Slug
  public let title: String
  public let summary: String
}

/// `content/site.yml`.
public struct SiteSettings: Sendable, Equatable {
  public let title: String
  /// Absolute, ends in `/`; its path is the base path. Nil when the site has no address yet.
  public let url: String?
  public let description: String
  /// A BCP 47 tag.
  public let language: String
  /// The address of the repository's page, without a final `/`.
  public let repository: String?
  public let branch: String
  public let callout: Callout?
  public let minimum: Minimum
  /// Custom properties of the stylesheet, sorted by name: `accent` becomes `--accent`.
  public let style: [(name: String, value: String)]
  public let hasFAQJSONLD: Bool

  public static func == (left: SiteSettings, right: SiteSettings) -> Bool {
    left.title == right.title && left.url == right.url && left.description == right.description && left.language == right.language
      && left.repository == right.repository && left.branch == right.branch && left.callout == right.callout
      && left.minimum == right.minimum && left.hasFAQJSONLD == right.hasFAQJSONLD
      && left.style.elementsEqual(right.style, by: ==)
  }
}

/// The product callout on every entry's page.
public struct Callout: Sendable, Equatable {
  public let title: String
  public let text: String
  public let points: [String]
  public let link: String?
}

/// How many of each an entry must have.
public struct Minimum: Sendable, Equatable {
  public let samples: Int
  public let counterexamples: Int
  public let questions: Int

  /// That of a site whose settings do not say.
  package static let unset = Minimum(samples: 1, counterexamples: 1, questions: 0)
}
