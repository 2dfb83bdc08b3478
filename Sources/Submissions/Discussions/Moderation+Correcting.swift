import ContentStore
package import Diagnostics
import Files
package import Model

extension Moderation {
    /// What is published under a name, with the bytes of its file. Throws for what is corrected in other ways.
    ///
    /// - Parameter language: nil where it has one original only.
    package func published(_ name: TextName, in language: Language? = nil) throws(Failure) -> (text: Text, bytes: [UInt8], name: TextName) {
        switch (name.kind, name.part) {
        case (.discussion, .contribution), (.entry, _): break
        case (.page, _): throw Failure("pages are changed by hand", remedy: "Write into content/pages/\(name.id), and run `rostrum check`.")
        case (.discussion, .index):
            throw Failure("this is a whole discussion", remedy: "Its opening note is changed with `rostrum discussion edit \(name.id)`.")
        case (.discussion, _):
            throw Failure(
                "this is a text of the moderators'", remedy: "It is changed with `rostrum discussion \(name.stem) \(name.id)`.")
        }
        let versions = try content.versions(name)
        try moderator.require(versions.room, in: content.forum)
        let originals = versions.originals
        guard let text = language.map({ code in originals.first { $0.language == code } }) ?? originals.first else {
            throw Failure(
                "\(versions.name.words) was not written in \"\(language?.code ?? "")\"",
                remedy: "Its original is in \(originals.map(\.language.code).listed); a translation is put in place with "
                    + "`rostrum translate add \(versions.name.words)`.")
        }
        return (text, try bytes(text.path), versions.name)
    }

    /// Works out a correction of a contribution or an entry of the library. A contribution then says when it was corrected last.
    ///
    /// - Parameter inbox: has the submissions that what is corrected came from.
    package func correcting(
        _ name: TextName, in language: Language? = nil, _ correction: Correction, inbox: Inbox
    ) throws(Failure) -> Amendment {
        let (text, present, name) = try published(name, in: language)
        let folder = "content/\(name.kind.folderName)/\(name.id)"
        let stored = Placement.store(correction.request?.files ?? [], folder, taken: content.files(of: name.kind, name.id))
        var file = try corrected(text, present, correction, stored, in: name.kind)
        let source = try source(of: name, inbox)
        let room = name.kind == .discussion ? content.discussion(name.id)?.facts?.room : nil
        guard file.bytes != present else { return try amendment(.correct, name.words, in: name.kind, name.id, room: room, []) }
        if name.kind == .discussion {
            try file.set("corrected", .plain(content.today.description), below: ["attachments", "question", "reply-to", "date"])
        }
        let change = Change.put(path: text.path, bytes: file.bytes, before: Change.hash(present))
        let dropped = try dropped(text, present, file.bytes, in: folder, name)
        var amendment = try amendment(
            .correct, name.words, in: name.kind, name.id, room: room, stored.changes + [change] + dropped,
            facts: ["language": text.language.code], before: [text.path: present])
        if let source { amendment.submissions.append(try corrected(source, file, inbox)) }
        if let request = correction.request { amendment.submissions.append(fulfilled(request, name)) }
        return amendment
    }

    // MARK: The text

    private func corrected(
        _ text: Text, _ present: [UInt8], _ correction: Correction, _ stored: Placement.Stored, in kind: ContentFolder.Kind
    ) throws(Failure) -> EditedFile {
        switch correction.text {
        case .file(let whole, let seen):
            guard seen == present else {
                throw Failure(
                    "\(text.path) was changed by somebody else while you wrote",
                    remedy: "Look at it, and put in what you changed once more.")
            }
            return try EditedFile(path: text.path, bytes: whole)
        case .manuscript(let manuscript):
            guard !manuscript.isEmpty else {
                throw Failure("the text is empty", remedy: "What is not to stand there any more is taken out with `rostrum withdraw`.")
            }
            guard manuscript.questions == nil, manuscript.translation == nil, kind == .entry || manuscript.title == nil else {
                throw Failure(
                    "a correction has no questions and no original, and that of a contribution has no title",
                    remedy: "Take the front matter out of the file.")
            }
            var file = try EditedFile(path: text.path, bytes: present)
            try attach(stored, manuscript.body, to: &file, in: kind)
            if let title = manuscript.title { try file.set("title", .text(try line(title, "the title", "title: in the file"))) }
            return file
        }
    }
}
