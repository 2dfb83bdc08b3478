/// The longer sentences of some texts, by which a quotation is told.
struct Sentences {
    /// Letters and digits of each, in lower case, without anything between them; by the hash of the first of them.
    private let known: [UInt64: [[UInt8]]]
    /// In bytes: shorter ones are said by many.
    private static let shortest = 32

    init(_ texts: [[UInt8]]) {
        let sentences = Set(texts.flatMap { Self.split($0) })
        known = Dictionary(grouping: sentences) { $0.prefix(Self.shortest).reduce(0, Self.adding) }
    }

    /// Whether one of them stands in a text, however its lines are broken and whatever stands around it.
    func stand(in text: [UInt8]) -> Bool {
        guard !known.isEmpty else { return false }
        let letters = String(decoding: text, as: UTF8.self).reduce(into: [UInt8]()) { letters, character in
            if character.isLetter || character.isNumber { letters += character.lowercased().utf8 }
        }
        guard letters.count >= Self.shortest else { return false }
        // The hash goes along the text: each step takes one byte in and lets one go.
        var hash = letters.prefix(Self.shortest).reduce(0, Self.adding)
        for start in 0...letters.count - Self.shortest {
            if start > 0 {
                hash &-= UInt64(letters[start - 1]) &* Self.leaving
                hash = Self.adding(hash, letters[start + Self.shortest - 1])
            }
            if known[hash]?.contains(where: { letters[start...].starts(with: $0) }) == true { return true }
        }
        return false
    }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// What a byte counts when it leaves.
    private static let leaving = (1..<shortest).reduce(UInt64(1)) { product, _ in product &* factor }

    private static func adding(_ hash: UInt64, _ byte: UInt8) -> UInt64 { hash &* factor &+ UInt64(byte) }

    /// Cut at full stops of any script and at empty lines; front matter is left out.
    private static func split(_ text: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        let whole = String(decoding: text, as: UTF8.self)
        let body = whole.hasPrefix("---\n") ? whole.firstRange(of: "\n---\n").map { whole[$0.upperBound...] } ?? whole[...] : whole[...]
        var letters: [UInt8] = []
        var before: Character = " "
        for character in body {
            if ".!?。！？؟".contains(character) || (character == "\n" && before == "\n") {
                // A short one goes on into the next: a text of many is told by them together.
                if letters.count >= shortest {
                    found.append(letters)
                    letters = []
                }
            } else if character.isLetter || character.isNumber {
                letters += character.lowercased().utf8
            }
            before = character
        }
        if letters.count >= shortest { found.append(letters) }
        return found
    }
}
