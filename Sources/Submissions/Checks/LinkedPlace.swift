import Model

/// Where a submission's text will stand, for links as its author writes them.
struct LinkedPlace {
    /// From the forum's root; the number or identifier is one that nothing has.
    let path: String
    let language: Language
    private let published: Set<String>

    init(_ submission: Submission, _ content: Content) {
        let language = submission.language ?? content.forum.defaultLanguage
        let discussion = submission.kind == nil || submission.kind == .contribution ? submission.discussion : nil
        if submission.kind?.entry != nil {
            path = "content/library/-/index.\(language).md"
        } else if let discussion {
            path = "content/discussions/\(discussion)/9999999.\(language).md"
        } else {
            path = "content/discussions/-/index.\(language).md"
        }
        self.language = language
        published = Set(content.discussions.first { $0.id == discussion }?.attachments.map(\.path) ?? [])
    }

    /// Whether a file of that name lies there already.
    func has(file name: String) -> Bool { published.contains("files/" + name) }
}
