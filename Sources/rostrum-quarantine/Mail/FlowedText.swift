/// Takes the breaks out of lines that only flow on: `format=flowed`, RFC 3676.
enum FlowedText {
    /// - Parameter deletesSpace: whether the space at a soft break goes too, as where words are written without spaces.
    static func unfold(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        // Quote depth of a paragraph that flows on; nil between paragraphs.
        var open: Int?
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var content = line.dropFirst(depth)
            if content.first == 0x20 { content = content.dropFirst() }  // stuffed
            if let flowing = open {
                // A change of depth ends a paragraph, whatever stands at its end.
                if flowing != depth || content.elementsEqual("-- ".utf8) { out.append(0x0A) }
            }
            if open != depth || content.elementsEqual("-- ".utf8) {
                out += [UInt8](repeating: UInt8(ascii: ">"), count: depth)
                if depth > 0 { out.append(0x20) }
            }
            let flows = content.last == 0x20 && !content.elementsEqual("-- ".utf8)
            out += flows && deletesSpace ? content.dropLast() : content
            open = flows ? depth : nil
            if !flows { out.append(0x0A) }
        }
        if text.last == 0x0A, out.last == 0x0A { out.removeLast() }
        return out
    }
}
