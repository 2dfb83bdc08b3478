import Theme

extension Body {
    /// The same within a page of many, see `EmbeddedBody`.
    func embedded(as id: String, levels: Int) -> Body {
        Body(html: EmbeddedBody(html, id: id, levels: levels).html, foreign: foreign, translation: translation, outdated: outdated)
    }
}

/// A body's HTML within a page of many: its ids are told from those of other bodies, and its headings stand below the heading that it is under.
struct EmbeddedBody {
    let html: [UInt8]

    /// - Parameters:
    ///   - html: as `HTMLRenderer` writes it: a quotation mark begins or ends an attribute, `<` begins a tag.
    ///   - id: stands before each id.
    ///   - levels: by how much headings are lowered; the lowest there is stays.
    init(_ html: [UInt8], id: String, levels: Int) {
        var out: [UInt8] = []
        out.reserveCapacity(html.count + html.count / 16)
        let marks = [Array(" id=\"".utf8), Array(" href=\"#".utf8)]
        let name = Array("\(id)-".utf8)
        var at = 0
        while at < html.count {
            if let mark = marks.first(where: { html[at...].starts(with: $0) }) {
                out += mark
                out += name
                at += mark.count
            } else if let level = Self.level(html, at) {
                let slash = html[at + 1] == UInt8(ascii: "/")
                out += Array((slash ? "</h" : "<h").utf8)
                out.append(UInt8(ascii: "0") + UInt8(min(level + levels, 6)))
                at += slash ? 4 : 3
            } else {
                out.append(html[at])
                at += 1
            }
        }
        self.html = out
    }

    /// The level of the heading's tag that begins at an index.
    private static func level(_ html: [UInt8], _ at: Int) -> Int? {
        guard html[at] == UInt8(ascii: "<") else { return nil }
        let start = at + 1 < html.count && html[at + 1] == UInt8(ascii: "/") ? at + 2 : at + 1
        guard start + 1 < html.count, html[start] == UInt8(ascii: "h"), (49...54).contains(html[start + 1]) else { return nil }
        return Int(html[start + 1] - 48)
    }
}
