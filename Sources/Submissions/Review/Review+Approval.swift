package import Diagnostics
package import Model

extension Review {
    /// What approving a submission would do.
    package struct Approval: Sendable {
        /// What is written into the content; nil for an invitation or a removal.
        package let placement: Placement?
        /// Why nothing can be written of it; nil where something is, or nothing is to be.
        let refusal: Failure?
        /// What would then be wrong in the content. Errors stop the approval.
        package let findings: [Finding]
        /// What the checks say of the submission. Errors that nobody has accepted stop the approval.
        package let remarks: [Remark]
        let record: Record
        package let submission: Submission

        /// What stands against it; nil where nothing does.
        ///
        /// - Parameter accepted: names of checks whose errors the moderator takes upon themselves.
        package func obstacle(accepted: Set<String>) -> Obstacle? { Obstacle(self, accepted: accepted) }
    }

    /// Works out an approval; nothing is changed.
    ///
    /// - Parameters:
    ///   - opens: of a topic: the day on which the discussion opens; nil for today.
    ///   - examination: what looks at it.
    package func approval(_ number: Int, opens: Day?, _ examination: Examination) throws(Failure) -> Approval {
        let record = try waiting(number)
        try requireMine(record)
        let examined = try examination.examine(record)
        let submission = examined.submission
        var placement: Placement?
        var refusal: Failure?
        if submission.isForReaders {
            do throws(Failure) {
                placement = try self.placement(submission, record, opens: opens)
            } catch {
                // What its author can mend is told first.
                refusal = error
            }
        }
        return Approval(
            placement: placement, refusal: refusal, findings: try placement?.findings(in: content) ?? [], remarks: examined.remarks,
            record: record, submission: submission)
    }

    /// Carries an approval out: the content has the text when this returns. Throws where something stands against it.
    ///
    /// - Parameter accepted: names of checks whose errors the moderator takes upon themselves.
    package func approve(_ approval: Approval, accepted: Set<String>) throws(Failure) {
        try requireClear(approval, accepted: accepted)
        var record = approval.record
        if let target = approval.submission.target, approval.submission.kind == .removal {
            let requestedBy: Withdrawal.Requester = approval.submission.author.member == nil ? .author : .member
            _ = try Withdrawing(WithdrawalTarget(target, in: content), ledger, content: content, as: name)
                .withdraw(requestedBy: requestedBy, reason: "submission \(record.number)", request: record)
            return
        }
        let changes = approval.placement?.changes ?? []
        record.place = approval.placement?.place ?? approval.submission.discussion
        record.placed = approval.placement?.placed
        record.claimedBy = nil
        try decide(&record, .approve, state: .approved, facts: try facts(approval, record, accepted: accepted), changes: changes)
    }

    /// Approves a submission for a day to come: the first build on or after it publishes it.
    package func schedule(_ approval: Approval, on day: Day, accepted: Set<String>) throws(Failure) {
        try requireClear(approval, accepted: accepted)
        guard approval.placement != nil else {
            throw Failure("only what is published can be scheduled", remedy: "Approve it on the day.")
        }
        guard day > content.today else {
            throw Failure(
                "\(day) is not a day to come: today is \(content.today)", remedy: "Approve it, and it is published with the next build.")
        }
        var record = approval.record
        record.due = day.description
        record.role = Attributed(approval.submission, roster: roster).role.rawValue
        record.claimedBy = nil
        var facts = try facts(approval, record, accepted: accepted)
        facts["due"] = day.description
        try decide(&record, .schedule, state: .scheduled, facts: facts)
    }

    /// Puts into the content what was approved for a day that has come. Throws where the content would have errors with it.
    func release(_ number: Int) throws(Failure) {
        var record = try inbox.require(number)
        guard record.state == .scheduled, let due = record.due.flatMap({ Day($0) }) else { return }
        let submission = try submission(record)
        let role = Attributed(submission, roster: roster).role.rawValue
        guard role == record.role ?? role else {
            throw Failure("its author was approved as \(record.role ?? ""), and the roster has them as \(role) now")
        }
        let placement = try placement(submission, record, opens: due)
        if let error = try placement.findings(in: content).first(where: { $0.kind.severity == .error }) {
            throw Failure("with it the content would have an error: \(error.message)")
        }
        record.place = placement.place
        record.placed = placement.placed
        try decide(&record, .approve, state: .approved, facts: ["due": due.description], changes: placement.changes)
    }

    /// What a submission becomes in the content.
    func placement(_ submission: Submission, _ record: Record, opens: Day?) throws(Failure) -> Placement {
        let files = try inbox.files(of: record, for: submission)
        return try Placement.make(submission, files: files, opens: opens, roster: roster, in: content)
    }

    private func facts(_ approval: Approval, _ record: Record, accepted: Set<String>) throws(Failure) -> [String: String] {
        var facts: [String: String] = [:]
        if let revision = record.current { facts["text"] = record.digest(try inbox.text(revision, of: record.number)) }
        let needed = accepted.intersection(approval.remarks.map(\.kind.rawValue))
        if !needed.isEmpty { facts["accepted"] = needed.sorted().joined(separator: ", ") }
        return facts
    }

    private func requireClear(_ approval: Approval, accepted: Set<String>) throws(Failure) {
        if let obstacle = approval.obstacle(accepted: accepted) { throw obstacle.failure }
    }
}
