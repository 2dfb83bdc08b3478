import ContentStore
package import Diagnostics
import Files
package import Model

/// Takes something that was posted out of the content, at somebody's request: only a notice stays, that something stood there.
package struct Withdrawing {
    let ledger: Ledger
    let content: ForumContent
    let moderator: Moderator
    let target: WithdrawalTarget
    let inbox: Inbox

    /// - Parameter content: read while the ledger was held.
    package init(_ target: WithdrawalTarget, _ ledger: Ledger, content: ForumContent, as name: String) throws(Failure) {
        self.target = target
        self.ledger = ledger
        self.content = content
        inbox = Inbox(office: ledger.office)
        moderator = try Moderator(name, in: content.forum)
        let room = target.kind == .discussion ? content.discussion(target.id)?.facts?.room : nil
        try moderator.require(room, in: content.forum)
    }

    /// What came of a withdrawal.
    package struct Outcome: Sendable, Equatable {
        /// The files of the content that went, from the forum's root.
        package let removed: [String]
        /// Whether it had been withdrawn before.
        package let wasWithdrawn: Bool
        /// Contributions that answer it, and texts that quote it or link to it, by their paths.
        package let quoted: [String]
        /// What is wrong in the content without it: links that lead to it. The next build stops there.
        package let findings: [Finding]
        /// What a purge did; nil without one.
        package let purge: Purge?
    }

    /// What a purge did beside the withdrawal. The build's cache is emptied by the caller.
    package struct Purge: Sendable, Equatable {
        /// The submissions whose texts and files are gone from the office.
        package let submissions: [Int]
        /// Paths in the office, outside of those, that held it and are gone.
        package let removed: [String]
        /// Other submissions and places in which the text stands too.
        package let left: [String]
    }

    /// - Parameters:
    ///   - reason: why, for the moderators; kept in the office apart from the log, and gone after a purge.
    ///   - purging: whether the office's copies go too.
    ///   - request: the submission that asks for it, which is approved by this; nil where nobody sent one.
    package func withdraw(
        requestedBy: Withdrawal.Requester, reason: String, purging: Bool, request: Record? = nil
    ) throws(Failure) -> Outcome {
        let taken = try taken()
        let quoted = try quotations(of: taken)
        var changes = try removals(taken)
        let notice = target.folder + "/" + target.notice
        let wasWithdrawn = taken.isEmpty
        if try ledger.hash(notice) == nil {
            var text = FrontMatterText()
            text.add("date", plain: content.today.description)
            text.add("requested-by", plain: requestedBy.rawValue)
            changes.append(.put(path: notice, bytes: text.yaml, before: nil))
        } else if !purging {
            throw Failure("\(target.place) was withdrawn before", remedy: "With --purge, the office's copies go too.")
        }
        let records = try inbox.records().filter {
            $0.place.map(isWithin) == true && $0.state != .withdrawn || purging && $0.place.map(isWithin) == true
        }
        let action: LogEntry.Action = purging ? .purge : .withdraw
        let entry = try ledger.end().count + 1
        var drafts = [LogEntry.Draft(by: moderator.name, action, place: target.place, facts: ["requested-by": requestedBy.rawValue])]
        var purge: Purge?
        if purging {
            let found = try Traces(of: taken, records, note: notePath, ledger: ledger, inbox: inbox)
            guard !taken.isEmpty || !found.changes.isEmpty || records.contains(where: { $0 != $0.purged || $0.state != .withdrawn }) else {
                throw Failure("\(target.place) was purged before", remedy: "Nothing of it is left here.")
            }
            changes += found.changes
            purge = Purge(submissions: records.map(\.number), removed: found.removed, left: found.left)
        }
        for (index, record) in records.enumerated() {
            var record = record
            record.history.append(
                Record.Event(
                    entry: entry + index + 1, time: content.now.iso, by: moderator.name, action: action, before: record.state, reasons: [],
                    words: purging ? nil : reason))
            record.state = .withdrawn
            if purging {
                changes += try emptied(record)
                record = record.purged
            }
            changes.append(try record.change(in: ledger))
            drafts.append(LogEntry.Draft(by: moderator.name, action, submission: record.number, place: record.place))
        }
        if records.isEmpty, !purging { changes.append(try note(reason)) }
        if var request {
            request.history.append(
                Record.Event(
                    entry: entry + drafts.count, time: content.now.iso, by: moderator.name, action: .approve, before: request.state,
                    reasons: [], words: nil))
            request.state = .approved
            request.place = target.place
            request.claimedBy = nil
            changes.append(try request.change(in: ledger))
            drafts.append(LogEntry.Draft(by: moderator.name, .approve, submission: request.number, place: target.place))
        }
        let findings = try content.findings(after: changes, in: target.kind, target.id)
        try ledger.commit(drafts, changes, at: content.now)
        return Outcome(removed: taken.map(\.path), wasWithdrawn: wasWithdrawn, quoted: quoted, findings: findings, purge: purge)
    }

    private func isWithin(_ place: String) -> Bool {
        place == target.place || place.hasPrefix(target.place + "/")
    }

    // MARK: The content

    /// A file that goes.
    struct Taken {
        let path: String
        let bytes: [UInt8]
    }

    /// What is there of it: its texts in all languages, and the files that only it uses.
    private func taken() throws(Failure) -> [Taken] {
        let names = content.files(of: target.kind, target.id).filter { $0 != target.notice }
        var going = names
        if case .contribution(_, let number) = target {
            let own = names.filter { ContentFileName($0, in: .discussion)?.number == number }
            going = own + (try orphans(names, after: own))
        }
        var taken: [Taken] = []
        for name in going {
            let path = target.folder + "/" + name
            guard let bytes = try FileSystem.read(ledger.place(path), limit: 1 << 30) else {
                throw Failure("\(path) is larger than any file of a forum", remedy: "Remove it by hand.")
            }
            taken.append(Taken(path: path, bytes: bytes))
        }
        return taken
    }

    /// Attachments that the texts which go mention, and none that stays does.
    private func orphans(_ names: [String], after own: [String]) throws(Failure) -> [String] {
        let attachments = names.filter { $0.hasPrefix("files/") }
        guard !attachments.isEmpty else { return [] }
        func mentions(_ texts: [String]) throws(Failure) -> Set<String> {
            var found: Set<String> = []
            for name in texts where name.hasSuffix(".md") {
                let bytes = try FileSystem.read(ledger.place(target.folder + "/" + name), limit: 4 << 20) ?? []
                let text = String(decoding: bytes, as: UTF8.self)
                for file in attachments where text.contains(file) { found.insert(file) }
            }
            return found
        }
        let stays = try mentions(names.filter { !own.contains($0) })
        return try mentions(own).filter { !stays.contains($0) }.sorted()
    }

    private func removals(_ taken: [Taken]) throws(Failure) -> [Change] {
        taken.map { .remove(path: $0.path, before: Change.hash($0.bytes)) }
    }

    /// Texts elsewhere that answer it, link to it, or hold a sentence of it.
    private func quotations(of taken: [Taken]) throws(Failure) -> [String] {
        let sentences = Traces.sentences(taken)
        let own = Set(taken.map(\.path))
        var found: [String] = []
        for path in content.textPaths where !own.contains(path) {
            let bytes = try FileSystem.read(ledger.place(path), limit: 4 << 20) ?? []
            if sentences.stand(in: bytes) || answers(path, bytes) { found.append(path) }
        }
        return found
    }

    private func answers(_ path: String, _ bytes: [UInt8]) -> Bool {
        guard case .contribution(let id, let number) = target, path.hasPrefix("content/discussions/\(id)/") else { return false }
        guard let discussion = content.discussion(id) else { return false }
        return discussion.contributions.contains { contribution in
            guard case .posted(let posted) = contribution.content else { return false }
            return posted.replyTo == number && posted.original.path == path
        }
    }

    // MARK: The office

    /// Why, where no submission's record can keep it.
    private func note(_ reason: String) throws(Failure) -> Change {
        let text = "\(content.now.iso) \(moderator.name): \(reason)\n"
        return .put(path: notePath, bytes: [UInt8](text.utf8), before: try ledger.hash(notePath))
    }

    private var notePath: String { "office/removals/" + target.place.replacing("/", with: "-") + ".txt" }

    /// What is in a submission's folder beside its record.
    private func emptied(_ record: Record) throws(Failure) -> [Change] {
        let folder = Record.folder(record.number)
        var changes: [Change] = []
        for entry in try FileSystem.entries(of: ledger.place(folder)) where entry.name != "record.json" {
            let path = folder + "/" + entry.name
            if entry.kind == .folder {
                changes.append(.removeFolder(path: path))
            } else if let hash = try ledger.hash(path) {
                changes.append(.remove(path: path, before: hash))
            }
        }
        return changes
    }
}

extension Record {
    /// What stays of a submission that was purged: that there was one, what was decided, and what tells that the same mail is not a new one.
    var purged: Record {
        var record = self
        record.revisions = []
        record.files = []
        record.leftOut = []
        record.placed = nil
        record.salt = ""
        record.origin = Origin(
            source: "", sender: nil, senderName: nil, subject: nil, messageID: nil, date: nil, nature: [], hasFields: false)
        for index in record.history.indices {
            record.history[index].reasons = []
            record.history[index].words = nil
        }
        return record
    }
}
