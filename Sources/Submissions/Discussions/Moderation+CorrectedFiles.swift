import ContentStore
import Diagnostics
import Files
import Model

/// The files of a text that is corrected.
extension Moderation {
    /// Files that came with a correction: where its text does not mention them, they are listed as others of their kind are.
    func attach(
        _ stored: Placement.Stored, _ body: [UInt8], to file: inout EditedFile, in kind: ContentFolder.Kind
    ) throws(Failure) {
        guard kind == .discussion else { return try file.setBody(Placement.withFiles(body, stored)) }
        var links = FileLinks(stored.paths)
        try file.setBody(links.rewrite(body))
        let further = stored.paths.map(\.path).filter { !links.used.contains($0) }
        guard !further.isEmpty else { return }
        let path = file.path
        let listed = content.content.discussions.lazy.flatMap(\.contributions).compactMap { contribution -> [String]? in
            guard case .posted(let posted) = contribution.content, posted.original.path == path else { return nil }
            return posted.attachments
        }
        try file.set("attachments", .list((listed.first ?? []) + further), below: ["question", "reply-to", "date"])
    }

    /// The attachments that only the text had as it was.
    func dropped(
        _ text: Text, _ present: [UInt8], _ corrected: [UInt8], in folder: String, _ name: TextName
    ) throws(Failure) -> [Change] {
        let names = content.files(of: name.kind, name.id)
        var others = [corrected]
        for other in names where other.hasSuffix(".md") && folder + "/" + other != text.path {
            others.append(try bytes(folder + "/" + other))
        }
        var changes: [Change] = []
        for file in names where file.hasPrefix("files/") && present.contains([UInt8](file.utf8)) {
            guard !others.contains(where: { $0.contains([UInt8](file.utf8)) }) else { continue }
            let path = folder + "/" + file
            guard let bytes = try FileSystem.read(content.root + "/" + path, limit: 1 << 30) else { continue }
            changes.append(.remove(path: path, before: Change.hash(bytes)))
        }
        return changes
    }
}
