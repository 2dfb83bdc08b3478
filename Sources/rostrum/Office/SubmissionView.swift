import ContentStore
import Diagnostics
import Model
import Submissions

/// A submission as a moderator reads it on a terminal.
struct SubmissionView {
    let record: Record
    let submission: Submission
    let remarks: [Remark]
    private let texts: RemarkTexts
    private let body: String
    private let changes: LineDifference?
    private let forum: Forum
    private let office: String
    private let author: Attributed

    init(_ record: Record, inbox: Inbox, office: String, common: CommonOptions) throws {
        let content = try common.content()
        let result = try common.examination(content, inbox).examine(record)
        self.record = record
        self.office = office
        submission = result.submission
        author = Attributed(result.submission, roster: try Roster.load(office: office).value ?? Roster())
        remarks = result.remarks
        forum = content.forum
        texts = try common.remarkTexts(content.forum)
        // Where the fields cannot be read, all of it is shown as it is.
        let shown = try submission.body.isEmpty ? record.current.map { try inbox.text($0, of: record.number) } ?? [] : submission.body
        body = String(decoding: shown, as: UTF8.self)
        if let current = record.current, current.by != nil, let sent = record.submitted {
            changes = LineDifference(from: try inbox.text(sent, of: record.number), to: try inbox.text(current, of: record.number))
        } else {
            changes = nil
        }
    }

    var text: String {
        let parts = [head, files, attachedMails, "\n" + FindingWriter.printableLines(body), checks, edits, history, letter, next]
        return parts.compactMap { $0 }.joined(separator: "\n")
    }

    // MARK: Parts

