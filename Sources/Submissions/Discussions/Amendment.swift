import ContentStore
package import Diagnostics
package import Model

/// A change of the content that a moderator makes, worked out and not yet made.
package struct Amendment: Sendable {
    /// What is written, in the order in which it is written; none where everything is as it is to be.
    package let changes: [Change]
    /// What of the content it concerns: `2026-014`, `2026-014/0003`, `library/ip-office-automation`.
    package let place: String
    /// What would then be wrong in the content, and is not now. Errors stop it.
    package let findings: [Finding]
    /// What the moderator should know of it, a sentence each.
    package let remarks: [String]
    /// Languages whose translations are of an earlier text once this is there.
    package let outdated: [Language]
    /// What stands now at the paths that are changed, for showing what changes; none for what is new.
    package let before: [String: [UInt8]]
    let entry: LogEntry.Draft
    /// Submissions that it takes further.
    var submissions: [AmendedSubmission] = []
    /// Whether it takes submissions further, whose authors can be told.
    package var concernsAuthors: Bool { !submissions.isEmpty }

    /// The languages of the translations that findings call outdated.
    static func outdated(_ findings: [Finding], _ kind: ContentFolder.Kind) -> [Language] {
        let languages = findings.compactMap { finding -> Language? in
            guard finding.kind == .outdated, let name = finding.location?.file.split(separator: "/").last else { return nil }
            guard case .text(_, let language) = ContentFileName(String(name), in: kind) else { return nil }
            return language
        }
        return Set(languages).sorted()
    }

    /// What those are translations of, as `TextName` has it.
    package var outdatedText: String {
        switch entry.action {
        case .summary, .outcome: place + "/" + entry.action.rawValue
        default: place
        }
    }
}
