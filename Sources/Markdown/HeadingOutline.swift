/// Works out the headings of a text before it is rendered: their levels by nesting and their anchors.
struct HeadingOutline {
    private let tree: MarkdownTree
    private let base: Int?

    /// - Parameter base: the level of the first rank; nil leaves levels as written.
    init(_ tree: MarkdownTree, base: Int?) {
        self.tree = tree
        self.base = base.map { min(6, max(1, $0)) }
    }

    /// All headings, in the order of the text.
    func headings() -> [RenderedText.Heading] {
        guard !tree.headings.isEmpty else { return [] }
        let texts = tree.headings.map(text)
        let anchors = Self.unique(texts.map(Self.anchor))
        let levels = outline()
        return tree.headings.indices.map { index in
            let line = Int(tree.events[tree.headings[index]].line)
            return RenderedText.Heading(level: levels[index], anchor: anchors[index], text: texts[index], line: line)
        }
    }

    /// The plain text between the heading's two events, in one line; images left out.
    private func text(_ start: Int) -> String {
        var bytes: [UInt8] = []
        var images = 0
        for event in tree.events[(start + 1)...] {
            if event.kind == .heading { break }
            if event.kind == .image { images += event.phase == .enter ? 1 : -1 }
            guard images == 0 else { continue }
            switch event.kind {
            case .text, .code: bytes.append(contentsOf: tree.text[event.first.range])
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A heading that is deeper than the one before it is one rank below it, however many it skips.
    private func outline() -> [Int] {
        var open: [Int] = []
        return tree.headings.map { index in
            let written = Int(tree.events[index].number)
            guard let base else { return written }
            while let last = open.last, last >= written { open.removeLast() }
            open.append(written)
            return min(6, base + open.count - 1)
        }
    }

    /// Lower case; what is neither letter nor digit nor combining mark, in any script, becomes one hyphen.
    static func anchor(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var hyphen = false
        for scalar in text.lowercased().unicodeScalars {
            switch ScalarClass(scalar.value) {
            case .word, .mark, .ideograph:
                if hyphen, !out.isEmpty { out.append("-") }
                hyphen = false
                out.append(scalar)
            default: hyphen = true
            }
        }
        return out.isEmpty ? "section" : String(out)
    }

    /// The second of the same name gets `-2`, the third `-3`; a number that is some other heading's own name is passed over.
    static func unique(_ names: [String]) -> [String] {
        var taken = Set(names)
        var seen: [String: Int] = [:]
        var anchors: [String] = []
        for name in names {
            guard let last = seen[name] else {
                seen[name] = 1
                anchors.append(name)
                continue
            }
            var number = last + 1
            while taken.contains("\(name)-\(number)") { number += 1 }
            seen[name] = number
            taken.insert("\(name)-\(number)")
            anchors.append("\(name)-\(number)")
        }
        return anchors
    }
}
