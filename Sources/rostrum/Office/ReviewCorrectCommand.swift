import ArgumentParser
import ContentStore
import Diagnostics
import Documents
import Model
import Submissions

struct ReviewCorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Change a contribution or an entry of the library that was published.",
        discussion: """
            Opens the program that EDITOR names with the published text, or takes the new one from a file, or from a submission that asks \
            for the change and is approved by this. A contribution then shows the day of its correction; what its author sent is kept, and \
            translations of it are named as outdated. What is to go is withdrawn (rostrum withdraw).
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions

    @Argument(help: ArgumentHelp("A contribution (2026-014/0003) or an entry (library/NAME).", valueName: "place"))
    var place: String

    @OptionGroup var text: DiscussionTextOption

    @Option(help: ArgumentHelp("The submission that has the new text.", valueName: "number"))
    var submission: Int?

    @Option(
        help: ArgumentHelp("Where a text was written in several languages: the one that changes.", valueName: "language"),
        transform: Language.parse)
    var language: Language?

    @OptionGroup var approval: ApprovalOptions

    func validate() throws {
        if submission != nil, text.file != nil { throw ValidationError("Give either --file or --submission.") }
    }

    func run() throws {
        let name = try TextName(place)
        if let submission { return try finish(name, by: submission) }
        // The office is not held while somebody writes.
        let present = try common.moderation(as: moderator).published(name, in: language)
        let written = try text.written(name: present.name.words.replacing("/", with: "-") + ".md") { present.bytes }
        if written.isUntouched {
            return try common.say("Nothing was changed.", json: "{\"place\":\(FindingWriter.quote(present.name.words)),\"changed\":false}")
        }
        try written.kept {
            if written.template != nil { try requireReadable(written) }
            let correction = Correction(
                written.template == nil ? .manuscript(try written.manuscript(common)) : .file(written.bytes, seen: present.bytes))
            let session = try DiscussionSession(common, as: moderator, isDryRun: approval.dryRun)
            try finish(name, correction, session)
        }
    }

    /// Says what is wrong with a file that an editor left, and throws where it cannot be read.
    private func requireReadable(_ written: DiscussionText) throws {
        var findings: [Finding] = []
        _ = Document.read(path: written.name, bytes: written.bytes, findings: &findings)
        try common.report(findings, unchanged: ", and nothing was changed")
    }

    private func finish(_ name: TextName, by submission: Int) throws {
        let session = try DiscussionSession(common, as: moderator, isDryRun: approval.dryRun)
        let inbox = try common.inbox()
        let (correction, obstacle) = try session.moderation.correction(
            by: submission, of: name, in: language, inbox, try common.examination(session.moderation.content, inbox),
            accepted: Set(approval.accept))
        if let obstacle { throw common.stop(obstacle) }
        if let correction { try finish(name, correction, session) }
    }

    private func finish(_ name: TextName, _ correction: Correction, _ session: DiscussionSession) throws {
        let amendment = try session.moderation.correcting(name, in: language, correction, inbox: Inbox(office: try common.office()))
        try session.finish(amendment, done: "\(amendment.place) is corrected. The next `rostrum build` publishes it.")
    }
}
