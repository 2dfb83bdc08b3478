extension RenderedText {
    /// What it says, without markup: each block (a paragraph, an item, a cell, a line) ended by LF, pictures by their alternative texts.
    package var plain: String {
        var reader = PlainReader(capacity: html.count)
        html.withUnsafeBufferPointer { html in
            var done = 0
            for hole in holes {
                reader.read(UnsafeBufferPointer(rebasing: html[done..<hole.offset]))
                done = hole.offset
                if case .image(let index) = hole.content { reader.add(images[index].alternative) }
            }
            reader.read(UnsafeBufferPointer(rebasing: html[done...]))
        }
        return reader.finished()
    }
}

/// Reads the HTML that `HTMLRenderer` writes, and no other: every `<` begins a tag, `>` stands in no attribute, and `&` begins one of four names.
private struct PlainReader {
    private var out: [UInt8] = []
    private var inTag = false
    /// The name of a tag, as far as it tells one from another.
    private var name: [UInt8] = []
    private var nameEnded = false
    private var closes = false
    /// Within the number of a footnote, which is no part of the text.
    private var isNote = false
    private var spaceIsDue = false

    init(capacity: Int) {
        out.reserveCapacity(capacity)
    }

    mutating func read(_ html: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < html.count {
            let byte = html[at]
            at += 1
            if inTag {
                take(tag: byte)
            } else if byte == UInt8(ascii: "<") {
                inTag = true
                (nameEnded, closes) = (false, false)
                name.removeAll(keepingCapacity: true)
            } else if byte == UInt8(ascii: "&"), let (character, length) = Self.entity(html, at) {
                add(character)
                at += length
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
                spaceIsDue = true
            } else {
                add(byte)
            }
        }
    }

    mutating func add(_ text: String) {
        spaceIsDue = true
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { spaceIsDue = true } else { add(byte) }
        }
        spaceIsDue = true
    }

    mutating func finished() -> String {
        endBlock()
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func add(_ byte: UInt8) {
        if isNote { return }
        if spaceIsDue, let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: " ")) }
        spaceIsDue = false
        out.append(byte)
    }

    private mutating func take(tag byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"):
            inTag = false
            if name == Self.note { isNote = !closes }
            if !Self.isInline(name) { endBlock() }
        case UInt8(ascii: "/") where name.isEmpty: closes = true
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "/"): nameEnded = true
        default: if !nameEnded, name.count < 8 { name.append(byte) }
        }
    }

    private mutating func endBlock() {
        spaceIsDue = false
        if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
    }

    private static func isInline(_ name: [UInt8]) -> Bool { inline.contains(name) }

    private static let note = Array("sup".utf8)
    private static let inline = Set(["a", "code", "em", "strong", "del", "sup", "span", "input", "!--"].map { Array($0.utf8) })

    private static func entity(_ html: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt8, Int)? {
        let rest = UnsafeBufferPointer(rebasing: html[at..<min(at + 5, html.count)])
        for (name, character) in entities where rest.count >= name.count && rest.prefix(name.count).elementsEqual(name) {
            return (character, name.count)
        }
        return nil
    }

    private static let entities = [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\"")].map {
        (Array($0.0.utf8), $0.1.utf8.first ?? 0)
    }
}
