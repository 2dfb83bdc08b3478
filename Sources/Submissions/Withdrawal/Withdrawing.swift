import ContentStore
package import Diagnostics
import Files
package import Model
package import Quarantine

/// Takes something that was posted out of the content, at somebody's request: only a notice stays, that something stood there.
package struct Withdrawing {
    let ledger: Ledger
    let content: ForumContent
    let moderator: Moderator
    let target: WithdrawalTarget
    let inbox: Inbox
    /// Writes to those whom it concerns; nil where nobody is written to.
    let replies: Replies?

    /// - Parameters:
    ///   - content: read while the ledger was held.
    ///   - replies: writes to those whom it concerns; nil where nobody is written to.
    package init(
        _ target: WithdrawalTarget, _ ledger: Ledger, content: ForumContent, as name: String, replies: Replies? = nil
    ) throws(Failure) {
        self.replies = replies
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
        /// Attachments of it that stay, because other texts have them too.
        package let shared: [String]
        /// Whether it had been withdrawn before.
        package let wasWithdrawn: Bool
        /// Contributions that answer it, and texts that quote it or link to it, by their paths.
        package let quoted: [String]
        /// What is wrong in the content without it: links that lead to it. The next build stops there.
        package let findings: [Finding]
        /// Submissions that asked for it, and are dealt with by it.
        package let fulfilled: [Int]
        /// What a purge did; nil without one.
        package let purge: Purge?
        /// What those are written whom it concerns: first those who asked for it, then authors. None after a purge, which leaves no address.
        package let replies: [ReplyOutcome]
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
    ///   - purging: where the office's copies go too: opens what came from outside, to find them. Nil where only the content changes.
    ///   - request: the submission that is approved by this; others that ask for the same, and wait, are so with it.
    package func withdraw(
        requestedBy: Withdrawal.Requester, reason: String, purging quarantine: Quarantine? = nil, request: Record? = nil
    ) throws(Failure) -> Outcome {
        let plan = try plan(requestedBy: requestedBy, reason: reason, purging: quarantine, request: request)
        try ledger.commit(plan.drafts, plan.changes, at: content.now)
        return plan.outcome
    }

    /// A withdrawal that is worked out, and not carried out yet.
    struct Plan {
        let outcome: Outcome
        let drafts: [LogEntry.Draft]
        let changes: [Change]
    }

    /// Works a withdrawal out; nothing is changed. The parameters are those of `withdraw`.
    func plan(
        requestedBy: Withdrawal.Requester, reason: String, purging quarantine: Quarantine? = nil, request: Record? = nil
    ) throws(Failure) -> Plan {
        let (taken, shared) = try taken()
        let quoted = try quotations(of: taken)
        var changes = removals(taken)
        if let notice = try notice(requestedBy) {
            changes.append(notice)
        } else if quarantine == nil {
            throw Failure("\(target.place) was withdrawn before", remedy: "With --purge, the office's copies go too.")
        }
        let action: LogEntry.Action = quarantine == nil ? .withdraw : .purge
        var entries = Entries(first: try ledger.end().count + 1, by: moderator.name, at: content.now)
        entries.add(LogEntry.Draft(by: moderator.name, action, place: target.place, facts: ["requested-by": requestedBy.rawValue]))
        var requests: [Record] = []
        for record in try self.requests(request) { requests.append(entries.fulfilling(record, at: target.place)) }
        var records = try inbox.records().filter { $0.place.map(isWithin) == true && (quarantine != nil || $0.state != .withdrawn) }
        var purge: Purge?
        if let quarantine {
            let found = try Traces(
                of: taken, records + requests, note: notePath, ledger: ledger, inbox: inbox, quarantine: quarantine)
            let isLeft = records.contains { $0 != $0.purged || $0.state != .withdrawn }
            guard !taken.isEmpty || !found.changes.isEmpty || isLeft || !requests.isEmpty else {
                throw Failure("\(target.place) was purged before", remedy: "Nothing of it is left here.")
            }
            changes += found.changes
            records += requests
            purge = Purge(submissions: records.map(\.number).sorted(), removed: found.removed, left: found.left)
        }
        records = records.map { entries.adding(action, to: $0, words: quarantine == nil ? reason : nil) }
        var told: [ReplyOutcome] = []
        if quarantine == nil {
            let letters = try self.letters(to: requests, and: records, requestedBy)
            changes += letters.changes
            told = letters.outcomes
            (requests, records) = (letters.requests, letters.records)
            for record in requests { changes.append(try record.change(in: ledger)) }
        }
        for var record in records {
            if quarantine != nil {
                changes += try emptied(record)
                record = record.purged
            }
            changes.append(try record.change(in: ledger))
        }
        if records.isEmpty, quarantine == nil { changes.append(try note(reason)) }
        let findings = try content.findings(after: changes, in: target.kind, target.id)
        let outcome = Outcome(
            removed: taken.map(\.path), shared: shared, wasWithdrawn: taken.isEmpty, quoted: quoted, findings: findings,
            fulfilled: requests.map(\.number).filter { $0 != request?.number }, purge: purge, replies: told)
        return Plan(outcome: outcome, drafts: entries.drafts, changes: changes)
    }

    /// Whether something in the content is the target, or in it.
    private func isWithin(_ place: String) -> Bool { place == target.place || place.hasPrefix(target.place + "/") }
}
