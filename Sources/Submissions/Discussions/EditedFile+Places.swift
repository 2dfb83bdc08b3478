import Documents

/// Where in the text keys and values begin and end.
extension EditedFile.Layout {
    func behindColon(_ value: EditedFile.Value, _ indentation: String) -> String {
        guard case .lines(let texts) = value, !isFlow, !texts.isEmpty else { return " " + value.inOneLine }
        return texts.map { "\n" + indentation + "  - " + YAMLText.scalar($0) }.joined()
    }

    func indentation(_ entry: YAMLNode.Entry, in text: [UInt8]) -> String {
        let key = offset(entry.keySpan.start)
        let line = (text[..<key].lastIndex(of: newline) ?? -1) + 1
        return text[line..<key].allSatisfy { $0 == 0x20 } ? String(repeating: " ", count: key - line) : ""
    }

    func offset(_ scalar: Int) -> Int { offsets[min(max(0, scalar), offsets.count - 1)] }

    func start(_ node: YAMLNode) -> Int { offset(node.span.start) }

    /// Behind the last sign of a value: what libyaml says of lists and maps with a line for each element leads to what follows them.
    func end(_ node: YAMLNode, in text: [UInt8]) -> Int {
        let first = start(node)
        let opens = first < text.count ? text[first] : 0
        var end = offset(node.span.end)
        if opens != UInt8(ascii: "["), opens != UInt8(ascii: "{") {
            switch node.value {
            case .list(let nodes): if let last = nodes.last { end = self.end(last, in: text) }
            case .map(let entries): if let last = entries.last { end = self.end(last.value, in: text, else: last) }
            case .text: break
            }
        }
        while end > first, text[end - 1] == 0x20 || text[end - 1] == newline { end -= 1 }
        return end
    }

    /// The same; of a key without a value, behind its colon.
    func end(_ node: YAMLNode, in text: [UInt8], else entry: YAMLNode.Entry) -> Int {
        let end = end(node, in: text)
        if end > start(node) { return end }
        return (text[offset(entry.keySpan.end)...].firstIndex(of: UInt8(ascii: ":")) ?? end - 1) + 1
    }
}

private let newline = UInt8(ascii: "\n")
