/// Finds addresses that are written without any markup: `https://…`, `http://…`, `www.…` and mail addresses.
///
/// The rules are those of GFM's autolinks (extended), with three differences: `ftp://` and `xmpp:` are left alone, a host or
/// mail address has at most 255 bytes a side, which keeps the time linear, and an address ends where punctuation of another
/// script begins (`。`, `，`, `）`, `،`, `»`), because Chinese puts no space behind it.
struct BareLinks {
    /// An address found.
    struct Match {
        let range: Range<Int>
        let kind: Kind
    }

    enum Kind {
        /// Complete with its scheme.
        case web
        /// To be completed with `http://`.
        case host
        /// To be completed with `mailto:`.
        case mail
    }

    private static let limit = 255

    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Where the last match ended: nothing reaches back behind it.
    private var floor = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The next address, from left to right.
    mutating func next() -> Match? {
        while position < text.count {
            let found: Match?
            switch text[position] {
            case UInt8(ascii: ":"): found = web()
            case UInt8(ascii: "w"): found = host()
            case UInt8(ascii: "@"): found = mail()
            default:
                position += 1
                continue
            }
            if let found {
                position = found.range.upperBound
                floor = position
                return found
            }
            position += 1
        }
        return nil
    }

    private func web() -> Match? {
        guard follows("//", at: position + 1) else { return nil }
        var start = position
        while start > floor, position - start < 6, isLetter(text[start - 1]) { start -= 1 }
        let scheme = text[start..<position]
        guard scheme.elementsEqual("http".utf8, by: Self.same) || scheme.elementsEqual("https".utf8, by: Self.same) else { return nil }
        let host = position + 3
        guard host < text.count, isHost(text.scalar(at: host).value), let end = domain(from: host, short: true) else { return nil }
        let trimmed = trim(host, extent(from: end))
        return trimmed > host ? Match(range: start..<trimmed, kind: .web) : nil
    }

    private func host() -> Match? {
        guard follows("www.", at: position), position == floor || mayPrecede(text[position - 1]) else { return nil }
        guard let end = domain(from: position, short: false) else { return nil }
        let trimmed = trim(position, extent(from: end))
        return trimmed > position + 4 ? Match(range: position..<trimmed, kind: .host) : nil
    }

    private func mail() -> Match? {
        var start = position
        while start > floor, position - start <= Self.limit, isLocal(text[start - 1]) { start -= 1 }
        guard start < position, position - start <= Self.limit, start == floor || text[start - 1] != UInt8(ascii: "@") else { return nil }
        var end = position + 1
        var dots = 0
        while end < text.count, end - position <= Self.limit {
            let byte = text[end]
            if byte == UInt8(ascii: "."), end + 1 < text.count, isLetter(text[end + 1]) || isDigit(text[end + 1]) {
                dots += 1
            } else if !isLetter(byte), !isDigit(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        if end < text.count, text[end] == UInt8(ascii: "@") { return nil }
        guard dots > 0, end - position <= Self.limit, isLetter(text[end - 1]) else { return nil }
        return Match(range: start..<end, kind: .mail)
    }

    /// Where a host's name ends; nil where it is none: an underscore in its last two parts, or no dot unless `short`.
    private func domain(from start: Int, short: Bool) -> Int? {
        var index = start
        var dots = 0
        var underscores = (before: 0, last: 0)
        while index < text.count {
            guard index - start <= Self.limit else { return nil }
            let (value, length) = text.scalar(at: index)
            if value == 0x5F {
                underscores.last += 1
            } else if value == 0x2E {
                underscores = (underscores.last, 0)
                dots += 1
            } else if value != 0x2D, !isHost(value) {
                break
            }
            index += length
        }
        guard underscores.before == 0, underscores.last == 0, short || dots > 0 else { return nil }
        return index
    }

    /// Where an address ends at the latest: at a space, a control character, `<`, or punctuation of another script.
    private func extent(from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "<") {
            let (value, length) = text.scalar(at: index)
            switch ScalarClass(value) {
            case .space: return index
            case .punctuation where value >= 0x80: return index
            default: index += length
            }
        }
        return index
    }

    /// Leaves out what ends the sentence and not the address: punctuation, entities, closing brackets without an opening one.
    private func trim(_ start: Int, _ extent: Int) -> Int {
        var end = extent
        var surplus = 0
        for byte in text[start..<end] {
            if byte == UInt8(ascii: "(") { surplus -= 1 }
            if byte == UInt8(ascii: ")") { surplus += 1 }
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "*"),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"):
                var entity = end - 1
                while entity > start, isLetter(text[entity - 1]) { entity -= 1 }
                let isEntity = entity < end - 1 && entity > start && text[entity - 1] == UInt8(ascii: "&")
                end = isEntity ? entity - 1 : end - 1
            case UInt8(ascii: ")"):
                guard surplus > 0 else { return end }
                surplus -= 1
                end -= 1
            default: return end
            }
        }
        return end
    }

    private func follows(_ literal: StaticString, at index: Int) -> Bool {
        let literal = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        return index + literal.count <= text.count && text[index..<index + literal.count].elementsEqual(literal)
    }

    /// GFM: a space or one of `*_~(`. Other scripts' characters are taken too: Chinese puts no space before an address.
    private func mayPrecede(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x80 || "*_~(".utf8.contains(byte)
    }

    private func isHost(_ value: UInt32) -> Bool {
        switch ScalarClass(value) {
        case .word, .mark, .ideograph: true
        case .space, .punctuation: false
        case .other: value >= 0x80 && value != 0xFFFD
        }
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || ".+-_".utf8.contains(byte)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func same(_ a: UInt8, _ b: UInt8) -> Bool { a | 0x20 == b }
}
