import ArgumentParser
import Submissions

struct OutboxMarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Say that mails were sent: by hand, or because they have arrived.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var mails: MailArguments

    func run() throws {
        let dispatch = try common.dispatch(as: moderator, try common.letterhead(try common.forum()))
        for number in mails.numbers {
            try dispatch.mark(number)
            try common.say("Mail \(number) counts as sent.", json: "{\"mail\":\(number),\"state\":\"sent\"}")
        }
    }
}

struct OutboxDropCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Take mails out that are never to be sent.",
        discussion: "What was decided stays decided; only nobody is told of it. Their texts are gone for good.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var moderator: ModeratorOptions
    @OptionGroup var mails: MailArguments

    func run() throws {
        let dispatch = try common.dispatch(as: moderator, try common.letterhead(try common.forum()))
        for number in mails.numbers {
            try dispatch.drop(number)
            try common.say("Mail \(number) is dropped.", json: "{\"mail\":\(number),\"state\":\"dropped\"}")
        }
    }
}
