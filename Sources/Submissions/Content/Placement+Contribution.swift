import ContentStore
import Diagnostics
import Model

/// A contribution to a discussion that there is.
extension Placement {
    static func contribution(
        _ submission: Submission, _ files: [File], by author: Attributed, _ content: ForumContent
    ) throws(Failure) -> Placement {
        guard let id = submission.discussion else {
            throw missing("discussion", "a discussion that there is, as in `discussion: 2026-014`")
        }
        guard content.discussion(id)?.facts != nil else {
            throw Failure(
                "there is no discussion \(id), or it was withdrawn",
                remedy: "Name another with `rostrum review edit`, or return the submission; one that waits for its day, after "
                    + "`rostrum review undo`.")
        }
        guard let language = submission.language else { throw missing("language", "the language of the text, as in `language: fr`") }
        let folder = "content/discussions/\(id)"
        let names = content.files(of: .discussion, id)
        let number = nextNumber(names)
        let stored = store(files, folder, taken: names)
        var links = FileLinks(stored.paths)
        let body = links.rewrite(submission.body)
        var head = FrontMatterText()
        head.add("date", plain: content.today.description)
        head.add("role", plain: author.role.rawValue)
        head.add("member", plain: author.member)
        head.add("author", author.name)
        head.add("position", author.position)
        head.add("institution", author.institution)
        head.add("reply-to", plain: submission.replyTo.map { "\"\($0)\"" })
        head.add("question", plain: submission.question.map(String.init))
        head.add("attachments", stored.paths.map(\.path).filter { !links.used.contains($0) })
        let text = Change.put(path: "\(folder)/\(number).\(language).md", bytes: head.document(body), before: nil)
        return Placement(changes: stored.changes + [text], place: "\(id)/\(number)", kind: .discussion, id: id)
    }

    /// The number after the highest that was ever used: what was withdrawn keeps its own.
    static func nextNumber(_ names: [String]) -> String {
        let used = names.compactMap { name -> Int? in
            switch ContentFileName(name, in: .discussion) {
            case .text(.contribution(let number), _), .withdrawnContribution(let number): Int(number)
            default: nil
            }
        }
        return padded((used.max() ?? 0) + 1, 4)
    }
}
