import Check
import Markdown
import Model
import Theme

extension Writing {
    /// A text's body as this page shows it: links resolved for its reader, and what must be said of its language.
    ///
    /// - Parameter original: the text it is a translation of, where it is one.
    func body(_ text: Text, original: Text?) -> Body {
        let rendered = site.texts[text.path]
        let html = rendered?.filled(link: { link(in: text, $0) }, image: { image(in: text, $0) }) ?? []
        let leftOut = rendered?.links.contains { leadsToAttachment($0, in: text) } == true ? strings.text(.attachmentsNotice) : nil
        guard let translation = text.translation else {
            return Body(html: html, foreign: foreign(text.language), leftOut: leftOut)
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
            html: html, foreign: foreign(text.language), translation: said, outdated: outdated ? strings.text(.outdated) : nil,
            leftOut: leftOut)
    }

    /// The body of a text that exists once a language, such as an opening note.
    func body(in languages: [Language: Text], shown: Language) -> Body? {
        guard let text = languages[shown] else { return nil }
        return body(text, original: text.translation.flatMap { languages[$0.of] })
    }

    private func leadsToAttachment(_ link: RenderedText.Link, in text: Text) -> Bool {
        do throws(LinkFault) {
            if case .attachment = try site.links.resolve(link.destination, in: text.path, for: language).target { return true }
        } catch {
            // See `link`: it leads nowhere.
        }
        return false
    }

    /// That the listed attachments are not on this site, unless the text above them has said so.
    func attachmentsNotice(_ attachments: [AttachmentItem], below body: Body?) -> String? {
        attachments.isEmpty || body?.leftOut != nil ? nil : strings.text(.attachmentsNotice)
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
        case .page(let id): subject = .page(id)
        case .attachment:
            // Attachments are left out of a sealed site until they can be sealed; a notice below the text says so.
            return "class=\"left-out\""
        }
        let anchor = link.anchor.map { "#" + $0 } ?? ""
        let elsewhere = link.language == language ? "" : " hreflang=\"\(link.language)\""
        return "href=\"\(Escaped(url(subject, in: link.language) + anchor))\"\(elsewhere)"
    }

    /// What stands in the place of a picture: words in the page's language around a description in the text's.
    private func image(in text: Text, _ image: RenderedText.Image) -> [UInt8] {
        let mark = "\u{FFFC}"
        let description = "<span\(marks(of: text.language, within: language))>\(Escaped(image.alternative))</span>"
        let said = Escaped(strings.text(.imageLeftOut, ["description": mark])).description.replacing(mark, with: description)
        return Array("<span class=\"left-out\"\(marks(of: language, within: text.language))>\(said)</span>".utf8)
    }

    private func marks(of language: Language, within outer: Language) -> String {
        language == outer ? "" : " lang=\"\(language)\" dir=\"\(Self.direction(language))\""
    }

    func attachmentItems(_ paths: [String], among attachments: [Attachment]) -> [AttachmentItem] {
        paths.map { path in
            let size = attachments.first { $0.path == path }?.size ?? 0
            let name = String(path.split(separator: "/").last ?? "")
            let type = name.split(separator: ".").last.map { $0.uppercased() } ?? ""
            return AttachmentItem(name: name, detail: strings.text(.attachmentDetail, ["type": type, "size": words.numbers.size(size)]))
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
