import Foundation

/// Reads HTML as strictly as a test wants it: every attribute quoted, every element closed. What it cannot read is a fault.
struct MarkupScanner {
    struct Tag: Equatable {
        let name: String
        let attributes: [String]
        let isClosing: Bool
    }

    private(set) var tags: [Tag] = []
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "link", "br", "img", "input", "hr", "!doctype", "!DOCTYPE"]
    /// Elements whose end may be left out at the end of a document.
    private static let open: Set<String> = ["html", "body"]

    init(_ html: String) {
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(">") { faults.append("a stray > before \(rest[start...].prefix(30))") }
            rest = rest[rest.index(after: start)...]
            read(&rest)
        }
        if rest.contains(">") { faults.append("a stray > at the end") }
        checkNesting()
    }

    private mutating func read(_ rest: inout Substring) {
        if rest.hasPrefix("!--"), let end = rest.firstRange(of: "-->") {
            rest = rest[end.upperBound...]
            return
        }
        let isClosing = rest.first == "/"
        if isClosing { rest.removeFirst() }
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" }
        rest = rest.dropFirst(name.count)
        var attributes: [String] = []
        while let first = rest.first, first != ">" {
            if first.isWhitespace {
                rest.removeFirst()
                continue
            }
            let attribute = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "=" && $0 != "\"" }
            if attribute.isEmpty || attribute.contains(where: { !$0.isLetter && !"-:".contains($0) }) {
                faults.append("an odd attribute in <\(name): \(rest.prefix(30))")
                rest.removeFirst()
                continue
            }
            attributes.append(String(attribute))
            rest = rest.dropFirst(attribute.count)
            if rest.first == "=" { value(&rest, name) }
        }
        if rest.isEmpty { faults.append("<\(name) does not end") } else { rest.removeFirst() }
        tags.append(Tag(name: String(name), attributes: attributes, isClosing: isClosing))
    }

    private mutating func value(_ rest: inout Substring, _ name: Substring) {
        rest.removeFirst()
        guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
            faults.append("a value without quotation marks in <\(name)")
            return
        }
        rest = rest[rest.index(after: end)...]
    }

    private mutating func checkNesting() {
        var stack: [String] = []
        for tag in tags where !Self.void.contains(tag.name) {
            if !tag.isClosing {
                stack.append(tag.name)
            } else if stack.popLast() != tag.name {
                faults.append("</\(tag.name)> closes another element")
            }
        }
        for left in stack where !Self.open.contains(left) { faults.append("<\(left)> is not closed") }
    }
}
