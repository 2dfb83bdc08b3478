import Foundation
import ProgramUnderTest
import Testing

/// The small forum of the fixtures with an office that has had some work, on which the real program is run.
final class ReportedForum: Sendable {
    static let now = "2026-11-23T09:00:00Z"
    static let repository = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3).joined(separator: "/").dropFirst()

    let folder = TemporaryFolder()

    init() throws {
        try folder.copy("/\(Self.repository)/Tests/Fixtures/forum/content", to: "content")
        try must("access", "issue", "--member", "XA")
        try folder.write(
            "office/roster.yaml",
            "members:\n  CH: {region: Group B}\n  XA: {region: Africa}\n  XB: {region: =Region, addresses: [b@example.org]}\n")
        for (name, text) in [
            ("1.md", Self.text("Notre office a formé quarante examinateurs en deux ans.", member: "XA", attribution: "none")),
            ("2.md", Self.text("Nous avons gardé les cours du soir et arrêté ceux du matin.", member: "XB", attribution: "name")),
            ("3.md", Self.text("Nous avons tout arrêté, et personne ne s’en est plaint jusqu’ici.", member: "XB", attribution: "member")),
            ("4.md", Self.text("Un tutorat d’un an remplace chez nous les cours magistraux.", member: "CH", attribution: "name")),
        ] {
            try folder.write("sent/" + name, text)
            try must("inbox", "import", folder.path + "/sent/" + name, now: "2026-11-17T09:00:00Z")
        }
        try must("review", "approve", "1", now: "2026-11-17T15:00:00Z")
        try must("review", "return", "2", "--words", "Veuillez préciser la date.", as: "A. Modératrice", now: "2026-11-19T09:00:00Z")
        try must("review", "reject", "3", "--reason", "off-topic", as: "A. Modératrice", now: "2026-11-21T10:00:00Z")
        try folder.write("access.log", Self.log)
    }

    /// Runs the program, as the moderator of all rooms where nothing else is said.
    func run(_ arguments: [String], as moderator: String = "L. Lead", now: String = now) throws -> Program.Outcome {
        try Program.run(arguments + ["--root", folder.path, "--now", now], environment: ["ROSTRUM_MODERATOR": moderator])
    }

    /// The same for a command that must succeed.
    @discardableResult
    func must(_ arguments: String..., as moderator: String = "L. Lead", now: String = now) throws -> String {
        let outcome = try run(arguments, as: moderator, now: now)
        try #require(outcome.status == 0, "\(arguments): \(outcome.output) \(outcome.notes)")
        return outcome.output
    }

    private static func text(_ sentence: String, member: String, attribution: String) -> String {
        """
        ---
        kind: contribution
        discussion: 2026-002
        language: fr
        author: {name: Ana Exemple, position: Examinatrice, member: \(member), email: ana@example.org}
        attribution: \(attribution)
        terms: 2
        ---

        \(sentence) Les cours se donnent en petits groupes, et chaque stagiaire travaille ensuite avec une personne expérimentée de l’office.

        """
    }

    /// Of pages whose names are open, so that they are the same in each run.
    private static let log = """
        203.0.113.7 - - [20/Nov/2026:13:55:36 +0100] "GET /forum/fr/2026-001/ HTTP/1.1" 200 9000 "-" "Mozilla/5.0 Firefox/153.0"
        2001:db8::7 - - [20/Nov/2026:13:56:36 +0100] "GET /forum/en/2026-001/ HTTP/1.1" 200 9000 "-" "Mozilla/5.0 Firefox/153.0"
        203.0.113.7 - - [20/Oct/2026:13:55:36 +0200] "GET /forum/en/ HTTP/1.1" 200 9000 "-" "Mozilla/5.0 Firefox/153.0"
        203.0.113.9 - - [20/Nov/2026:13:55:36 +0100] "GET /forum/fr/2026-001/ HTTP/1.1" 200 9000 "-" "Examplebot/1.0"
        no line of a log

        """
}
