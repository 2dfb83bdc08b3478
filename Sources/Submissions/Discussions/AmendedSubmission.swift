/// A submission that an amendment takes further: what was published of it is corrected, or its text corrects something that was.
struct AmendedSubmission {
    /// As it is to be, but for its history.
    let record: Record
    /// How far it was.
    let before: SubmissionState
    let action: LogEntry.Action
    let facts: [String: String]
    /// A further text of it; nil where it has none.
    let revision: Change?
}
