import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Each command of the office, killed at its writes in turn, at every fourth where the run is no long one: what runs next finds nothing lost
/// and nothing doubled.
@Suite("The office, killed at every write", .enabled(if: Tracer.isPossible)) struct KillTests {
    /// What changes a disk.
    private static let writes = ["write", "fsync", "syncfs", "rename", "unlink", "unlinkat", "mkdirat", "truncate", "rmdir"]

    /// A command, with what was done before it.
    struct Scenario: CustomTestStringConvertible {
        let name: String
        let before: [[String]]
        let command: [String]
        /// At least so many writes are expected: fewer would mean that nothing was tried.
        let least: Int
        /// At which calls it is killed.
        var calls = KillTests.writes
        var testDescription: String { name }
    }

    private static let scenarios: [Scenario] = [
        Scenario(name: "import", before: [], command: ["inbox", "import", "mails"], least: 25),
        Scenario(
            name: "import what comes back", before: [["inbox", "import", "mails"], ["review", "return", "1", "--words", "x"]],
            command: ["inbox", "import", "corrected.eml"], least: 10),
        Scenario(name: "claim", before: [["inbox", "import", "mails"]], command: ["review", "claim", "1"], least: 6),
        Scenario(name: "edit", before: [["inbox", "import", "mails"]], command: ["review", "edit", "1", "--file", "edited.md"], least: 8),
        Scenario(
            name: "return", before: [["inbox", "import", "mails"]], command: ["review", "return", "1", "--reason", "off-topic"], least: 6),
        Scenario(name: "approve", before: [["inbox", "import", "folder"]], command: ["review", "approve", "1"], least: 10),
        Scenario(
            name: "undo", before: [["inbox", "import", "folder"], ["review", "approve", "1"]], command: ["review", "undo", "1"], least: 8),
        Scenario(
            name: "withdraw", before: [["inbox", "import", "folder"], ["review", "approve", "1"]],
            command: ["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x"], least: 10),
        Scenario(
            name: "purge", before: [["inbox", "import", "folder"], ["review", "approve", "1"]],
            command: ["withdraw", "2026-002/0002", "--requested-by", "author", "--reason", "x", "--purge", "--yes"], least: 12),
        Scenario(name: "reject", before: [["inbox", "import", "mails"]], command: ["review", "reject", "1", "--words", "x"], least: 6),
        Scenario(
            name: "take as the answer", before: [["inbox", "import", "mails"], ["review", "return", "1", "--words", "x"]],
            command: ["inbox", "import", "spanish.md", "--for", "1"], least: 8),
        Scenario(name: "drop a mail", before: [["inbox", "import", "mails"]], command: ["outbox", "drop", "1"], least: 6),
        Scenario(name: "mark a mail", before: [["inbox", "import", "mails"]], command: ["outbox", "mark", "1"], least: 6),
        Scenario(
            name: "change a mail", before: [["inbox", "import", "mails"]], command: ["outbox", "edit", "1", "--file", "note.md"], least: 6),
        Scenario(name: "add a note", before: [], command: ["discussion", "note", "2026-002", "--file", "note.md"], least: 6),
        Scenario(
            name: "correct", before: [["inbox", "import", "english.md"]],
            command: ["review", "correct", "2026-001/0001", "--submission", "1", "--accept", "closed-discussion"], least: 8),
        Scenario(
            name: "schedule", before: [["inbox", "import", "folder"]], command: ["review", "schedule", "1", "--on", "2026-11-25"], least: 6),
        Scenario(
            name: "open a discussion", before: [],
            command: [
                "discussion", "open", "--room", "french", "--category", "training", "--title", "Après le cours", "--file", "note.md",
            ],
            least: 8),
        Scenario(name: "close a discussion", before: [], command: ["discussion", "close", "2026-002"], least: 6),
        Scenario(
            name: "add a translation", before: [["inbox", "import", "folder"], ["review", "approve", "1"]],
            command: ["translate", "add", "2026-002/0002", "--to", "en", "--file", "note.md"], least: 6),
        // A site is hundreds of files, and has tests of its own: here the flushes, which the office's part consists of.
        Scenario(
            name: "build", before: [["inbox", "import", "folder"], ["review", "approve", "1"], ["access", "issue", "--member", "XA"]],
            command: ["build"], least: 3, calls: ["fsync", "syncfs", "rename"]),
    ]

    private func prepared(_ scenario: Scenario) throws -> OfficeForum {
        let forum = try OfficeForum()
        for number in 1...3 {
            try forum.folder.write(
                "mails/\(number).eml", SentText.mail(SentText.contribution("Texte \(number) de notre office."), id: "m\(number)"))
        }
        try forum.folder.write("corrected.eml", SentText.mail(SentText.contribution("Texte corrigé."), id: "m9", references: "m1"))
        try forum.folder.write("edited.md", SentText.contribution("Texte remanié."))
        try forum.folder.write("folder/text.md", SentText.contribution("Voir [les chiffres](chiffres.csv)."))
        try forum.folder.write("folder/chiffres.csv", "a,b\n1,2\n")
        try forum.folder.write(
            "spanish.md", SentText.contribution("Nuestra oficina da cursos.").replacing("language: fr", with: "language: es"))
        let english =
            SentText.contribution("Our office gives courses.").replacing("language: fr", with: "language: en") + "\n### What we stopped\n"
        try forum.folder.write("english.md", english.replacing("discussion: 2026-002", with: "discussion: 2026-001"))
        try forum.folder.write("note.md", "Beaucoup d’offices donnent des cours.\n")
        for command in scenario.before {
            let outcome = try forum.rostrum(located(command, forum))
            try #require(outcome.status == 0, "\(command): \(outcome.notes)")
        }
        return forum
    }

    /// Names of files are those in the forum's folder.
    private func located(_ command: [String], _ forum: OfficeForum) -> [String] {
        let names = ["mails", "corrected.eml", "edited.md", "folder", "note.md", "spanish.md", "english.md"]
        return command.map { names.contains($0) ? forum.root + "/" + $0 : $0 }
    }

    private static let isLong = ProcessInfo.processInfo.environment["ROSTRUM_TEST_LONG"] != nil
    private static let stride = isLong ? 1 : 4

    @Test(arguments: scenarios) func whateverIsKilled(_ scenario: Scenario) throws {
        let base = try prepared(scenario)
        let reference = try OfficeForum(copyOf: base)
        let whole = try reference.rostrum(located(scenario.command, reference))
        try #require(whole.status == 0, "\(whole.notes)")
        let expected = try comparable(reference)
        var points = 0
        for (turn, call) in scenario.calls.enumerated() {
            // Each call begins elsewhere: few of them happen in the same number.
            for count in Swift.stride(from: 1 + turn % Self.stride, to: .max, by: Self.stride) {
                let forum = try OfficeForum(copyOf: base)
                let command = located(scenario.command, forum)
                let outcome = try Tracer.run(
                    forum.call(command), killedAt: call, count, environment: ["ROSTRUM_MODERATOR": "L. Lead"])
                if outcome.status == 0 { break }
                points += 1
                try #require(outcome.status == -9 || outcome.status == 137, "\(call) \(count): \(outcome.notes)")
                let again = try forum.rostrum(command)
                #expect(
                    again.status == 0 || again.notes.contains("submission 1 is") || again.notes.contains("before")
                        || again.notes.contains("already")
                        || again.notes.contains("no decision"), "\(call) \(count): \(again.notes)")
                let left = try comparable(forum)
                #expect(left == expected, "\(call) \(count): \(Self.difference(left, expected))")
                let verified = try forum.rostrum(["log", "verify"])
                #expect(verified.status == 0, "\(call) \(count): \(verified.output)")
            }
        }
        #expect(points >= (Self.isLong ? scenario.least : max(1, scenario.least / 8)), "\(points) writes")
    }

    /// The state without the folders' own paths, which differ between copies.
    private func comparable(_ forum: OfficeForum) throws -> [String: String] {
        try forum.state().mapValues { $0.replacing(forum.root, with: "") }
    }

    private static func difference(_ a: [String: String], _ b: [String: String]) -> String {
        Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted().map { "\($0): \(a[$0] ?? "-") / \(b[$0] ?? "-")" }.joined(
            separator: "\n")
    }
}
