package import Diagnostics
package import Model

extension Review {
    /// What approving a submission would do.
    package struct Approval: Sendable {
        /// What is written into the content; nil for an invitation or a removal.
        package let placement: Placement?
        /// What goes out of the content where a removal is approved.
        package let withdrawal: Withdrawing.Outcome?
        /// Why nothing can be done of it; nil where something can.
        let refusal: Failure?
        /// What would then be wrong in the content. Errors stop the approval.
        package let findings: [Finding]
        /// What the checks say of the submission. Errors that nobody has accepted stop the approval.
        package let remarks: [Remark]
        let record: Record
        /// What is approved, as its text that counts says it.
        package let submission: Submission
        /// Of a topic: the day on which the discussion opens.
        let opens: Day

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
        var withdrawal: Withdrawing.Outcome?
        var refusal: Failure?
        do throws(Failure) {
            switch submission.kind {
            case .removal: withdrawal = try removal(submission, record).outcome
            case .invitation: try requireGuest(submission)
            default: placement = try self.placement(submission, record, opens: opens)
            }
        } catch {
            // What its author can mend is told first.
            refusal = error
        }
        let findings = try placement.map { (placement) throws(Failure) in try placement.findings(in: content) }
        return Approval(
            placement: placement, withdrawal: withdrawal, refusal: refusal, findings: findings ?? withdrawal?.findings ?? [],
            remarks: examined.remarks, record: record, submission: submission, opens: opens ?? content.today)
    }

    /// The withdrawal that a submission asks for.
    ///
    /// - Parameter replies: writes to those whom it concerns; nil for a withdrawal that is only worked out.
    private func removal(_ submission: Submission, _ record: Record, _ replies: Replies? = nil) throws(Failure) -> Withdrawing.Plan {
        guard let wanted = submission.target else {
            throw Failure(
                "it does not say what is to go", remedy: "Add a line as in `target: 2026-014/0003`, with `rostrum review edit`.")
        }
        let target = try WithdrawalTarget(wanted, in: content)
        let withdrawing = try Withdrawing(target, ledger, content: content, as: name, replies: replies)
        return try withdrawing.plan(
            requestedBy: submission.author.member == nil ? .author : .member, reason: "submission \(record.number)", request: record)
    }

    private func requireGuest(_ submission: Submission) throws(Failure) {
        guard let guest = submission.guest, !guest.name.isEmpty, let discussion = submission.discussion,
            content.discussion(discussion)?.facts != nil
        else {
            throw Failure(
                "it does not say who is invited to which discussion",
                remedy: "Add lines as in `discussion: 2026-014` and `guest: {name: Bo Lind}`, with `rostrum review edit`.")
        }
    }

    /// Carries an approval out: the content has the text when this returns. Throws where something stands against it.
    ///
    /// - Parameter accepted: names of checks whose errors the moderator takes upon themselves.
    /// - Returns: what those are written whom it concerns: the author first.
    @discardableResult
    package func approve(_ approval: Approval, accepted: Set<String>) throws(Failure) -> [ReplyOutcome] {
        try requireClear(approval, accepted: accepted)
        var record = approval.record
        if approval.submission.kind == .removal {
            let plan = try removal(approval.submission, record, replies)
            try ledger.commit(plan.drafts, plan.changes, at: now)
            return plan.outcome.replies
        }
        let changes = approval.placement?.changes ?? []
        record.place = approval.placement?.place ?? approval.submission.discussion
        record.placed = approval.placement?.placed
        record.claimedBy = nil
        var reply = Reply(.approved, [record], approval.submission)
        reply.place = record.place
        reply.day = approval.opens
        reply.languages = content.languages(of: record.place ?? "", approval.submission)
        let outcome = try decide(
            &record, .approve, state: .approved, facts: try facts(approval, record, accepted: accepted), changes: changes, reply: reply)
        return [outcome].compactMap { $0 }
    }

    /// Approves a submission for a day to come: the first build on or after it publishes it.
    ///
    /// - Returns: what the author is written; nil where nobody is written to.
    @discardableResult
    package func schedule(_ approval: Approval, on day: Day, accepted: Set<String>) throws(Failure) -> ReplyOutcome? {
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
        record.role = Attributed(approval.submission, roster: roster, proof: record.proof).role.rawValue
        record.claimedBy = nil
        var facts = try facts(approval, record, accepted: accepted)
        facts["due"] = day.description
        var reply = Reply(.scheduled, [record], approval.submission)
        reply.day = day
        return try decide(&record, .schedule, state: .scheduled, facts: facts, reply: reply)
    }

    /// What a submission becomes in the content.
    func placement(_ submission: Submission, _ record: Record, opens: Day?) throws(Failure) -> Placement {
        let files = try inbox.files(of: record, for: submission)
        let author = Attributed(submission, roster: roster, proof: record.proof)
        return try Placement.make(submission, files: files, by: author, opens: opens, in: content)
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
