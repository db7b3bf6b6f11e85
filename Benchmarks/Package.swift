// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "mailuo", path: "..")],
  targets: [
    .executableTarget(
      name: "Network", dependencies: [.product(name: "Analytics", package: "mailuo")]),
    .executableTarget(
      name: "Throughput",
      dependencies: [
        .product(name: "NewsText", package: "mailuo"),
        .product(name: "Lexicon", package: "mailuo"),
        .product(name: "Recognition", package: "mailuo"),
        .product(name: "Linking", package: "mailuo"),
        .product(name: "Export", package: "mailuo"),
      ]),
    .executableTarget(
      name: "GraphSpeed",
      dependencies: [
        .product(name: "Lexicon", package: "mailuo"),
        .product(name: "Recognition", package: "mailuo"),
        .product(name: "Linking", package: "mailuo"),
        .product(name: "RDF", package: "mailuo"),
        .product(name: "SPARQL", package: "mailuo"),
        .product(name: "TripleStore", package: "mailuo"),
        .product(name: "Querying", package: "mailuo"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
