import ArgumentParser
import Diagnostics
import Submissions

struct DiscussionAskedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "asked", abstract: "List who was asked, and who has answered.",
        discussion: "An answer is what came in for the discussion from the same address since, or with the passphrase of whoever has it.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("A discussion's number, as in 2026-014; all of them where none is named.", valueName: "discussion"))
    var discussion: String?

    func run() throws {
        let asked = try AskedQuestion.all(in: discussion, inbox: try common.inbox(), roster: try common.roster())
        if common.format == .json {
            for one in asked { try Console.result(json(one)) }
            return
        }
        let rows = asked.map { one -> [String] in
            let answers = one.answers.map { "submission \($0.number) (\($0.state.short))" }.joined(separator: ", ")
            let question = one.mail.question.map { "question \($0)" } ?? ""
            let day = String(one.mail.made.prefix(10))
            return [
                "mail \(one.mail.number)", one.mail.place ?? "", question, PageLines.value(one.mail.to), "\(one.mail.state.short), \(day)",
                answers.isEmpty ? "no answer" : answers,
            ]
        }
        for line in ListTable(rows).lines { try Console.result(line) }
        if asked.isEmpty, !common.quiet { try Console.result("Nobody was asked.") }
    }

    private func json(_ asked: AskedQuestion) -> String {
        let answers = asked.answers.map { "{\"submission\":\($0.number),\"state\":\"\($0.state.rawValue)\"}" }.joined(separator: ",")
        let question = asked.mail.question.map { ["\"question\":\($0)"] } ?? []
        return "{" + (OutboxLine(asked.mail).fields + question + ["\"answers\":[\(answers)]"]).joined(separator: ",") + "}"
    }
}
