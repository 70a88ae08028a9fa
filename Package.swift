// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Optimised in debug builds too: the tests decode every sample against every entry, which takes minutes otherwise.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "deploy-error-decoder",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "decode", targets: ["decode"]),
    .executable(name: "decode-site", targets: ["decode-site"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // libcmark's C headers, found by pkg-config. Imported by CommonMark alone.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),

    // Markdown text to a tree of values. Knows neither entries nor HTML; never imports a target of ours but CCmark.
    .target(name: "CommonMark", dependencies: ["CCmark"], swiftSettings: fast),

    // The search's innermost loops, in C for the sake of wide registers. Knows bytes alone: no patterns, no memory of its own.
    .target(name: "CScan"),

    // Raw text to a diagnosis, and the index both sides share. A leaf: never imports Markdown, YAML, Foundation or a disk.
    .target(name: "Decoding", dependencies: ["CScan"], exclude: ["RULES.md"], swiftSettings: fast),

    // Files of content to a catalog, findings and the index. Never touches a disk, never makes HTML.
    .target(
      name: "Cataloging",
      dependencies: ["CommonMark", "Decoding", .product(name: "Yams", package: "Yams")],
      swiftSettings: fast),

    // The rules that content is held to, one a file, and findings in all their printed forms. Never touches a disk, never makes HTML.
    .target(name: "Linting", dependencies: ["Cataloging", "CommonMark", "Decoding"], swiftSettings: fast),

    // A catalog to the site's files, in memory. Never touches a disk, never parses YAML.
    .target(name: "Rendering", dependencies: ["Cataloging", "CommonMark", "Decoding"], swiftSettings: strict),

    // The only library that touches the disk: reads content, writes the site. Never imports Rendering or a parser.
    .target(name: "Building", dependencies: ["Cataloging", "Decoding"], swiftSettings: strict),

    // A site in memory over HTTP, with what is wrong with it: the only target with sockets. Never touches a disk, never makes pages.
    .target(
      name: "Previewing", dependencies: ["Cataloging", "Decoding", .product(name: "FlyingFox", package: "FlyingFox")],
      swiftSettings: strict),

    // Raw text to the draft of an entry. Never touches a disk.
    .target(name: "Drafting", dependencies: ["Cataloging", "Decoding"], swiftSettings: strict),

    // Runs the scripts that provoke errors: the only library that starts programs. Never imports Rendering or a parser.
    .target(name: "Reproducing", dependencies: ["Building", "Cataloging", "Decoding"], swiftSettings: strict),

    // The tool behind the plugin: a folder to one Swift file. Few dependencies, as each of them is compiled again for the host.
    .executableTarget(
      name: "embed", dependencies: ["Building", "Cataloging", "Decoding"], swiftSettings: strict),
    .plugin(name: "Embed", capability: .buildTool(), dependencies: ["embed"]),

    // The index of content/, as generated Swift. Imported by decode alone, so that decode-site builds while content is broken.
    .target(
      name: "BuiltInIndex", exclude: ["content"], swiftSettings: strict, plugins: ["Embed"]),

    // The files of templates/, as generated Swift. Imported by decode-site alone.
    .target(
      name: "BuiltInTemplates", exclude: ["templates"], swiftSettings: strict, plugins: ["Embed"]),

    // The programs: parse flags, call one function, print, exit.
    .executableTarget(
      name: "decode",
      dependencies: [
        "BuiltInIndex", "Decoding", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "decode-site",
      dependencies: [
        "Building", "BuiltInTemplates", "Cataloging", "CommonMark", "Decoding", "Drafting", "Linting", "Previewing", "Rendering",
        "Reproducing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"], swiftSettings: strict),
    .testTarget(name: "DecodingTests", dependencies: ["CScan", "Decoding"], swiftSettings: strict),
    // What libFuzzer runs, and the same over its seeds and random bytes; Program/ is built by Tests/Fuzz/run alone.
    .testTarget(
      name: "FuzzTests", dependencies: ["Decoding"], path: "Tests/Fuzz", exclude: ["Program", "Seeds", "run"], swiftSettings: strict),
    .testTarget(
      name: "CatalogingTests", dependencies: ["Building", "Cataloging", "CommonMark", "Decoding"],
      swiftSettings: strict),
    .testTarget(
      name: "RenderingTests", dependencies: ["Building", "BuiltInTemplates", "Cataloging", "CommonMark", "Decoding", "Rendering"],
      exclude: ["Goldens"], swiftSettings: strict),
    // Fixtures/<rule>/ hold broken content and what is printed about it.
    .testTarget(
      name: "LintingTests", dependencies: ["Building", "Cataloging", "Decoding", "Linting"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "DraftingTests", dependencies: ["Cataloging", "Decoding", "Drafting"], swiftSettings: strict),
    .testTarget(name: "PreviewingTests", dependencies: ["Cataloging", "Previewing"], swiftSettings: strict),
    .testTarget(name: "ContentTests", dependencies: ["Building", "Cataloging", "Linting"], swiftSettings: strict),
    .testTarget(name: "BuildingTests", dependencies: ["Building", "Cataloging", "Decoding"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["decode", "decode-site", "Decoding"], swiftSettings: strict),
  ]
)
