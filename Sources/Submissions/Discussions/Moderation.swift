import ContentStore
package import Diagnostics
import Files
import Model

/// What a moderator does with the discussions of their rooms and with translations: each thing is an `Amendment`, worked out first, and
/// then carried out as one transaction.
package struct Moderation {
    package let content: ForumContent
    package let moderator: Moderator

    /// - Parameters:
    ///   - content: read while the ledger was held, where something is to be carried out.
    ///   - name: the moderator's, as forum.yaml lists it.
    package init(_ content: ForumContent, as name: String) throws(Failure) {
        self.content = content
        moderator = try Moderator(name, in: content.forum)
    }

    /// Carries an amendment out: the content has it when this returns. Throws where it would leave errors.
    ///
    /// - Parameter replies: writes to the authors of submissions that it takes further; nil where nobody is written to.
    /// - Returns: what they are written.
    @discardableResult
    package func carryOut(
        _ amendment: Amendment, through ledger: Ledger, telling replies: Replies? = nil
    ) throws(Failure) -> [ReplyOutcome] {
        guard !amendment.findings.contains(where: { $0.kind.severity == .error }) else {
            throw Failure("the content would have errors, and nothing was changed", remedy: "Mend what is marked above.")
        }
        guard !amendment.changes.isEmpty else { return [] }
        var drafts = [amendment.entry]
        var changes = amendment.changes
        let first = try ledger.end().count + 1
        let letters = try replies.map { (replies) throws(Failure) in try self.letters(amendment, first: first + 1, ledger, replies) }
        changes += letters?.changes ?? []
        for (index, submission) in amendment.submissions.enumerated() {
            var record = submission.record
            record.history.append(
                Record.Event(
                    entry: first + drafts.count, time: content.now.iso, by: moderator.name, action: submission.action,
                    before: submission.before, reasons: [], words: nil, mail: letters?.mails[index]))
            drafts.append(
                LogEntry.Draft(
                    by: moderator.name, submission.action, submission: record.number, place: record.place, facts: submission.facts))
            changes += try [submission.revision].compactMap { $0 } + [record.change(in: ledger)]
        }
        try ledger.commit(drafts, changes, at: content.now)
        return letters?.outcomes ?? []
    }

    // MARK: What all amendments share

    /// A discussion that stands, in a room of this moderator's.
    func discussion(_ id: String) throws(Failure) -> (discussion: Discussion, facts: Discussion.Facts) {
        let found = try content.standing(id)
        try moderator.require(found.facts.room, in: content.forum)
        return found
    }

    /// A room that there is.
    func room(_ id: String) throws(Failure) -> Room {
        try content.requireRoom(id)
    }

    /// Throws for a language that the forum has not.
    func require(_ language: Language) throws(Failure) {
        try content.require(language)
    }

    func requireCategories(_ ids: [String]) throws(Failure) {
        let known = content.forum.categories.map(\.id)
        guard !ids.isEmpty else { throw Failure("a category is needed", remedy: "Add --category with one of: \(known.listed).") }
        for id in ids where !known.contains(id) {
            throw Failure("there is no category \"\(id)\"", remedy: remedy(id, known))
        }
    }

    func requireParallel(_ ids: [String], to own: String?) throws(Failure) {
        for id in ids where id == own || !content.names(of: .discussion).contains(id) {
            throw Failure(
                id == own ? "a discussion is not parallel to itself" : "there is no discussion \(id) that this one could be parallel to",
                remedy: "Name one of another room, as in --parallel 2026-014.")
        }
    }

    /// Throws where a discussion would close before it opens.
    func requireOrder(opens: Moment, closes: Moment?) throws(Failure) {
        guard let closes, content.calendar.closing(closes) <= content.calendar.opening(opens) else { return }
        throw Failure(
            "the discussion would close (\(closes.words)) before it opens (\(opens.words))",
            remedy: "Give a later day with --closes, or an earlier one with --opens.")
    }

    /// A text of one line, without white space at its ends. Throws for an empty one, and for more lines than one.
    func line(_ text: String, _ what: String, _ option: String) throws(Failure) -> String {
        let line = text.trimmed
        guard !line.isEmpty else { throw Failure("\(what) is empty", remedy: "Write it behind \(option), in quotation marks.") }
        guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else {
            throw Failure("\(what) must be one line without control characters", remedy: "Write it in one line.")
        }
        return line
    }

    /// The bytes of a file of the content.
    func bytes(_ path: String) throws(Failure) -> [UInt8] {
        guard let bytes = try FileSystem.read(content.root + "/" + path, limit: 4 << 20) else {
            throw Failure("\(path) is larger than any text", remedy: "See what `rostrum check` says of it.")
        }
        return bytes
    }

    /// What an amendment comes to, with what would be wrong then.
    ///
    /// - Parameter written: the language of a translation that is written, and outdated perhaps itself.
    func amendment(
        _ action: LogEntry.Action, _ place: String, in kind: ContentFolder.Kind, _ id: String, room: String?, _ changes: [Change],
        facts: [String: String] = [:], remarks: [String] = [], apartFrom written: Language? = nil,
        before: [String: [UInt8]] = [:]
    ) throws(Failure) -> Amendment {
        var facts = facts
        facts["room"] = room
        let findings = changes.isEmpty ? [] : try content.findings(after: changes, in: kind, id)
        return Amendment(
            changes: changes, place: place, findings: findings, remarks: remarks,
            outdated: Amendment.outdated(findings, kind).filter { $0 != written },
            before: before, entry: LogEntry.Draft(by: moderator.name, action, place: place, facts: facts))
    }

    private func remedy(_ word: String, _ known: [String]) -> String {
        let meant = Suggestion.nearest(to: word, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
        return meant + "There are: \(known.listed)."
    }
}
