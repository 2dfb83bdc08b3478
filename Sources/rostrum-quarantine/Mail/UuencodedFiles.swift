/// Files that stand within a text, as programs put them there before there were attachments: from `begin 644 plan.pdf` to `end`, in the form
/// that POSIX describes for `uuencode`.
struct UuencodedFiles {
    struct File {
        /// In whatever encoding the text has.
        let name: [UInt8]
        let bytes: [UInt8]
    }

    /// What is left of the text.
    private(set) var text: [UInt8] = []
    private(set) var files: [File] = []

    /// Takes out the files that are whole, from their first line to their last, and not more than were asked for; anything else stays as it
    /// is.
    init(in bytes: [UInt8], atMost most: Int) {
        var copied = 0
        var position = 0
        while files.count < most, let hit = ByteSearch.first("begin ", in: bytes[position...]) {
            position = hit + 1
            guard hit == 0 || bytes[hit - 1] == 0x0A, let (file, end) = Self.file(bytes, at: hit) else { continue }
            text += bytes[copied..<hit]
            files.append(file)
            copied = end
            position = end
        }
        text += bytes[copied...]
    }

    /// - Parameter start: where `begin` stands.
    private static func file(_ bytes: [UInt8], at start: Int) -> (File, end: Int)? {
        var position = start
        func line() -> ArraySlice<UInt8>? {
            guard position < bytes.count else { return nil }
            let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            defer { position = min(end + 1, bytes.count) }
            return end > position && bytes[end - 1] == 0x0D ? bytes[position..<(end - 1)] : bytes[position..<end]
        }
        guard let name = line().flatMap(name) else { return nil }
        var data: [UInt8] = []
        var (lostBlanks, hasNone) = (false, false)
        while let next = line() {
            guard let decoded = decoded(next) else { return nil }
            guard decoded.isEmpty else {
                data += decoded
                // A line is too short where blanks at its end got lost; who writes 0 as ` has none to lose.
                if next.count - 1 < (decoded.count + 2) / 3 * 4 { lostBlanks = true }
                if next.dropFirst().contains(0x60) { hasNone = true }
                if lostBlanks, hasNone { return nil }
                continue
            }
            guard !data.isEmpty, let last = line(), last.elementsEqual("end".utf8) || last.starts(with: "end ".utf8) else { return nil }
            return (File(name: name, bytes: data), position)
        }
        return nil
    }

    /// The name in a line such as `begin 644 plan.pdf`.
    private static func name(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let rest = line.dropFirst(6)
        let mode = rest.prefix { (0x30...0x37).contains($0) }
        guard (3...4).contains(mode.count), rest.dropFirst(mode.count).first == 0x20 else { return nil }
        let name = rest.dropFirst(mode.count + 1)
        return name.allSatisfy { $0 == 0x20 } || name.count > 255 ? nil : Array(name)
    }

    /// The bytes of one line, of which the first character says how many there are; nil for what is no such line.
    private static func decoded(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        guard let first = line.first else { return [] }  // the last line is one blank, which gets lost
        guard line.allSatisfy({ (0x20...0x60).contains($0) }) else { return nil }
        let count = Int((first - 0x20) & 0x3F)
        let digits = line.dropFirst()
        let wanted = (count + 2) / 3 * 4
        // Some programs put a sum behind.
        guard digits.count <= wanted + 1, count == 0 || !digits.isEmpty else { return nil }
        var out: [UInt8] = []
        var value: UInt32 = 0
        for place in 0..<wanted {
            let digit = place < digits.count ? (digits[digits.startIndex + place] - 0x20) & 0x3F : 0
            value = value << 6 | UInt32(digit)
            if place % 4 == 3 { out += [UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
        }
        return Array(out.prefix(count))
    }
}
