// swift-tools-version: 6.1
// The house of Rostrum: what each target is, and what it may import, stands in Sources/README.md.
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-warnings-as-errors"]),
]

// Optimized in debug builds too: tests run the program some thousand times, and it takes a third of the time so.
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func house(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings + quick)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "Rostrum",
    products: [
        .executable(name: "rostrum", targets: ["rostrum"]),
        .executable(name: "rostrum-quarantine", targets: ["rostrum-quarantine"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CMarkGFM"),
        .systemLibrary(name: "CDeflate"),
        .systemLibrary(name: "CCrypt"),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
        .systemLibrary(name: "CArchive"),
        .systemLibrary(name: "CMagic"),
        .systemLibrary(name: "CVips", pkgConfig: "vips"),
        .systemLibrary(name: "CPDF"),
        .systemLibrary(name: "CTNEF"),
        .systemLibrary(name: "CSeccomp"),
        .systemLibrary(name: "CStemmer"),
        house("Diagnostics", []),
        house("Files", ["CLinux", "Diagnostics"]),
        house("Model", []),
        house("Documents", ["Diagnostics", "Files", "Yams"]),
        house("Confinement", ["CLinux", "Diagnostics", "Files"]),
        house("Markdown", ["Confinement", "Diagnostics", "Files", "CMarkGFM"]),
        house("ContentStore", ["Diagnostics", "Files", "Model", "Documents"]),
        house("Check", ["Diagnostics", "Files", "Model", "Documents", "Markdown", "ContentStore"]),
        house(
            "Access",
            [
                "Diagnostics", "Files", "Model", "CDeflate", "CCrypt",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], exclude: ["FORMAT.md", "SUBMISSIONS.md"]),
        house("Search", ["Model", "CStemmer"], exclude: ["INDEX.md"]),
        house("Theme", ["Diagnostics", "Files", "Model", "Documents", .product(name: "Mustache", package: "swift-mustache")]),
        house("Statistics", ["Model"]),
        house("Reports", ["Diagnostics", "Model", "Theme", "Statistics"]),
        house(
            "Generator",
            [
                "Diagnostics", "Files", "Model", "Documents", "Markdown", "ContentStore", "Check", "Access", "Search", "Theme",
                "Statistics", "Reports",
            ]),
        house("Publishing", ["Confinement", "Diagnostics", "Files", "Access"]),
        house("Quarantine", ["Confinement", "Diagnostics", "Files"]),
        .executableTarget(
            name: "rostrum-quarantine",
            dependencies: [
                "CLinux", "CGMime", "CArchive", "CMagic", "CVips", "CPDF", "CTNEF", "CSeccomp", "Confinement", "Files", "Quarantine",
            ],
            swiftSettings: settings),
        house(
            "Submissions",
            [
                "Confinement", "Diagnostics", "Files", "Model", "Documents", "Markdown", "ContentStore", "Check", "Access", "Theme",
                "Quarantine",
            ], exclude: ["OFFICE.md"]),
        house(
            "Desk",
            [
                "Diagnostics", "Files", "Model", "Generator", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .executableTarget(
            name: "rostrum",
            dependencies: [
                "Confinement", "Diagnostics", "Files", "Model", "Documents", "Markdown", "ContentStore", "Check", "Access", "Theme",
                "Statistics", "Reports", "Generator", "Publishing", "Quarantine", "Submissions", "Desk",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(
            name: "FixtureForum", dependencies: ["Diagnostics", "Files", "Model", "Markdown", "ContentStore", "Check"],
            path: "Tests/FixtureForum", swiftSettings: settings),
        .target(
            name: "ProgramUnderTest", dependencies: ["Diagnostics", "rostrum", "rostrum-quarantine"], path: "Tests/ProgramUnderTest",
            swiftSettings: settings),
        .target(name: "GFMSpecification", path: "Tests/GFMSpecification", swiftSettings: settings),
        .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: settings),
        .target(name: "GrowthOfCost", path: "Tests/GrowthOfCost", swiftSettings: settings),
        tests("HouseTests", []),
        tests("StatisticsTests", ["Model", "SeededNumbers", "Statistics"]),
        tests("ReportsTests", ["ProgramUnderTest"], exclude: ["Golden"]),
        tests("AccessTests", ["Access", "Diagnostics", "Files", "Model", "SeededNumbers"]),
        tests("DocumentsTests", ["Diagnostics", "Documents", "GrowthOfCost"]),
        tests("MarkdownTests", ["Markdown", "Files", "Diagnostics", "GFMSpecification", "rostrum"]),
        tests("ContentStoreTests", ["Diagnostics", "Files", "Model", "ContentStore", "FixtureForum"]),
        tests(
            "ThemeTests",
            [
                "Diagnostics", "Files", "Model", "Documents", "Theme", "SeededNumbers",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        tests(
            "SubmissionsTests",
            [
                "Access", "Check", "ContentStore", "Diagnostics", "Documents", "Files", "FixtureForum", "GrowthOfCost", "Markdown",
                "Model", "ProgramUnderTest", "Quarantine", "SeededNumbers", "Submissions", "Theme",
            ], exclude: ["Digest/Golden", "Outbox/Golden"]),
        tests("CheckTests", ["Diagnostics", "Model", "Markdown", "ContentStore", "Check", "FixtureForum", "SeededNumbers"]),
        tests(
            "GeneratorTests",
            [
                "Diagnostics", "Files", "Model", "Documents", "Markdown", "ContentStore", "Check", "Access", "Theme", "Generator",
                "GFMSpecification", "ProgramUnderTest", "SeededNumbers",
            ],
            exclude: ["Golden"]),
        tests("SearchTests", ["Model", "Search"]),
        tests("QuarantineTests", ["Diagnostics", "Quarantine", "SeededNumbers", "rostrum-quarantine"]),
    ],
    swiftLanguageModes: [.v6]
)
