import ContentStore
import Diagnostics
import Documents
import Model

/// Files under `files/`.
extension Checker {
    /// - Parameter used: paths, from the forum's root, of the files that texts link or show.
    mutating func checkAttachments(_ used: Set<String>) {
        var used = used
        for discussion in content.discussions {
            for contribution in discussion.contributions {
                if case .posted(let posted) = contribution.content { checkListed(posted, of: discussion, &used) }
            }
        }
        for discussion in content.discussions { check(discussion.attachments, "content/discussions/\(discussion.id)", used) }
        for entry in content.entries { check(entry.attachments, "content/library/\(entry.id)", used) }
        for page in content.pages { check(page.attachments, "content/pages/\(page.id)", used) }
    }

    private mutating func checkListed(_ posted: Contribution.Posted, of discussion: Discussion, _ used: inout Set<String>) {
        for (index, path) in posted.attachments.enumerated() {
            let place = Report.Place.value(["attachments", .element(index)])
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            if path.hasPrefix("/") || path.contains("\\") || parts.contains("..") {
                report.add(
                    .pathOutside, posted.original.path, place, "an attachment lies under files/ of its discussion",
                    hint: "write it like files/plan.pdf")
            } else if discussion.attachments.contains(where: { $0.path == path }) {
                used.insert("content/discussions/\(discussion.id)/\(path)")
            } else {
                let paths = report.isFull(posted.original.path) ? [] : discussion.attachments.map(\.path)
                let hint = paths.contains("files/" + path) ? "write files/\(path)" : Suggestion.hint(for: path, among: paths)
                report.add(
                    .missingAttachment, posted.original.path, place, "there is no file \"\(path)\"",
                    hint: hint ?? "put it into the folder files of this discussion")
            }
        }
    }

    private mutating func check(_ attachments: [Attachment], _ folder: String, _ used: Set<String>) {
        let rules = content.forum.attachments
        for attachment in attachments {
            let path = folder + "/" + attachment.path
            if !rules.types.contains(path.ending) {
                let ending = path.ending.isEmpty ? "without an ending" : "of type \"\(path.ending)\""
                report.add(
                    .attachmentType, path, .file, "files \(ending) are not allowed", hint: "allowed: " + rules.types.joined(separator: ", ")
                )
            }
            if attachment.size > rules.largest {
                report.add(
                    .attachmentTooLarge, path, .file, "this file has \(attachment.size) bytes",
                    hint: "at most \(rules.largest); see attachments in content/forum.yaml")
            }
            if !used.contains(path) {
                report.add(
                    .unusedAttachment, path, .file, "no text lists, shows or links this file",
                    hint: "name it in a contribution's attachments, or remove it")
            }
        }
    }
}
