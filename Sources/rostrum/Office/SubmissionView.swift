import ContentStore
import Diagnostics
import Foundation
import Model
import Submissions
import Theme

/// A submission as a moderator reads it on a terminal: what it is, what the checks say, its text, and what to do next.
///
/// Whatever others wrote stands behind a label or a bar, so that no text can pass for the program's own words.
struct SubmissionView {
    let record: Record
    let submission: Submission
    let remarks: [Remark]
    let texts: RemarkTexts
    let content: ForumContent
    /// Whom readers will be told of.
    let author: Attributed
    let page: PageLines
    let words = Words(SubmissionView.english)
    private let body: String
    private let changes: LineDifference?
    private let office: String
    private let root: String

    /// Moderators read the program's language.
    static let english = Language("en")

    init(_ record: Record, inbox: Inbox, office: String, common: CommonOptions) throws {
        content = try common.content()
        let result = try common.examination(content, inbox).examine(record)
        self.record = record
        self.office = office
        root = common.root
        page = PageLines.ofTerminal
        submission = result.submission
        author = Attributed(result.submission, roster: try Roster.load(office: office).value ?? Roster())
        remarks = result.remarks
        texts = try common.remarkTexts(content.forum)
        // Where the fields cannot be read, all of it is shown as it is.
        let isWhole = submission.body.isEmpty || remarks.contains { $0.kind == .brokenFields }
        let shown = try isWhole ? record.current.map { try inbox.text($0, of: record.number) } ?? [] : submission.body
        body = String(decoding: shown, as: UTF8.self)
        if let current = record.current, current.by != nil, let sent = record.submitted {
            changes = LineDifference(from: try inbox.text(sent, of: record.number), to: try inbox.text(current, of: record.number))
        } else {
            changes = nil
        }
    }

    var text: String {
        let parts = [head, checks, written, files, attachedMails, edits, history, next, letter]
        return parts.compactMap { $0 }.joined(separator: "\n\n")
    }

    // MARK: Parts

    private var checks: String {
        guard !remarks.isEmpty else { return "The checks found nothing that stands out." }
        let order: [RemarkKind.Severity] = [.error, .warning, .note]
        let lines = order.flatMap { severity in
            remarks.filter { $0.kind.severity == severity }.map { remark -> String in
                let line = remark.line.map { ", line \($0)" } ?? ""
                let said = texts.text(of: remark, for: .moderator, in: Self.english)
                return page.paragraph(said, first: "  \(severity.rawValue.capitalized)\(line): ", rest: "    ")
            }
        }
        return "What the checks say\n" + lines.joined(separator: "\n")
    }

    private var written: String {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
        guard let first = lines.firstIndex(where: { !isBlank($0) }), let last = lines.lastIndex(where: { !isBlank($0) }) else {
            return "It has no text."
        }
        let shown = lines[first...last].map { page.paragraph(PageLines.harmless(String($0)), first: "  │ ", rest: "  │ ") }
        return "Its text\n" + shown.joined(separator: "\n")
    }

    private var files: String? {
        guard !record.files.isEmpty else { return nil }
        let lines = record.files.map { file in
            let kind = file.endings.first.map { $0.uppercased() } ?? file.type
            return page.paragraph(PageLines.value(file.name) + ": \(kind), \(words.numbers.size(file.size))", first: "  ", rest: "    ")
                + "\n    \(office)/inbox/\(record.number)/files/\(file.stored)"
        }
        return "Its files\n" + lines.joined(separator: "\n")
    }

    /// Mails that came with it and are no submissions of their own.
    private var attachedMails: String? {
        let titles = record.leftOut.filter { $0.reason == Record.LeftOut.attachedMail }.map(\.name)
        guard !titles.isEmpty else { return nil }
        let lines = titles.map { page.paragraph(PageLines.value($0), first: "  ", rest: "    ") }
        return "Attached mails that became no submissions: read them in what it came in\n"
            + lines.joined(separator: "\n") + "\n    \(office)/inbox/\(record.number)/source"
    }

    private var edits: String? {
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

    private var history: String {
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

    private var next: String? {
        let tomorrow = content.calendar.day(of: Instant(seconds: content.now.seconds + 86_400))
        return NextSteps(
            record: record, submission: submission, remarks: remarks, forum: content.forum, root: root, tomorrow: tomorrow
        ).text(page)
    }

    /// What to write to the author, in their language, of one that was turned down.
    private var letter: String? {
        guard record.state == .returned || record.state == .rejected,
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

    // MARK: For programs

    var json: String {
        let language = submission.language ?? content.forum.defaultLanguage
        let remarks = remarks.map { remark -> String in
            var fields = ["\"check\":\"\(remark.kind.rawValue)\"", "\"severity\":\"\(remark.kind.severity.rawValue)\""]
            if let line = remark.line { fields.append("\"line\":\(line)") }
            fields.append("\"text\":\(FindingWriter.quote(texts.text(of: remark, for: .moderator, in: Self.english)))")
            fields.append("\"toAuthor\":\(FindingWriter.quote(texts.text(of: remark, for: .participant, in: language)))")
            return "{" + fields.joined(separator: ",") + "}"
        }
        let line = InboxLine(record, submission).json.dropLast()
        let code = submission.language.map { ",\"language\":\"\($0.code)\"" } ?? ""
        let left = record.leftOut.map { "{\"name\":\(FindingWriter.quote($0.name)),\"reason\":\(FindingWriter.quote($0.reason))}" }
        let leftOut = left.isEmpty ? "" : ",\"leftOut\":[\(left.joined(separator: ","))]"
        return line + code + leftOut + ",\"text\":\(FindingWriter.quote(body)),\"remarks\":[\(remarks.joined(separator: ","))]}"
    }
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
