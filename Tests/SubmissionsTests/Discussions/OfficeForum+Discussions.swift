import Foundation
import ProgramUnderTest
import Submissions
import Testing

extension OfficeForum {
    /// Runs a command as the moderator of the English room, with an editor that runs a script on the file it is given.
    func rostrum(_ arguments: String..., editor script: String) throws -> Program.Outcome {
        try folder.write("editor", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: root + "/editor")
        return try Program.run(
            call(arguments),
            environment: ["ROSTRUM_MODERATOR": "Forum secretariat", "EDITOR": root + "/editor", "VISUAL": "", "HOME": root + "/home"])
    }

    /// Runs a command that must be refused: it says why, and changes no byte of content, inbox or log.
    func refuses(
        _ arguments: [String], as moderator: String = "Forum secretariat", saying words: String..., status: Int32 = 2,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let before = try state()
        let outcome = try rostrum(arguments, as: moderator)
        #expect(outcome.status == status, "\(outcome.output) \(outcome.notes)", sourceLocation: location)
        for words in words { #expect(outcome.notes.contains(words), "\(outcome.notes)", sourceLocation: location) }
        #expect(try state() == before, sourceLocation: location)
    }

    /// The content has no errors, and the log is a whole chain of so many entries.
    func isClean(entries: Int, location: SourceLocation = #_sourceLocation) throws {
        let check = try rostrum(["check"])
        #expect(check.status == 0, "\(check.output)", sourceLocation: location)
        let log = try LogVerification(Log(office: root + "/office"), known: nil)
        #expect(log.faults == [] && log.end.count == entries, "\(log)", sourceLocation: location)
    }

    /// The last line of the log.
    func lastEntry() throws -> LogEntry { try #require(try Log(office: root + "/office").entries().last) }

    func discussion(_ name: String) throws -> String { try folder.text("content/discussions/" + name) }

    func path(_ name: String) -> String { root + "/" + name }
}
