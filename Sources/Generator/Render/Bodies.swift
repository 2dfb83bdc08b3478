import Check
import Markdown
import Model
package import Theme

extension Writing {
    /// A text's body as this page shows it: links resolved for its reader, and what must be said of its language.
    ///
    /// - Parameter original: the text it is a translation of, where it is one.
    func body(_ text: Text, original: Text?) -> Body {
        let html = site.texts[text.path]?.filled(link: { link(in: text, $0) }, image: image) ?? []
        guard let translation = text.translation else { return Body(html: html, foreign: foreign(text.language)) }
        let from = words.languageName(translation.of)
        let said =
            if translation.machine {
                words.text("translation.machine", ["language": from])
            } else if let by = translation.by {
                words.text("translation.by", ["language": from, "name": by])
            } else {
                words.text("translation.from", ["language": from])
            }
        let outdated = original.map { $0.hash != translation.source } ?? false
        return Body(
            html: html, foreign: foreign(text.language), translation: said, outdated: outdated ? words.text("translation.outdated") : nil)
    }

    /// The body of a text that exists once a language, such as an opening note.
    func body(in languages: [Language: Text], shown: Language) -> Body? {
        guard let text = languages[shown] else { return nil }
        return body(text, original: text.translation.flatMap { languages[$0.of] })
    }

    /// The attributes of a link that leads to no other host.
    private func link(in text: Text, _ link: RenderedText.Link) -> [UInt8] {
        let title = link.title.isEmpty ? "" : " title=\"\(Escaped(link.title))\""
        switch site.links.resolve(link.destination, in: text, reader: language) {
        case .success(let found):
            return Array((attributes(found) + title).utf8)
        case .failure:
            return Array("href=\"\(Escaped(link.destination))\"\(title)".utf8)
        }
    }

    private func attributes(_ link: ResolvedLink) -> String {
        switch link {
        case .text(let place):
            let subject: Subject =
                switch place.item {
                case .discussion(let id): .discussion(id)
                case .entry(let id): .entry(id)
                case .page(let id): .page(id)
                }
            let anchor = place.anchor.map { "#" + $0 } ?? ""
            let elsewhere = place.language == language ? "" : " hreflang=\"\(place.language)\""
            return "href=\"\(Escaped(url(subject, in: place.language) + anchor))\"\(elsewhere)"
        case .attachment:
            // Attachments are left out of a sealed site until they can be sealed; the notice beside them says so.
            return "class=\"left-out\""
        }
    }

    private func image(_ image: RenderedText.Image) -> [UInt8] {
        let said = words.text("attachments.image", ["text": image.alternative])
        return Array("<span class=\"left-out\">\(Escaped(said))</span>".utf8)
    }

    func attachmentItems(_ paths: [String], among attachments: [Attachment]) -> [AttachmentItem] {
        paths.map { path in
            let size = attachments.first { $0.path == path }?.size ?? 0
            let name = String(path.split(separator: "/").last ?? "")
            let type = name.split(separator: ".").last.map { $0.uppercased() } ?? ""
            return AttachmentItem(name: name, detail: "\(type), \(words.size(size))")
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
