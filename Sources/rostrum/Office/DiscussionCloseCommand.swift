import ArgumentParser
import Diagnostics
import Model
import Submissions

struct DiscussionCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a discussion, today or on a day to come, or open it again.",
        discussion: "A day is whole: the discussion is open until its end. What was said stays.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var discussion: DiscussionArgument

    @Option(
        help: ArgumentHelp("The last day, or the time at which it closes; today where it is not said.", valueName: "day"),
        transform: Moment.parse)
    var on: Moment?

    @Flag(help: "Take the day on which it closes away.")
    var reopen = false

    @OptionGroup var dryRun: DryRunOption

    func validate() throws {
        if reopen, on != nil { throw ValidationError("Give --on or --reopen, not both.") }
    }

    func run() throws {
        let session = try DiscussionSession(common, as: moderator, isDryRun: dryRun.dryRun)
        let id = discussion.id
        if reopen {
            return try session.finish(
                try session.moderation.reopening(id),
                done: "Discussion \(id) has no day any more on which it closes. The next `rostrum build` publishes it.")
        }
        let closes = on ?? .day(session.moderation.content.today)
        try session.finish(
            try session.moderation.closing(id, on: on), done: try said(closes, session.moderation),
            fields: ["\"closes\":\(FindingWriter.quote(closes.words))"])
    }

    private func said(_ closes: Moment, _ moderation: Moderation) throws -> String {
        let content = moderation.content
        let isPast = content.calendar.closing(closes) <= content.now
        let when =
            switch closes {
            case .day(let day): isPast ? "is closed since the end of \(day)" : "closes at the end of \(day)"
            case .time(let time): "\(isPast ? "is closed since" : "closes at") \(time.iso)"
            }
        let done = "Discussion \(discussion.id) \(when). The next `rostrum build` publishes it."
        guard let next = try moderation.afterClosing(discussion.id) else { return done }
        return "\(done)\n\(isPast || closes == .day(content.today) ? "Next" : "Once it is closed"): rostrum \(command(next))"
    }

    private func command(_ next: Moderation.AfterClosing) -> String {
        switch next {
        case .write(let text): "discussion \(text.rawValue) \(discussion.id)"
        case .translate(let text, let language): "translate template \(text.words) --to \(language) --output translation.md"
        }
    }
}
