import Cataloging

/// Makes the view of the page that counts how well the entries know their texts.
struct AccuracyPage {
  let accuracy: Accuracy
  /// The addresses of the areas that have a page.
  let areaAddresses: Set<String>

  func view(site: SiteView) -> AccuracyView {
    let areas = accuracy.areas.map { area in
      let address = Slug(area.slug).map(PagePath.area)
      return row(area.title, address: address.flatMap { areaAddresses.contains($0) ? $0 : nil }, area.counts)
    }
    return AccuracyView(
      site: site, healthyLines: accuracy.healthyLines == 0 ? nil : Count.grouped(accuracy.healthyLines),
      rows: areas + [row("All", address: nil, accuracy.all)])
  }

  private func row(_ title: String, address: String?, _ counts: Accuracy.Counts) -> AccuracyRowView {
    AccuracyRowView(
      title: title, address: address, entries: Count.grouped(counts.entries), samples: Count.grouped(counts.samples),
      first: Count.grouped(counts.first), captures: Count.grouped(counts.captures), crossFires: Count.grouped(counts.crossFires),
      counterexamples: Count.grouped(counts.counterexamples), quiet: Count.grouped(counts.quiet),
      falsePositives: accuracy.falsePositiveRate(counts).map(Count.grouped) ?? "–")
  }
}
