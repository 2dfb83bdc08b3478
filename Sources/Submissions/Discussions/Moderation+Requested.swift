import ContentStore
package import Diagnostics
package import Model

extension Moderation {
    /// A correction by what a submission says, which is dealt with by it. Nil, with what stands against it, where the checks find errors.
    ///
    /// - Parameters:
    ///   - language: of the text that is corrected.
    ///   - accepted: names of checks whose errors the moderator takes upon themselves.
    package func correction(
        by number: Int, in language: Language, _ inbox: Inbox, _ examination: Examination, accepted: Set<String>
    ) throws(Failure) -> (correction: Correction?, obstacle: Obstacle?) {
        let record = try inbox.require(number)
        try record.requireWaiting()
        try record.requireHands(of: moderator.name)
        let examined = try examination.examine(record)
        let submission = examined.submission
        if let obstacle = Obstacle(examined.remarks, of: number, accepted: accepted) { return (nil, obstacle) }
        guard submission.isForReaders else {
            throw Failure(
                "submission \(number) has no text for readers", remedy: "See `rostrum inbox show \(number)` for what it asks for.")
        }
        if let other = submission.language, other != language {
            throw Failure(
                "submission \(number) is in \"\(other)\", and what it would replace in \"\(language)\"",
                remedy: "A translation is put in place with `rostrum translate add`.")
        }
        let needed = accepted.intersection(examined.remarks.map(\.kind.rawValue)).sorted()
        return (
            Correction(
                .manuscript(Manuscript(body: submission.body)),
                request: Correction.Request(record: record, files: try inbox.files(of: record, for: submission), accepted: needed)), nil
        )
    }
}
