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
    let body: String
    let changes: LineDifference?
    /// The mail that tells its author what was decided last; nil where there is none, or none any more.
    let mail: OutgoingMail?
    let office: String
    let root: String
    /// In which the checks speak to the moderator.
    let language: Language

    /// Moderators read the program's language.
    static let english = Language("en")

    /// - Parameter language: in which the checks speak: one of the forum's; nil for English.
    init(_ record: Record, inbox: Inbox, office: String, language: Language?, common: CommonOptions) throws {
        content = try common.content()
        if let language { try content.require(language) }
        self.language = language ?? Self.english
        let result = try common.examination(content, inbox).examine(record)
        self.record = record
        self.office = office
        root = common.root
        page = PageLines.ofTerminal
        submission = result.submission
        author = Attributed(result.submission, roster: try Roster.load(office: office).value ?? Roster(), proof: record.proof)
        let told = try record.history.last { $0.mail != nil }?.mail.flatMap { try Outbox(office: office).mail($0) }
        mail = told?.isEmptied == false ? told : nil
        // What stands in the content is the checks' own evidence against it.
        remarks = record.isSettled ? [] : result.remarks
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
        let parts = [head, checks, written, files, covering, leftBeside, edits, history, next, letter]
        return parts.compactMap { $0 }.joined(separator: "\n\n")
    }

    // MARK: Parts

    private var checks: String? {
        if record.isSettled { return nil }
        guard !remarks.isEmpty else { return "The checks found nothing that stands out." }
        let order: [RemarkKind.Severity] = [.error, .warning, .note]
        let lines = order.flatMap { severity in
            remarks.filter { $0.kind.severity == severity }.map { remark -> String in
                let line = remark.line.map { ", line \($0)" } ?? ""
                let said = texts.text(of: remark, for: .moderator, in: language)
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

    private var next: String? {
        let tomorrow = content.calendar.day(of: Instant(seconds: content.now.seconds + 86_400))
        return NextSteps(
            record: record, submission: submission, remarks: remarks, forum: content.forum, root: root, tomorrow: tomorrow
        ).text(page)
    }

    // MARK: For programs

    var json: String {
        let language = submission.language ?? content.forum.defaultLanguage
        let remarks = remarks.map { remark -> String in
            var fields = ["\"check\":\"\(remark.kind.rawValue)\"", "\"severity\":\"\(remark.kind.severity.rawValue)\""]
            if let line = remark.line { fields.append("\"line\":\(line)") }
            fields.append("\"text\":\(FindingWriter.quote(texts.text(of: remark, for: .moderator, in: language)))")
            fields.append("\"toAuthor\":\(FindingWriter.quote(texts.text(of: remark, for: .participant, in: language)))")
            return "{" + fields.joined(separator: ",") + "}"
        }
        let line = InboxLine(record, submission).json.dropLast()
        let code = submission.language.map { ",\"language\":\"\($0.code)\"" } ?? ""
        let left = record.leftOut.map { "{\"name\":\(FindingWriter.quote($0.name)),\"reason\":\(FindingWriter.quote($0.reason))}" }
        let leftOut = left.isEmpty ? "" : ",\"leftOut\":[\(left.joined(separator: ","))]"
        let covering = record.origin.covering.map { ",\"covering\":\(FindingWriter.quote($0))" } ?? ""
        return line + code + leftOut + covering + ",\"text\":\(FindingWriter.quote(body)),\"remarks\":[\(remarks.joined(separator: ","))]}"
    }
}

extension Record {
    /// Whether it was decided for good, so that nothing is left to check.
    fileprivate var isSettled: Bool { ![.received, .inReview, .returned, .scheduled, .rejected].contains(state) }
}
