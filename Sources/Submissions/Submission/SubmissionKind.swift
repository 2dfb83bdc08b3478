package import Model

/// What a submission asks for.
package enum SubmissionKind: String, Sendable, CaseIterable {
    /// A text in a discussion.
    case contribution
    /// A discussion that somebody proposes.
    case topic
    /// An entry of the library.
    case practice, tool, methodology, experience
    /// To let a guest into one discussion.
    case invitation
    /// To withdraw something that is published.
    case removal

    /// What an entry of the library describes; nil for everything else.
    package var entry: LibraryEntry.Kind? { LibraryEntry.Kind(rawValue: rawValue) }
}
