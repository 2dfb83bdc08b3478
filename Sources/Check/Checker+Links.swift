import ContentStore
import Diagnostics
import Documents
import Markdown
import Model

/// Links, images and attachments.
extension Checker {
    /// The endings of files that a browser shows as pictures.
    private static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"]

    /// Checks every link and image of every text; returns the paths, from the forum's root, of the files that they use.
    mutating func checkLinks() -> Set<String> {
        var used: Set<String> = []
        let attachments = attachmentsByFolder
        let check = { (checker: inout Checker, text: Text) in
            guard let rendered = checker.texts[text.path] else { return }
            for link in rendered.unsafe { checker.unsafe(link, text) }
            for link in rendered.links { checker.check(link, text, &used) }
            if !rendered.images.isEmpty {
                let beside = attachments[text.path.folder] ?? []
                for image in rendered.images { checker.check(image, text, beside, &used) }
            }
        }
        for discussion in content.discussions {
            for text in discussion.opening.values { check(&self, text) }
            for contribution in discussion.contributions {
                guard case .posted(let posted) = contribution.content else { continue }
                check(&self, posted.original)
                for text in posted.translations { check(&self, text) }
            }
            for text in discussion.summaries.values { check(&self, text) }
            for text in discussion.outcomes.values { check(&self, text) }
        }
        for entry in content.entries { for text in entry.texts.values { check(&self, text) } }
        for page in content.pages { for text in page.texts.values { check(&self, text) } }
        return used
    }

    private mutating func check(_ link: RenderedText.Link, _ text: Text, _ used: inout Set<String>) {
        do {
            let resolved = try resolver.resolve(
                link.destination, in: text.path, for: text.language, explains: !report.isFull(text.path))
            if case .attachment(let kind, let id, let path) = resolved.target { used.insert("content/\(kind.folderName)/\(id)/\(path)") }
        } catch {
            if let path = error.path, isFaulty(path) { return }
            report.add(error.kind, text.path, place(link.destination, link.line, text), error.message, hint: error.hint)
        }
    }

    private mutating func unsafe(_ link: RenderedText.Link, _ text: Text) {
        report.add(
            .unsafeLink, text.path, place(link.destination, link.line, text), "a link may not lead to such an address",
            hint: "only http, https, mailto and tel, or a path in this forum; it would be left empty")
    }

    private mutating func check(
        _ image: RenderedText.Image, _ text: Text, _ attachments: [Attachment], _ used: inout Set<String>
    ) {
        let place = place(image.source, image.line, text)
        if image.alternative.allSatisfy(\.isWhitespace) {
            let hint = "say what it shows: ![…](\(image.source))"
            report.add(.imageWithoutText, text.path, place, "this picture has no text for those who cannot see it", hint: hint)
        }
        let source = WrittenLink.decoded(image.source[...]) ?? image.source
        let parts = source.split(separator: "/", omittingEmptySubsequences: false)
        if source.hasPrefix("/") || source.contains("\\") || (parts.contains("..") && !source.contains("://")) {
            report.add(
                .pathOutside, text.path, place, "a picture lies under files/, beside its text", hint: "write it like files/chart.png")
            return
        }
        guard parts.count > 1, parts[0] == "files" else {
            report.add(
                .imageOutsideFiles, text.path, place, "only pictures under files/ can be shown", hint: "put it there, and write files/…")
            return
        }
        guard attachments.contains(where: { $0.path == source }) else {
            if isFaulty(text.path.folder + "/" + source) { return }
            let hint = report.isFull(text.path) ? nil : Suggestion.hint(for: source, among: attachments.map(\.path))
            report.add(.missingAttachment, text.path, place, "there is no file \"\(source)\"", hint: hint)
            return
        }
        used.insert(text.path.folder + "/" + source)
        if !Self.pictures.contains(source.ending) {
            report.add(.attachmentType, text.path, place, "\"\(source)\" is no picture", hint: "link to it, without the !")
        }
    }

    private func place(_ destination: String, _ line: Int, _ text: Text) -> Report.Place {
        .text(line: text.bodyLine + line - 1, destination)
    }

    private func isFaulty(_ path: String) -> Bool {
        guard !faulty.isEmpty else { return false }
        return faulty.contains(path) || ContentPath(path).map { faulty.contains($0.folder) } ?? false
    }

    /// What lies under `files/` of the folders that have such files, by the folder's path.
    private var attachmentsByFolder: [String: [Attachment]] {
        let all =
            content.discussions.map { ("content/discussions/\($0.id)", $0.attachments) }
            + content.entries.map { ("content/library/\($0.id)", $0.attachments) }
            + content.pages.map { ("content/pages/\($0.id)", $0.attachments) }
        return Dictionary(all.filter { !$0.1.isEmpty }) { first, _ in first }
    }
}

extension String {
    /// What stands before the last `/`.
    var folder: String {
        lastIndex(of: "/").map { String(self[..<$0]) } ?? ""
    }

    /// What stands behind the last dot of a file's name, lower case; empty where there is none.
    var ending: String {
        let name = split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
