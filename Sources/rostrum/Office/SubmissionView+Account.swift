import Diagnostics
import Model
import Submissions
import Theme

/// What came with a submission, what was done with it, and what its author is told.
extension SubmissionView {
    var files: String? {
        guard !record.files.isEmpty else { return nil }
        let lines = record.files.map { file in
            let kind = file.endings.first.map { $0.uppercased() } ?? file.type
            return page.paragraph(PageLines.value(file.name) + ": \(kind), \(words.numbers.size(file.size))", first: "  ", rest: "    ")
                + "\n    \(office)/inbox/\(record.number)/files/\(file.stored)"
        }
        return "Its files\n" + lines.joined(separator: "\n")
    }

    /// What the mail says around the text: a request to the moderators, perhaps.
    var covering: String? {
        guard let said = record.origin.covering else { return nil }
        let lines = said.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.map { page.paragraph(PageLines.harmless(String($0)), first: "  │ ", rest: "  │ ") }
        return "What the mail that it came in says\n" + shown.joined(separator: "\n")
    }

    /// Mails and files that came with it and are no part of it.
    var leftBeside: String? {
        let titles = record.leftOut.filter { $0.reason == Record.LeftOut.besideIt }.map(\.name)
        guard !titles.isEmpty else { return nil }
        let lines = titles.map { page.paragraph(PageLines.value($0), first: "  ", rest: "    ") }
        return "What came beside it and is no part of it: read it in what both came in\n"
            + lines.joined(separator: "\n") + "\n    \(office)/inbox/\(record.number)/source"
    }

    var edits: String? {
        guard let changes else { return nil }
        let lines = changes.excerpt.map { line -> String in
            switch line {
            case nil: "  …"
            case .same(let text): "    " + PageLines.harmless(text)
            case .removed(let text): "  - " + PageLines.harmless(text)
            case .added(let text): "  + " + PageLines.harmless(text)
            }
        }
        return "What moderators changed\n" + (lines.isEmpty ? "  nothing that can be seen" : lines.joined(separator: "\n"))
    }

    var history: String {
        let lines = record.history.map { event -> String in
            var said = event.action.words
            let reasons = event.reasons.map { id in
                content.forum.reasons.first { $0.id == id }.map { title($0.title) } ?? id
            }
            if !reasons.isEmpty { said += ": " + reasons.map(PageLines.value).joined(separator: ", ") }
            if let written = event.words { said += " “\(PageLines.value(written))”" }
            let who = event.by == LogEntry.program ? "" : PageLines.value(event.by) + " "
            return page.paragraph(who + said, first: "  \(time(event.time))  ", rest: "    ")
        }
        return "What was done so far\n" + lines.joined(separator: "\n")
    }

    /// What the author is told; of one that was turned down and of which no mail tells, what to write to them, in their language.
    var letter: String? {
        if let mail, record.history.last(where: { $0.action == .return || $0.action == .reject })?.mail == mail.number || !isTurnedDown {
            let said =
                "Mail \(mail.number) to \(PageLines.value(mail.to)) (\(mail.kind.words)) is \(mail.state.words): rostrum outbox show \(mail.number)"
            return "What its author is told\n" + page.paragraph(said, first: "  ", rest: "  ")
        }
        guard isTurnedDown,
            let event = record.history.last(where: { $0.action == .return || $0.action == .reject })
        else { return nil }
        let forum = content.forum
        let language = submission.language ?? forum.defaultLanguage
        var lines = event.reasons.compactMap { id in
            forum.reasons.first { $0.id == id }?.title.title(in: language, else: forum.defaultLanguage).text
        }
        if let words = event.words { lines.append(words) }
        lines = lines.map(PageLines.harmless)
        // What remarks say is harmless as it is, and needs the marks that keep the directions of its values apart.
        if record.state == .returned {
            lines += remarks.filter { $0.kind.severity != .note }.map { texts.text(of: $0, for: .participant, in: language) }
        }
        // Two remarks that differ for moderators only are one for the author.
        var told: Set<String> = []
        lines = lines.filter { told.insert($0).inserted }
        let address = submission.author.email ?? record.origin.sender ?? "the author"
        return "What to write to \(PageLines.value(address))\n"
            + lines.map { page.paragraph($0, first: "  - ", rest: "    ") }.joined(separator: "\n")
    }
}

extension SubmissionView {
    private var isTurnedDown: Bool { record.state == .returned || record.state == .rejected }
}

extension LogEntry.Action {
    /// What was done with a submission, behind whoever did it.
    fileprivate var words: String {
        switch self {
        case .receive: "received"
        case .rejoin: "received once more"
        case .claim: "took it in hand"
        case .edit: "changed the text"
        case .approve: "approved it"
        case .return: "returned it to its author"
        case .reject: "turned it down"
        case .schedule: "approved it for a day to come"
        case .undo: "took the last decision back"
        case .publish: "published"
        case .correct: "corrected what was published"
        case .withdraw: "withdrew it"
        case .purge: "removed every copy of it"
        default: rawValue
        }
    }
}
