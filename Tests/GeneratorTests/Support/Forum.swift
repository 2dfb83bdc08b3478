import Access
import Diagnostics
import Files
import Foundation
import Model
import ProgramUnderTest
import SeededNumbers

@testable import Generator

/// A forum in a folder of its own, with keys and a member who can unlock it.
final class TestForum: Sendable {
    /// The forum that it is a copy of.
    enum Origin: String {
        /// The sample forum of this repository.
        case sample = ""
        /// `Tests/Fixtures/forum`, which uses each feature once.
        case small = "Tests/Fixtures/forum/"
    }

    static let now = Instant(seconds: 1_795_424_400)  // 2026-11-23T09:00:00Z
    static let repository = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()

    let folder = TemporaryFolder()
    let passphrase: Passphrase

    /// - Parameter seed: of the keys and of the passphrase.
    init(_ origin: Origin, seed: UInt64 = 1) throws {
        try folder.copy("\(Self.repository)/\(origin.rawValue)content", to: "content")
        try folder.copy("\(Self.repository)/themes", to: "themes")
        passphrase = try Self.issue("XA", root: folder.path, seed: seed)
    }

    /// A copy of another's content, themes and keys; neither its site nor its cache.
    init(copyOf other: TestForum) throws {
        passphrase = other.passphrase
        for name in ["content", "themes", "office"] { try folder.copy(other.folder.path + "/" + name, to: name) }
    }

    var root: String { folder.path }

    /// Gives a member a passphrase; 100,000 rounds, the fewest that readers accept.
    static func issue(_ member: String, root: String, seed: UInt64) throws -> Passphrase {
        var generator = Seeded(seed)
        return try Keystore.change(office: root + "/office", rounds: 100_000, using: &generator) {
            (keystore, generator) throws(Failure) in
            try keystore.issue(.member(member), at: now, using: &generator)
        }
    }

    /// Builds it in this process.
    @discardableResult
    func build(now: Instant = now, jobs: Int = 2, auditing: Bool = false) throws -> Build.Report {
        try Build(settings(now: now, jobs: jobs)).run(auditing: auditing)
    }

    func settings(now: Instant = now, jobs: Int = 2) -> Build.Settings {
        Build.Settings(root: root, themes: ["themes/wipo"], now: now, workers: Workers(count: jobs), command: Program.worker)
    }

    /// Runs the program on it, at the time of all tests.
    func rostrum(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.run(call(arguments), environment: environment)
    }

    /// The arguments of a command on this forum.
    func call(_ arguments: [String]) -> [String] { arguments + ["--root", root, "--now", "2026-11-23T09:00:00Z"] }

    func site() throws -> SiteTree { try SiteTree(root + "/site") }

    /// Waits until the files are old enough for a build to trust their stamps.
    func settle() throws {
        let mark = TemporaryFolder()
        try mark.write("mark", [])
        while let stamp = try FileSystem.look(mark.path + "/mark")?.stamp, YoungFiles().contains(stamp) { usleep(5_000) }
    }

    /// What a build makes of it that knows nothing of earlier ones.
    func fromScratch(now: Instant = now) throws -> SiteTree {
        let other = try TestForum(copyOf: self)
        try other.build(now: now)
        return try other.site()
    }
}
