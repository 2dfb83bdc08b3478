import ContentStore
import Diagnostics
import Files
import Model

/// What goes of the content, and what there depends on it.
extension Withdrawing {
    /// A file that goes.
    struct Taken {
        let path: String
        let bytes: [UInt8]
    }

    /// What is there of it: its texts in all languages, and the files that only it uses; the paths of those that others use too.
    func taken() throws(Failure) -> (taken: [Taken], shared: [String]) {
        let names = content.files(of: target.kind, target.id).filter { $0 != target.notice }
        var going = names
        var shared: [String] = []
        if case .contribution(_, let number) = target {
            let own = names.filter { ContentFileName($0, in: .discussion)?.number == number }
            let others = try attachments(names, in: names.filter { !own.contains($0) })
            let mentioned = try attachments(names, in: own).sorted()
            going = own + mentioned.filter { !others.contains($0) }
            shared = mentioned.filter { others.contains($0) }.map { target.folder + "/" + $0 }
        }
        var taken: [Taken] = []
        for name in going {
            let path = target.folder + "/" + name
            guard let bytes = try FileSystem.read(ledger.place(path), limit: 1 << 30) else {
                throw Failure("\(path) is larger than any file of a forum", remedy: "Remove it by hand.")
            }
            taken.append(Taken(path: path, bytes: bytes))
        }
        return (taken, shared)
    }

    /// The attachments of the folder that some of its texts mention.
    private func attachments(_ names: [String], in texts: [String]) throws(Failure) -> Set<String> {
        let attachments = names.filter { $0.hasPrefix("files/") }
        guard !attachments.isEmpty else { return [] }
        var found: Set<String> = []
        for name in texts where name.hasSuffix(".md") {
            let bytes = try FileSystem.read(ledger.place(target.folder + "/" + name), limit: 4 << 20) ?? []
            let text = String(decoding: bytes, as: UTF8.self)
            for file in attachments where text.contains(file) { found.insert(file) }
        }
        return found
    }

    /// What stays in its place; nil where it is there already.
    func notice(_ requestedBy: Withdrawal.Requester) throws(Failure) -> Change? {
        let path = target.folder + "/" + target.notice
        guard try ledger.hash(path) == nil else { return nil }
        var text = FrontMatterText()
        text.add("date", plain: content.today.description)
        text.add("requested-by", plain: requestedBy.rawValue)
        return .put(path: path, bytes: text.yaml, before: nil)
    }

    func removals(_ taken: [Taken]) -> [Change] {
        taken.map { .remove(path: $0.path, before: Change.hash($0.bytes)) }
    }

    /// Texts elsewhere that answer it, link to it, or hold a sentence of it.
    func quotations(of taken: [Taken]) throws(Failure) -> [String] {
        let sentences = Traces.sentences(taken)
        let own = Set(taken.map(\.path))
        var found: [String] = []
        for path in content.textPaths where !own.contains(path) {
            let bytes = try FileSystem.read(ledger.place(path), limit: 4 << 20) ?? []
            if sentences.stand(in: bytes) || answers(path, bytes) { found.append(path) }
        }
        return found
    }

    private func answers(_ path: String, _ bytes: [UInt8]) -> Bool {
        guard case .contribution(let id, let number) = target, path.hasPrefix("content/discussions/\(id)/") else { return false }
        guard let discussion = content.discussion(id) else { return false }
        return discussion.contributions.contains { contribution in
            guard case .posted(let posted) = contribution.content else { return false }
            return posted.replyTo == number && posted.original.path == path
        }
    }
}
