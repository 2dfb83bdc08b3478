import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Each command of the office, killed at each of its writes in turn: what runs next finds nothing lost and nothing doubled.
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
        for command in scenario.before {
            let outcome = try forum.rostrum(located(command, forum))
            try #require(outcome.status == 0, "\(command): \(outcome.notes)")
        }
        return forum
    }

    /// Names of files are those in the forum's folder.
    private func located(_ command: [String], _ forum: OfficeForum) -> [String] {
        command.map { ["mails", "corrected.eml", "edited.md", "folder"].contains($0) ? forum.root + "/" + $0 : $0 }
    }

    @Test(arguments: scenarios) func whateverIsKilled(_ scenario: Scenario) throws {
        let base = try prepared(scenario)
        let reference = try OfficeForum(copyOf: base)
        let whole = try reference.rostrum(located(scenario.command, reference))
        try #require(whole.status == 0, "\(whole.notes)")
        let expected = try comparable(reference)
        var points = 0
        for call in Self.writes {
            var count = 0
            while true {
                let forum = try OfficeForum(copyOf: base)
                let command = located(scenario.command, forum)
                let outcome = try Tracer.run(
                    forum.call(command), killedAt: call, count + 1, environment: ["ROSTRUM_MODERATOR": "L. Lead"])
                if outcome.status == 0 { break }
                count += 1
                try #require(outcome.status == -9 || outcome.status == 137, "\(call) \(count): \(outcome.notes)")
                let again = try forum.rostrum(command)
                #expect(
                    again.status == 0 || again.notes.contains("submission 1 is") || again.notes.contains("before")
                        || again.notes.contains("no decision"), "\(call) \(count): \(again.notes)")
                let left = try comparable(forum)
                #expect(left == expected, "\(call) \(count): \(Self.difference(left, expected))")
                let verified = try forum.rostrum(["log", "verify"])
                #expect(verified.status == 0, "\(call) \(count): \(verified.output)")
            }
            points += count
        }
        #expect(points >= scenario.least, "\(points) writes")
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
