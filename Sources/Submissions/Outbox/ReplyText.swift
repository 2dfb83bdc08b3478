import Model
import Theme

/// The text of a reply, in its reader's language. Paragraphs have empty lines between them.
struct ReplyText {
    let reply: Reply
    let forum: Forum
    let strings: Strings
    let words: Words
    let remarks: RemarkTexts?
    /// Where it stands; nil for what stands nowhere.
    let url: String?
    /// Whether a file with the text goes with it.
    let hasFile: Bool

    private var language: Language { strings.language }

    var text: String {
        var parts = [strings.text(of: MailString.greeting), news]
        if let url { parts += [url, strings.text(of: MailString.unlock)] }
        if asksAboutSeal { parts.append(strings.text(of: MailString.receivedUnopened)) }
        parts += reasons(quoting: forum.excerptsInMail)
        if reply.kind == .returned { parts.append(strings.text(of: how)) }
        if reply.kind == .returned, forum.excerptsInMail, !hasFile, let quotation {
            parts += [strings.text(of: MailString.quoted), quotation]
        }
        parts += [facts, strings.text(of: MailString.closing), signature]
        return PlainLines.joined(parts) + "\n"
    }

    // MARK: What happened

    private var news: String {
        let isTopic = reply.submission?.kind == .topic
        let date = reply.day.map { words.dates.day($0) } ?? ""
        let discussion = reply.place.flatMap { $0.split(separator: "/").first.map(String.init) } ?? reply.submission?.discussion ?? ""
        let key: MailString =
            switch reply.kind {
            case .received: asksForSomething ? .receivedRequest : .receivedText
            case .rejoined: .receivedAgain
            case .returned: asksForSomething ? .returnedRequest : .returnedText
            case .rejected: asksForSomething ? .rejectedRequest : .rejectedText
            case .approved: approval
            case .scheduled: isTopic ? .scheduledTopic : .scheduledText
            case .published: isTopic ? .publishedTopic : .publishedText
            case .corrected: .correctedText
            case .withdrawn: withdrawal
            case .question, .digest: .askText  // whose texts are made elsewhere
            }
        return strings.text(of: key, ["date": date, "discussion": isolated(discussion)])
    }

    /// Whether it tells that something came of which a sealed part did not open, and asks for that anew.
    var asksAboutSeal: Bool {
        [.received, .rejoined].contains(reply.kind) && reply.records.contains(where: \.hasUnopenedSeal)
    }

    private var how: MailString {
        if hasFile { return .returnedFile }
        return asksForSomething ? .returnedHowRequest : .returnedHow
    }

    private var approval: MailString {
        switch reply.submission?.kind {
        case .invitation: .approvedInvitation
        case .removal: .approvedRemoval
        case .topic: .approvedTopic
        default: reply.isRequest ? .approvedCorrection : .approvedText
        }
    }

    private var withdrawal: MailString {
        switch reply.requestedBy {
        case .author: .withdrawnByAuthor
        case .member: .withdrawnByMember
        case .moderator, nil: .withdrawnByModerator
        }
    }

    private var asksForSomething: Bool { reply.submission?.kind == .invitation || reply.submission?.kind == .removal }

    // MARK: Why

    /// What goes beside the text in a sealed file: why it comes back, in full.
    var answer: String { PlainLines.joined(reasons(quoting: true)) + "\n" }

    private func reasons(quoting: Bool) -> [String] {
        var items = reply.reasons.compactMap { id in
            forum.reasons.first { $0.id == id }?.title.title(in: language, else: forum.defaultLanguage).text
        }
        // Two remarks that differ for moderators only are one for the author.
        items = items.map { PlainLines.one($0) }
        for item in reply.remarks.filter({ $0.kind.asksItsAuthor }).map({ said($0, quoting) }) where !items.contains(item) {
            items.append(item)
        }
        let list = items.map { "- " + $0 }.joined(separator: "\n")
        return [list, reply.words.map { PlainLines.several($0) } ?? ""]
    }

    /// What a check says to the author. Mail is not sealed: what it would quote of the text stands in it only where excerpts may.
    private func said(_ remark: Remark, _ quoting: Bool) -> String {
        guard let remarks else { return "" }
        let text = remarks.text(of: quoting ? remark : remark.withoutQuotations, for: .participant, in: language)
        guard let line = remark.line else { return text }
        return strings.text(of: MailString.line, ["text": text, "line": isolated(String(line))])
    }

    private var quotation: String? {
        let lines = PlainLines.several(String(decoding: reply.text, as: UTF8.self)).split(separator: "\n", omittingEmptySubsequences: false)
        guard !reply.text.isEmpty else { return nil }
        return lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    }

    // MARK: What it is about

    private var facts: String {
        let numbers = reply.records.map { String($0.number) }
        var facts = [
            numbers.count == 1
                ? strings.text(of: MailString.numberFact, ["number": isolated(numbers[0])])
                : strings.text(of: MailString.numbersFact, ["numbers": isolated(numbers.joined(separator: ", "))])
        ]
        if let place = reply.place {
            // The name of an entry is made of its title, which is nobody's but readers'.
            if !place.hasPrefix("library/") {
                let isWhole = !place.contains("/")
                facts.append(
                    isWhole
                        ? strings.text(of: MailString.discussionFact, ["discussion": isolated(place)])
                        : strings.text(of: MailString.placeFact, ["place": isolated(place)]))
            }
        } else if numbers.count == 1, let discussion = reply.submission?.discussion {
            facts.append(
                strings.text(of: MailString.discussionFact, ["discussion": isolated(PlainLines.one(String(discussion.prefix(40))))]))
        }
        return facts.joined(separator: "\n")
    }

    /// A value that a sentence from right to left cannot turn around.
    private func isolated(_ value: String) -> String { PlainLines.isolated(value, in: language) }

    private var signature: String { MailSignature.text(forum, strings) }
}