    private var head: String {
        var lines = ["Submission \(record.number): \(record.state.words)" + (record.claimedBy.map { ", with \($0)" } ?? "")]
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  " + name.padded(12) + FindingWriter.printable(value))
        }
        let author = submission.author
        add("what", submission.kind?.rawValue ?? "not said: edit it, and write kind: above the text")
        add("title", submission.title)
        add("where", record.place ?? submission.place)
        add("answers", submission.replyTo)
        add("question", submission.question.map(String.init))
        add("questions", submission.questions.joined(separator: " | "))
        add("language", submission.language?.code)
        add("categories", submission.categories.joined(separator: ", "))
        add("author", [author.name, author.position, author.institution, author.member].compactMap { $0 }.joined(separator: ", "))
        add("shown as", shown)
        add("guest", submission.guest.map { $0.name + ($0.until.map { ", until \($0)" } ?? "") })
        add("removes", submission.target)
        add(
            "sent by",
            record.origin.sender.map { [record.origin.senderName ?? "", "<\($0)>"].joined(separator: " ") } ?? record.origin.source)
        add("subject", record.origin.subject)
        add("received", record.received)
        add("due", record.due)
        return lines.joined(separator: "\n")
    }

    /// Whom readers will be told of.
    private var shown: String {
        let told = [author.name, author.position, author.institution, author.member].compactMap { $0 }.joined(separator: ", ")
        return (told.isEmpty ? "nobody" : told) + " (as \(author.role.rawValue))"
    }

    private var files: String? {
        guard !record.files.isEmpty else { return nil }
        let lines = record.files.map { file -> String in
            let traits = file.traits.isEmpty ? "" : " (\(file.traits.joined(separator: ", ")))"
            let path = "\(office)/inbox/\(record.number)/files/\(file.stored)"
            return "  " + FindingWriter.printable("\(file.name): \(file.type), \(file.size / 1_000 + 1) kB\(traits)") + "\n    " + path
        }
        return "\nFiles\n" + lines.joined(separator: "\n")
    }

    /// Mails that came with it and are no submissions of their own.
    private var attachedMails: String? {
        let titles = record.leftOut.filter { $0.reason == Record.LeftOut.attachedMail }.map(\.name)
        guard !titles.isEmpty else { return nil }
        return "\nAttached mails that became no submissions: read them in what it came in\n"
            + titles.map { "  " + FindingWriter.printable($0) }.joined(separator: "\n") + "\n    \(office)/inbox/\(record.number)/source"
    }

    private var checks: String {
        guard !remarks.isEmpty else { return "Checks: nothing stands out." }
        let lines = remarks.sorted { $0.kind.severity.rank < $1.kind.severity.rank }.map { remark -> String in
            let line = remark.line.map { " (line \($0))" } ?? ""
            return "  \(remark.kind.severity.rawValue)[\(remark.kind.rawValue)]\(line): "
                + texts.text(of: remark, for: .moderator, in: Language("en"))
        }
        return "Checks\n" + lines.joined(separator: "\n")
    }

    private var edits: String? {
        guard let changes else { return nil }
        let lines = changes.excerpt.map { line -> String in
            switch line {
            case nil: "  …"
            case .same(let text): "    " + FindingWriter.printable(text)
            case .removed(let text): "  - " + FindingWriter.printable(text)
            case .added(let text): "  + " + FindingWriter.printable(text)
            }
        }
        return "\nWhat moderators changed\n" + (lines.isEmpty ? "  nothing that can be seen" : lines.joined(separator: "\n"))
    }

    private var history: String {
        let lines = record.history.map { event -> String in
            var said = "  \(event.time)  \(event.by)  \(event.action.rawValue)"
            if !event.reasons.isEmpty { said += "  " + event.reasons.joined(separator: ", ") }
            if let words = event.words { said += "  “\(words)”" }
            return FindingWriter.printable(said)
        }
        return "\nHistory\n" + lines.joined(separator: "\n")
    }

    /// What to write to the author, in their language, of one that was turned down.
    private var letter: String? {
        guard record.state == .returned || record.state == .rejected,
            let event = record.history.last(where: { $0.action == .return || $0.action == .reject })
        else { return nil }
        let language = submission.language ?? forum.defaultLanguage
        var lines = event.reasons.compactMap { id in
            forum.reasons.first { $0.id == id }?.title.title(in: language, else: forum.defaultLanguage).text
        }
        if let words = event.words { lines.append(words) }
        lines = lines.map(FindingWriter.printable)
        // What remarks say is harmless as it is, and needs the marks that keep the directions of its values apart.
        if record.state == .returned {
            lines += remarks.filter { $0.kind.severity != .note }.map { texts.text(of: $0, for: .participant, in: language) }
        }
        let address = submission.author.email ?? record.origin.sender ?? "the author"
        return "\nWhat to write to \(FindingWriter.printable(address))\n"
            + lines.map { "  - " + $0 }.joined(separator: "\n")
    }

    private var next: String? {
        guard record.state.isWaiting else { return nil }
        let number = record.number
        let approve =
            remarks.contains { $0.kind.severity == .error }
            ? "rostrum review edit \(number)        mend it yourself"
            : "rostrum review approve \(number)     publish it with the next build"
        return """

            Next
              \(approve)
              rostrum review return \(number) --words "…"    ask its author to change it
            """
    }

    var json: String {
        let remarks = remarks.map { remark -> String in
            var fields = ["\"check\":\"\(remark.kind.rawValue)\"", "\"severity\":\"\(remark.kind.severity.rawValue)\""]
            if let line = remark.line { fields.append("\"line\":\(line)") }
            fields.append("\"text\":\(FindingWriter.quote(texts.text(of: remark, for: .moderator, in: Language("en"))))")
            return "{" + fields.joined(separator: ",") + "}"
        }
        let line = InboxLine(record, submission).json.dropLast()
        let language = submission.language.map { ",\"language\":\"\($0.code)\"" } ?? ""
        let left = record.leftOut.map { "{\"name\":\(FindingWriter.quote($0.name)),\"reason\":\(FindingWriter.quote($0.reason))}" }
        let leftOut = left.isEmpty ? "" : ",\"leftOut\":[\(left.joined(separator: ","))]"
        return line + language + leftOut + ",\"text\":\(FindingWriter.quote(body)),\"remarks\":[\(remarks.joined(separator: ","))]}"
    }
}

extension Submission {
    /// Where it is meant for.
    fileprivate var place: String? {
        guard let discussion else { return room ?? (kind?.entry == nil ? nil : "the library") }
        return discussion
    }
}

extension RemarkKind.Severity {
    /// Errors first.
    fileprivate var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
