import Diagnostics
import Documents
import Model

/// Contributions.
extension Checker {
    mutating func check(_ posted: Contribution.Posted, _ number: String, _ thread: Thread) {
        let path = posted.original.path
        checkLanguages(of: posted)
        checkPast(posted.date, path, key: "date")
        if let corrected = posted.corrected { checkPast(corrected, path, key: "corrected") }
        if posted.date < thread.opens, posted.date <= today {
            report.add(
                .beforeOpening, path, .value(["date"]), "this was written before the discussion opened", hint: "it opens on \(thread.opens)"
            )
        }
        checkAuthor(posted, path)
        if let reply = posted.replyTo { checkReply(reply, from: number, path, thread) }
        if let question = posted.question, question > thread.questions {
            let hint = thread.questions == 0 ? "the opening note asks none" : "from 1 to \(thread.questions)"
            report.add(.questionOutOfRange, path, .value(["question"]), "there is no question \(question)", hint: hint)
        }
    }

    private mutating func checkLanguages(of posted: Contribution.Posted) {
        if !languages.contains(posted.original.language) { unknownLanguage(posted.original) }
        guard !posted.translations.isEmpty else { return }
        var texts = [posted.original.language: posted.original]
        for text in posted.translations { texts[text.language] = text }
        for text in posted.translations {
            if !languages.contains(text.language) { unknownLanguage(text) }
            checkTranslation(text, texts)
        }
    }

    /// A participant writes for a member; without one only when nothing is told of the author.
    private mutating func checkAuthor(_ posted: Contribution.Posted, _ path: String) {
        if let member = posted.member { return checkMember(member, path, .value(["member"])) }
        guard posted.role == .participant, posted.author != nil || posted.position != nil || posted.institution != nil else { return }
        report.add(
            .memberMissing, path, .value(["role"]), "a participant who is named writes for a member",
            hint: "add member:, or take author, position and institution out")
    }

    private mutating func checkReply(_ reply: String, from number: String, _ path: String, _ thread: Thread) {
        if thread.numbers.contains(reply) {
            guard (Int(reply) ?? 0) >= (Int(number) ?? 0) else { return }
            let message = reply == number ? "a contribution cannot answer itself" : "a contribution cannot answer a later one"
            report.add(.replyToNothing, path, .value(["reply-to"]), message, hint: "name one below \(number)")
            return
        }
        if faulty.contains(where: { $0.hasPrefix("\(thread.folder)/\(reply).") }) { return }
        let meant = thread.numbers.first { Int($0) == Int(reply) }.map { "write \($0)" }
        report.add(
            .replyToNothing, path, .value(["reply-to"]), "there is no contribution \"\(reply)\" in this discussion",
            hint: meant ?? Suggestion.hint(for: reply, among: thread.numbers.filter { $0 < number }))
    }
}
