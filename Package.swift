// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// `MAILUO_STRICT=1` (set by `.ci/run`) turns every warning into an error.
let isStrict = ProcessInfo.processInfo.environment["MAILUO_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "mailuo",
  products: [
    .library(name: "NewsText", targets: ["NewsText"]),
    .library(name: "Lexicon", targets: ["Lexicon"]),
    .library(name: "Recognition", targets: ["Recognition"]),
    .library(name: "Linking", targets: ["Linking"]),
    .library(name: "RDF", targets: ["RDF"]),
    .library(name: "SPARQL", targets: ["SPARQL"]),
    .library(name: "TripleStore", targets: ["TripleStore"]),
    .library(name: "Querying", targets: ["Querying"]),
    .library(name: "Export", targets: ["Export"]),
    .library(name: "Analytics", targets: ["Analytics"]),
    .executable(name: "mailuo", targets: ["mailuo"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // A header of ours: the processor's prefetch, which Swift has no name for.
    .systemLibrary(name: "CPrefetch"),

    .systemLibrary(
      name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"])]),

    // One direction only: a floor uses floors below it (Tests/ArchitectureTests).
    .target(name: "SeededNumbers", swiftSettings: settings),
    .target(name: "NewsText", dependencies: ["CZlib"], swiftSettings: settings),
    .target(
      name: "Seeds", path: "seeds", sources: ["Seeds.swift"],
      resources: [
        .copy("documents"), .copy("dictionary"), .copy("rules"), .copy("weights"),
        .copy("ontology.yaml"), .copy("corrections.tsv"), .copy("figures.tsv"),
      ], swiftSettings: settings),
    .target(
      name: "Lexicon",
      dependencies: [
        "CPrefetch", "NewsText", "Seeds", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Recognition", dependencies: ["CPrefetch", "Lexicon", "NewsText"],
      swiftSettings: settings),
    .target(
      name: "Linking",
      dependencies: [
        "Recognition", "Lexicon", "NewsText",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ], swiftSettings: settings),
    .target(name: "RDF", dependencies: ["CSerd", "CZlib"], swiftSettings: settings),
    .target(name: "SPARQL", dependencies: ["RDF"], swiftSettings: settings),
    .target(
      name: "TripleStore",
      dependencies: [
        "Lexicon", "Linking", "RDF", "SPARQL", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "HeapModule", package: "swift-collections"),
      ], swiftSettings: settings),
    .target(
      name: "Querying",
      dependencies: [
        "TripleStore", "Lexicon", "RDF", "SPARQL",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ], swiftSettings: settings),
    .target(
      name: "Export",
      dependencies: [
        "Querying", "TripleStore", "RDF", "Linking", "Recognition", "Lexicon", "NewsText",
      ],
      swiftSettings: settings),
    .target(
      name: "Analytics",
      dependencies: ["TripleStore", "Linking", "Recognition", "NewsText", "SeededNumbers"],
      swiftSettings: settings),
    .executableTarget(
      name: "mailuo",
      dependencies: [
        "Analytics",
        "NewsText", "Seeds", "Lexicon", "Recognition", "Linking", "TripleStore", "Querying",
        "Export", "RDF", "SPARQL",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: settings),

    .executableTarget(
      name: "mailuo-train",
      dependencies: [
        "Recognition", "Lexicon", "SeededNumbers", "Seeds",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Sources/Training", swiftSettings: settings),

    .testTarget(
      name: "NewsTextTests", dependencies: ["NewsText", "SeededNumbers"], swiftSettings: settings),
    .testTarget(
      name: "LexiconTests", dependencies: ["Lexicon", "NewsText", "SeededNumbers", "Seeds"],
      swiftSettings: settings),
    .testTarget(
      name: "RecognitionTests", dependencies: ["Recognition", "Lexicon", "NewsText"],
      swiftSettings: settings),
    .testTarget(
      name: "LinkingTests", dependencies: ["Linking", "Recognition", "Lexicon", "NewsText"],
      swiftSettings: settings),
    // Sample graphs for the tests of what stands on the store.
    .target(
      name: "GraphSamples",
      dependencies: ["TripleStore", "RDF", "Linking", "Recognition", "NewsText"],
      path: "Tests/GraphSamples", swiftSettings: settings),
    .testTarget(name: "SPARQLTests", dependencies: ["SPARQL", "RDF"], swiftSettings: settings),
    .testTarget(
      name: "TripleStoreTests",
      dependencies: [
        "GraphSamples", "PythonPeers", "TripleStore", "RDF", "SPARQL", "Linking", "Lexicon",
        "Recognition", "NewsText", "SeededNumbers",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], exclude: ["random_queries.py"], swiftSettings: settings),
    .testTarget(
      name: "QueryingTests",
      dependencies: [
        "GraphSamples", "Querying", "TripleStore", "RDF", "Linking", "Recognition", "NewsText",
        "SeededNumbers",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExportTests",
      dependencies: [
        "GraphSamples", "Export", "Querying", "TripleStore", "RDF", "Linking", "Recognition",
        "Lexicon", "NewsText", "SeededNumbers",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "GraphSamples", "PythonPeers", "mailuo", "Export", "TripleStore", "Linking", "Recognition",
        "Lexicon", "NewsText",
      ],
      exclude: [
        "EndToEnd/analytics_page.py", "EndToEnd/datasette_pages.py", "EndToEnd/seed_measures.py",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "QuestionTests",
      dependencies: [
        "GraphSamples", "Querying", "TripleStore", "Linking", "Lexicon", "NewsText",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RobustnessTests",
      dependencies: ["Linking", "Recognition", "Lexicon", "NewsText", "SeededNumbers"],
      swiftSettings: settings),
    // Programs of other people that tests compare with, where they are installed.
    .target(name: "PythonPeers", path: "Tests/PythonPeers", swiftSettings: settings),
    .testTarget(
      name: "AnalyticsTests",
      dependencies: [
        "Analytics", "GraphSamples", "PythonPeers", "TripleStore", "Linking", "Recognition",
        "NewsText", "SeededNumbers",
      ], exclude: ["measures.py"], swiftSettings: settings),
    .testTarget(name: "TrainingTests", dependencies: ["mailuo-train"], swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
