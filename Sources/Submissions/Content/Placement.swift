import ContentStore
package import Diagnostics
import Model

/// Where a submission goes in the content, and what is written there.
package struct Placement: Sendable, Hashable {
    /// What is written, attachments first, so that every state on the way can be built.
    package let changes: [Change]
    /// As the log names it: `2026-014/0007`, `2026-015`, `library/ip-office-automation`.
    package let place: String
    let kind: ContentFolder.Kind
    /// The folder's name.
    let id: String

    /// The files that it writes, as a record remembers them.
    var placed: [Record.Placed] {
        changes.compactMap { change in
            guard case .put(let path, let bytes, _) = change else { return nil }
            return Record.Placed(path: path, hash: Change.hash(bytes))
        }
    }

    /// A file that came with a submission.
    struct File {
        /// As the author knows it.
        let name: String
        /// In lower-case ASCII, its ending that of its type.
        let stored: String
        let bytes: [UInt8]
    }

    /// What is wrong in the content once this is there, and was not before.
    package func findings(in content: ForumContent) throws(Failure) -> [Finding] {
        try content.findings(after: changes, in: kind, id)
    }

    /// - Parameters:
    ///   - author: what readers are told of its author.
    ///   - opens: of a topic: when the discussion opens; nil for today.
    static func make(
        _ submission: Submission, files: [File], by author: Attributed, opens: Day?, in content: ForumContent
    ) throws(Failure) -> Placement {
        switch submission.kind {
        case .contribution: try contribution(submission, files, by: author, content)
        case .topic: try topic(submission, files, opens, content)
        case .practice, .tool, .methodology, .experience: try entry(submission, files, content)
        case .invitation, .removal, nil:
            throw Failure("this submission has no text that could be published", remedy: "See `rostrum inbox show` for what it asks for.")
        }
    }

    static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    static func missing(_ field: String, _ what: String) -> Failure {
        Failure("this submission does not say its \(field)", remedy: "Add \(what), with `rostrum review edit`.")
    }
}
