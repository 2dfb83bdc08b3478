import Check
import Markdown
import Model
import Theme

extension Writing {
    /// A text's body as this page shows it: links resolved for its reader, and what must be said of its language.
    ///
    /// - Parameters:
    ///   - original: the text it is a translation of, where it is one.
    ///   - page: the address of the page that shows it, with its anchor, in a language; nil where there is none for this page's reader.
    func body(_ text: Text, original: Text?, on page: (Language) -> String? = { _ in nil }) -> Body {
        let rendered = site.texts[text.path]
        let html = rendered?.filled(link: { link(in: text, $0) }, image: { image(in: text, $0) }, task: task) ?? []
        guard let translation = text.translation else {
            return Body(html: html, foreign: foreign(text.language))
        }
        let from = words.languages.name(of: translation.of)
        let said =
            if translation.machine {
                strings.text(.machineTranslated, ["language": from])
            } else if let by = translation.by {
                strings.text(.translatedBy, ["language": from, "name": by])
            } else {
                strings.text(.translated, ["language": from])
            }
        let outdated = original.map { $0.hash != translation.source } ?? false
        return Body(
            html: html, foreign: foreign(text.language), translation: said,
            original: original == nil ? nil : page(translation.of).map { ($0, translation.of.code) },
            outdated: outdated ? strings.text(.outdated) : nil)
    }

    /// The body of a text that exists once a language, such as an opening note.
    func body(in languages: [Language: Text], shown: Language, on page: (Language) -> String? = { _ in nil }) -> Body? {
        guard let text = languages[shown] else { return nil }
        return body(text, original: text.translation.flatMap { languages[$0.of] }, on: page)
    }

    /// The address of a part of a thing's page in another language, for `body`.
    func page(of subject: Subject, _ anchor: String = "") -> (Language) -> String? {
        { language in
            guard self.site.plan.languages(of: subject).contains(language) else { return nil }
            return self.pageAddress(subject, in: language).map { $0 + anchor }
        }
    }

    /// What the box of a task is called: the words behind it do not say whether it is done to those who do not see it.
    private func task(isDone: Bool) -> [UInt8] {
        Array("aria-label=\"\(Escaped(strings.text(isDone ? .taskDone : .taskOpen)))\"".utf8)
    }

    /// The attributes of a link that leads to no other host.
    private func link(in text: Text, _ link: RenderedText.Link) -> [UInt8] {
        let title = link.title.isEmpty ? "" : " title=\"\(Escaped(link.title))\""
        do throws(LinkFault) {
            return Array((attributes(try site.links.resolve(link.destination, in: text.path, for: language)) + title).utf8)
        } catch {
            // Only in a text that is looked at by itself: with an error in it, no site is built.
            return Array("href=\"\(Escaped(link.destination))\"\(title)".utf8)
        }
    }

    private func attributes(_ link: ResolvedLink) -> String {
        let subject: Subject
        switch link.target {
        case .discussion(let id): subject = .discussion(id)
        case .entry(let id): subject = .entry(id)
        case .page(let id): subject = guestsDiscussion.map { .guestPage(id, of: $0) } ?? .page(id)
        case .attachment(let kind, let id, let path):
            let source = FilePlan.source(kind, id, path)
            return fileURL(source).map { "href=\"\($0)\" \(saved(path))" } ?? ""
        }
        // Guests are led to nothing but what is theirs; what stands there is then no link.
        let planned = guestsDiscussion == nil || site.plan.languages(of: subject).contains(link.language)
        guard planned, let address = address(subject, in: link.language) else { return "" }
        let anchor = link.anchor.map { "#" + $0 } ?? ""
        let elsewhere = link.language == language ? "" : " hreflang=\"\(link.language)\""
        return "href=\"\(Escaped(address + anchor))\"\(elsewhere)"
    }

    /// The address of the file for this page's reader; nil where there is none for them. A book leads to the page that has it.
    private func fileURL(_ source: String) -> String? {
        guard let file = site.files.file(source, for: reader) else { return nil }
        guard book != nil else { return root + file.url }
        return FilePlan.owner(of: source).flatMap { owner in
            pageAddress(owner, in: site.language(for: language, among: site.plan.languages(of: owner)))
        }
    }

    /// The attribute of a link to a file: for the gate's script, which knows the file's name when it has opened it, or with the name for
    /// the browser itself.
    private func saved(_ path: String) -> String {
        if book != nil { return "" }
        guard site.forum.gate == .server else { return "data-file" }
        return "download=\"\(Escaped(Self.name(of: path)))\""
    }

    private static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// A picture of the forum's, which the page's script opens and shows; what a browser could run is only ever saved.
    private func image(in text: Text, _ image: RenderedText.Image) -> [UInt8] {
        let title = image.title.isEmpty ? "" : " title=\"\(Escaped(image.title))\""
        let alternative = Escaped(image.alternative)
        do throws(LinkFault) {
            if case .attachment(let kind, let id, let path) = try site.links.resolve(image.source, in: text.path, for: language).target {
                let source = FilePlan.source(kind, id, path)
                if let book {
                    if let file = book.picture(source) { return Array("<img src=\"\(file)\" alt=\"\(alternative)\"\(title)>".utf8) }
                } else if let inline = site.smallPictures[source] {
                    return Array("<img data-inline=\"\(inline)\" alt=\"\(alternative)\"\(title)>".utf8)
                } else if let url = fileURL(source) {
                    let source = site.forum.gate == .server ? "src" : "data-file"
                    return MediaType(path: path).isShown
                        ? Array("<img \(source)=\"\(url)\" alt=\"\(alternative)\"\(title)>".utf8)
                        : Array("<a href=\"\(url)\" \(saved(path))\(title)>\(alternative)</a>".utf8)
                }
            }
        } catch {
            // Only in a text that is looked at by itself: with an error in it, no site is built.
        }
        return Array("<span\(title)>\(alternative)</span>".utf8)
    }

    /// - Parameters:
    ///   - paths: from the folder, as in `files/plan.pdf`.
    ///   - folder: from the forum's root.
    func attachmentItems(_ paths: [String], of folder: String, among attachments: [Attachment]) -> [AttachmentItem] {
        paths.compactMap { path in
            guard let url = fileURL(folder + "/" + path) else { return nil }
            let size = attachments.first { $0.path == path }?.size ?? 0
            let name = Self.name(of: path)
            let type = name.split(separator: ".").last.map { $0.uppercased() } ?? ""
            let detail = strings.text(.attachmentDetail, ["type": type, "size": words.numbers.size(size)])
            return AttachmentItem(url: url, name: name, detail: detail, sealed: site.forum.gate == .sealed || book != nil)
        }
    }
}

/// Text made safe for HTML, in content and in attributes between double quotation marks.
struct Escaped: CustomStringConvertible {
    let description: String

    init(_ text: String) {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        description = out
    }
}
