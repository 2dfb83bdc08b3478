import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// A correction by what a submission says, which is dealt with by it. Nil, with what stands against it, where the checks find errors, or
    /// it is not its author's.
    ///
    /// - Parameters:
    ///   - name: of the text that is corrected.
    ///   - accepted: names of checks whose errors the moderator takes upon themselves.
    package func correction(
        by number: Int, of name: TextName, in language: Language?, _ inbox: Inbox, _ examination: Examination, accepted: Set<String>
    ) throws(Failure) -> (correction: Correction?, obstacle: Obstacle?) {
        let record = try inbox.require(number)
        try record.requireWaiting()
        try record.requireHands(of: moderator.name)
        let examined = try examination.examine(record)
        let submission = examined.submission
        try moderator.require(content.room(of: submission)?.id, in: content.forum)
        guard submission.isForReaders else {
            throw Failure(
                "submission \(number) has no text for readers", remedy: "See `rostrum inbox show \(number)` for what it asks for.")
        }
        let (text, _, name) = try published(name, in: language)
        if let other = submission.language, other != text.language {
            throw Failure(
                "submission \(number) is in \"\(other)\", and what it would replace in \"\(text.language)\"",
                remedy: "A translation is put in place with `rostrum translate add`.")
        }
        if let obstacle = try Obstacle(correcting: name, by: record, submission, content, inbox) { return (nil, obstacle) }
        if let obstacle = Obstacle(examined.remarks, of: number, accepted: accepted) { return (nil, obstacle) }
        let needed = accepted.intersection(examined.remarks.map(\.kind.rawValue)).sorted()
        return (
            Correction(
                .manuscript(Manuscript(body: submission.body)),
                request: Correction.Request(record: record, files: try inbox.files(of: record, for: submission), accepted: needed)), nil
        )
    }
}

extension Obstacle {
    /// Nil where a submission may correct a text: it is for the same place, and from the same author.
    fileprivate init?(
        correcting name: TextName, by record: Record, _ submission: Submission, _ content: ForumContent, _ inbox: Inbox
    ) throws(Failure) {
        let remedy = "Look whether the number is right; if you are sure, give the text with --file, and reject the submission."
        let isSameKind = (submission.kind?.entry != nil) == (name.kind == .entry) && submission.kind != .topic
        guard isSameKind, name.kind == .entry || submission.discussion ?? name.id == name.id else {
            self.init("submission \(record.number) was not sent for \(name.words)", remedy: remedy)
            return
        }
        let source = try inbox.records().first { $0.placed != nil && $0.place == name.words }
        let author = try source.flatMap { (source) throws(Failure) in try inbox.submission(source)?.author }
        if let source, let sender = source.origin.sender?.lowercased(), sender == record.origin.sender?.lowercased() { return nil }
        if let email = author?.email?.lowercased(), email == submission.author.email?.lowercased() { return nil }
        let member = author?.member ?? content.postedMember(name)
        if let member, member == submission.author.member { return nil }
        self.init("submission \(record.number) is not from the author of \(name.words), nor from the same member", remedy: remedy)
    }

    private init(_ message: String, remedy: String) {
        self.message = message + ", and nothing was changed"
        self.remedy = remedy
    }
}

extension ForumContent {
    /// The member for which a contribution was posted.
    fileprivate func postedMember(_ name: TextName) -> String? {
        guard name.kind == .discussion,
            case .posted(let posted) = discussion(name.id)?.contributions.first(where: { $0.number == name.stem })?.content
        else { return nil }
        return posted.member
    }
}
