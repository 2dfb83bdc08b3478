/// What a submission asks for.
///
/// The rules of this target: everything that changes `content/` or the office goes through the `Ledger`, which puts it on the disk whole
/// or not at all, with a line in the log; what comes from outside has been through `Quarantine` and is hostile still; the clock is handed in.
package enum SubmissionKind: String, Sendable, CaseIterable {
    /// A text in a discussion.
    case contribution
    /// A discussion that somebody proposes.
    case topic
    /// Entries of the library.
    case practice, tool, methodology, experience
    /// To let a guest into one discussion.
    case invitation
    /// To withdraw something that is published.
    case removal
}
