/// Writes Markdown line by line: blanks as HTML has them, prefixes of quotes and lists at the beginning of each line.
struct MarkdownWriter {
    /// What a line may stand in.
    enum Container {
        case quote
        /// A list entry, whose lines are set in by that many spaces.
        case item(width: Int)
    }

    private(set) var text: [UInt8] = []
    /// Line ends that are due before the next character.
    private var breaks = 0
    private var owesSpace = false
    /// Whether the next text begins another cell of a row of a table.
    private var owesCell = false
    private var rowHasText = false
    /// Quotes around the last line.
    private var quotesBefore = 0
    private(set) var containers: [Container] = []
    /// What begins the next line in place of its indentation: `- `.
    private var marker: [UInt8] = []
    /// Whether line ends and blanks stand as written.
    var isPreformatted = false
    /// Whether brackets would end what they stand in.
    var isInLink = false

    /// Bytes that stand at the beginning of the next piece of text, such as `[` or `## `.
    private var prefix: [UInt8] = []

    /// At least that many line ends before what comes next: 1 for a line, 2 for a paragraph.
    mutating func end(lines: Int) {
        owesSpace = false
        breaks = max(breaks, lines)
    }

    /// One more line end, as `<br>` is.
    mutating func newLine() {
        owesSpace = false
        breaks = min(breaks + 1, 3)
    }

    mutating func beginRow() {
        // Paragraphs in cells do not hold rows apart.
        if rowHasText { breaks = 1 } else { end(lines: 1) }
        rowHasText = false
        owesCell = false
    }

    mutating func beginCell() {
        if rowHasText { owesCell = true }
    }

    mutating func enter(_ container: Container, marker: String = "") {
        containers.append(container)
        self.marker = Array(marker.utf8)
    }

    mutating func leave() { if containers.popLast() != nil { marker = [] } }

    /// Writes what belongs to the next text, if any comes.
    mutating func prepend(_ bytes: String) {
        prefix += Array(bytes.utf8)
    }

    mutating func dropPrefix() { prefix = [] }

    /// Writes text with its references resolved.
    mutating func write(_ bytes: [UInt8]) {
        for byte in bytes {
            if HTMLTokenizer.isBlank(byte) {
                if !isPreformatted {
                    owesSpace = true
                } else if byte == 0x0A {
                    newLine()
                } else if byte != 0x0D {
                    begin()
                    text.append(0x20)
                }
                continue
            }
            guard byte >= 0x20, byte != 0x7F else { continue }
            begin()
            if Self.beginsTag(byte), text.last == UInt8(ascii: "<") { escapeLast() }
            if isInLink, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") { text.append(UInt8(ascii: "\\")) }
            text.append(byte)
        }
    }

    /// Takes back what was written from a place on.
    mutating func replace(from start: Int, with bytes: some Collection<UInt8>) {
        text.removeSubrange(start...)
        if let first = bytes.first, Self.beginsTag(first), text.last == UInt8(ascii: "<") { escapeLast() }
        text += Array(bytes)
    }

    /// Writes what is due before a character.
    private mutating func begin() {
        if owesCell {
            text += Array(" | ".utf8)
        } else if breaks > 0 || text.isEmpty {
            if !text.isEmpty { for line in 1...max(1, min(breaks, 3)) { endLine(isBlank: line < breaks) } }
            beginLine()
        } else if owesSpace {
            text.append(0x20)
        }
        breaks = 0
        owesSpace = false
        owesCell = false
        rowHasText = true
        if !prefix.isEmpty {
            text += prefix
            prefix = []
        }
    }

    private mutating func endLine(isBlank: Bool) {
        text.append(0x0A)
        guard isBlank, marker.isEmpty else { return }
        // A quote goes on over a blank line.
        let quotes = min(quotesBefore, quoteDepth)
        if quotes > 0 { text += Array(repeatElement(UInt8(ascii: ">"), count: quotes)) }
    }

    private var quoteDepth: Int { containers.prefix { if case .quote = $0 { true } else { false } }.count }

    private mutating func beginLine() {
        quotesBefore = quoteDepth
        for (index, container) in containers.enumerated() {
            switch container {
            case .quote: text += [UInt8(ascii: ">"), 0x20]
            case .item(let width):
                if index == containers.count - 1, !marker.isEmpty {
                    text += marker
                } else {
                    text += [UInt8](repeating: 0x20, count: width)
                }
            }
        }
        marker = []
    }

    /// Takes from the last character what it means, unless a backslash does so already. It may have come in a piece of its own.
    private mutating func escapeLast() {
        let backslash = UInt8(ascii: "\\")
        let before = text.dropLast().reversed().prefix { $0 == backslash }.count
        if before % 2 == 0 { text.insert(backslash, at: text.count - 1) }
    }

    private static func beginsTag(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || "/!?".utf8.contains(byte)
    }
}
