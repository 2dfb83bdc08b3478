import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// README's chapter for moderators, each command as it stands there. Only the clock is set, so that the numbers are those of the chapter.
@Suite("A week of a forum") struct ModeratorsWeekTests {
    private let home = TemporaryFolder()

    /// The chapter's paragraphs with their commands, by the words that stand before them in bold.
    private static func chapter() throws -> [(day: String, commands: [String])] {
        let path = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../README.md").standardizedFileURL
        let text = try String(contentsOf: path, encoding: .utf8)
        let start = try #require(text.range(of: "## A week of a forum, for moderators\n"))
        let rest = text[start.upperBound...]
        let body = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
        var days: [(day: String, commands: [String])] = [("", [])]
        for line in body.split(separator: "\n") {
            if line.hasPrefix("**"), let end = line.dropFirst(2).range(of: ":**") ?? line.dropFirst(2).range(of: ".**") {
                days.append((String(line.dropFirst(2)[..<end.lowerBound]), []))
            } else if line.hasPrefix("    ") {
                days[days.count - 1].commands.append(String(line.dropFirst(4)))
            }
        }
        return days
    }

    /// What participants send, and what moderators have written, before a day's commands.
    private func prepare(_ day: String) throws {
        switch day.prefix(while: { $0 != ":" }) {
        case "Monday":
            try home.write("public/.keep", "")
            try home.write("after-the-course.md", "Many offices give courses. What comes after them decides whether they were of use.\n")
        case "Tuesday":
            try home.write("Mail/forum/1.eml", mail("1", text("Our office pairs each trainee with an examiner for a year.", terms: true)))
            try home.write("Mail/forum/2.eml", mail("2", text("We ask trainees after six months what they use.", terms: false)))
            try home.write("Mail/forum/3.eml", mail("3", "Buy our watches, the best watches there are, for a very good price today."))
        case "Wednesday":
            let corrected = text("We ask trainees after six months what they use.", terms: true)
            try home.write("Mail/forum/4.eml", mail("4", corrected, answers: "2"))
        case "Thursday":
            try home.write("note.md", "Thank you. What happens when the year with the examiner is over?\n")
            try home.write("translation.md", "Dans notre office, chaque stagiaire travaille un an avec un examinateur.\n")
        case "Friday":
            try home.write("summary.md", "Two offices told what follows their courses: a year in pairs, and questions after six months.\n")
            try home.write("corrected.md", "In our office each trainee works with an examiner for fifteen months.\n")
        case "The next Monday":
            try home.write("my-forum/office/roster.yaml", "members:\n  CH: {language: fr, addresses: [ch@example.org], digest: true}\n")
        default: break
        }
    }

    private func text(_ sentence: String, terms: Bool) -> String {
        """
        ---
        kind: contribution
        discussion: 2026-001
        language: en
        author: {name: Ana Exemplar, email: ana@example.org}
        attribution: none
        \(terms ? "terms: 1\n" : "")---

        \(sentence) The whole team has learnt from it, and the next course was planned with what the trainees said about the first.
        """
    }

    private func mail(_ number: String, _ text: String, answers: String? = nil) -> String {
        let references = answers.map { "In-Reply-To: <\($0)@example.org>\nReferences: <\($0)@example.org>\n" } ?? ""
        return """
            From: Ana Exemplar <ana@example.org>
            Subject: For the forum
            Message-ID: <\(number)@example.org>
            \(references)Date: Mon, 23 Nov 2026 09:00:00 +0100
            Content-Type: text/plain; charset=utf-8

            \(text)
            """
    }

    @Test func everyCommandOfTheChapterWorks() throws {
        let days = try Self.chapter()
        #expect(days.count >= 7 && days.flatMap(\.commands).count >= 20)
        // The program under its own name, at the time of the chapter.
        try home.write("bin/rostrum", "#!/bin/sh\nexec '\(Program.path)' \"$@\" --now ${NOW:-2026-11-23T09:00:00Z}\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.path + "/bin/rostrum")
        var environment = ProcessInfo.processInfo.environment
        environment["ROSTRUM_MODERATOR"] = nil
        let shell = [
            "HOME": home.path, "PATH": home.path + "/bin:" + (environment["PATH"] ?? "/usr/bin:/bin"),
            "ROSTRUM_PASSPHRASE": "seven words for a test",
        ]
        try #require(try Program.run(["init", "--root", home.path + "/my-forum", "--now", "2026-11-23T09:00:00Z"]).status == 0)
        var script = "set -e\ncd \"$HOME/my-forum\"\nrostrum access issue --member CH --quiet > /dev/null\n"
        var said = ""
        for day in days {
            try prepare(day.day)
            // The week that it tells of is over.
            if day.day.hasPrefix("The next Monday") { script += "export NOW=2026-11-30T09:00:00Z\n" }
            // Earlier days' settings hold on; their commands are not run again.
            script += day.commands.joined(separator: "\n") + "\n"
            let outcome = try Program.run(executable: "/bin/sh", ["-ec", script], environment: shell)
            #expect(outcome.status == 0, "\(day.day): \(outcome.output) \(outcome.notes)")
            said += outcome.output
            script = "set -e\ncd \"$HOME/my-forum\"\n" + (days[0].commands.joined(separator: "\n")) + "\n"
        }
        for expected in ["2026-002", "submission 2 came back", "2026-001/0001", "The log is whole", "1 digest waits"] {
            #expect(said.contains(expected), "\(expected) in \(said)")
        }
        let forum = home.path + "/my-forum/content/discussions/2026-001/"
        for name in ["0001.withdrawn.yaml", "0002.en.md", "0003.en.md", "summary.en.md"] {
            #expect(FileManager.default.fileExists(atPath: forum + name), "\(name)")
        }
        let check = try Program.run(["check", "--root", home.path + "/my-forum", "--now", "2026-11-23T09:00:00Z"])
        #expect(check.status == 0, "\(check.output)")
    }
}
