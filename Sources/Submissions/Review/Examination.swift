package import Check
package import ContentStore
package import Diagnostics
import Markdown
import Model
import Quarantine

/// Looks at submissions with all checks, against what is published and what waits.
package struct Examination {
    private let content: ForumContent
    private let inbox: Inbox
    private let checks: Checks
    private let known: KnownTexts

    /// - Parameter vocabulary: what the theme has words for; nil where that is unknown.
    package init(_ content: ForumContent, inbox: Inbox, roster: Roster, vocabulary: Vocabulary?) throws(Failure) {
        self.content = content
        self.inbox = inbox
        checks = Checks(content: content.content, roster: roster, vocabulary: vocabulary, now: content.now, headings: content.headings)
        var known: [KnownText] = []
        for body in content.bodies {
            guard let place = content.place(of: body.path) else { continue }
            known.append(KnownText(.published(title: place.title, place: place.name), Sketch(of: body.bytes)))
        }
        for record in try inbox.records() where record.state.isWaiting || record.state == .scheduled {
            guard let revision = record.current else { continue }
            known.append(KnownText(.submission(record.number), Sketch(of: try inbox.text(revision, of: record.number))))
        }
        self.known = KnownTexts(known)
    }

    /// A submission as it stands, with everything that a reviewer should know of it.
    package struct Result {
        package let submission: Submission
        package let remarks: [Remark]
    }

    package func examine(_ record: Record) throws(Failure) -> Result {
        guard let revision = record.current else { throw Failure("the text of submission \(record.number) was purged") }
        var findings: [Finding] = []
        let bytes = try inbox.text(revision, of: record.number)
        let submission = Submission.read(path: revision.file, bytes: bytes, findings: &findings) ?? Submission()
        let outlines = try content.markdown.outline([submission.body])
        var matter = CheckedMatter(submission, outline: outlines[0])
        matter.findings = findings
        matter.files = record.submittedFiles
        matter.unscanned = record.files.filter { $0.scan?.looked == false }.map(\.name)
        matter.letter = record.origin.letter
        (matter.proof, matter.number) = (record.proof, record.number)
        matter.refusals = record.leftOut.compactMap { left in
            Opened.Refusal.Reason(rawValue: left.reason).map { Opened.Refusal(name: left.name, reason: $0) }
        }
        matter.known = known
        matter.own = [.submission(record.number)]
        matter.received = Instant(iso: record.received)
        return Result(submission: submission, remarks: checks.remarks(on: matter))
    }
}

extension Record.Origin {
    /// The mail that it came in, as far as the record remembers it; nil for what was no mail.
    fileprivate var letter: Letter? {
        guard sender != nil || subject != nil else { return nil }
        return Letter(
            from: sender.map { [Letter.Mailbox(name: senderName ?? "", address: $0)] } ?? [], subject: subject ?? "", date: date,
            messageID: messageID,
            references: [], nature: Set(nature.compactMap { Letter.Nature(rawValue: $0) }))
    }
}
