import ContentStore
import FixtureForum
import Foundation
import SeededNumbers
import Testing

/// Whatever bytes lie in `content/`: loading and checking ends, soon and without a crash.
@Suite struct HostileContentTests {
    private static let pieces: [[UInt8]] =
        [
            "---\n", "...", "[", "{", "}", "]", "&a ", "*a", "!!x ", "\n", "\r\n", "\t", ": ", "- ", "\"", "'", "|", ">", "#", "%", "..",
            "/", "\\",
            "files/", "](", "![", "translation-of: ", "reply-to: ", "date: ", "99999999999999999999", "\u{FEFF}", "\u{2028}", "\u{202E}",
            "%2e%2e",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    @Test(arguments: 0..<8) func anyBytes(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let forum = try TemporaryForum("forum")
        let outcome = try forum.check { String($0.count) }
        let paths =
            ["content/forum.yaml"]
            + outcome.listing.folders.flatMap { folder in folder.files.map { folder.path + "/" + $0.name } }
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
        let originals = try Dictionary(uniqueKeysWithValues: paths.map { ($0, try forum.bytes($0)) })
        for _ in 0..<60 {
            let changed = (0..<8).compactMap { _ in paths.randomElement(using: &random) }
            for path in changed { try forum.write(path, mutated(originals[path] ?? [], &random)) }
            let findings = try forum.check { String($0.count) }.findings
            #expect(findings.count < 8_000)
            for path in changed { try forum.write(path, originals[path] ?? []) }
        }
    }

    private func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &random)))
            case 2: bytes = Array(bytes[..<at])
            default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
            }
        }
        return bytes
    }
}
