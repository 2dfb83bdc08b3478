extension ByteStrings {
    /// Adds the runs of letters in a text: of eight letters or more; of four in scripts other than Latin; where a script does not part
    /// words, every four letters.
    mutating func insert(runsIn text: [UInt8]) {
        text.withUnsafeBytes { text in
            var at = 0
            var run = Run(start: 0)
            while at < text.count {
                let byte = text[at]
                if byte < 0x80 {
                    if (65...90).contains(byte & ~32) {
                        run.count += 1
                    } else {
                        insert(run, to: at, in: text)
                        run = Run(start: at + 1)
                    }
                    at += 1
                } else if let scalar = Unicode.Scalar(text, at), scalar.isLetter {
                    run.add(scalar)
                    at += UTF8.width(scalar)
                } else {
                    insert(run, to: at, in: text)
                    at += 1
                    // What is left of a letter that is none, or of what is no UTF-8, is no letter either.
                    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
                    run = Run(start: at)
                }
            }
            insert(run, to: at, in: text)
        }
    }

    /// Letters without anything between them.
    private struct Run {
        let start: Int
        var count = 0
        var isLatin = true
        var isUnparted = false

        mutating func add(_ scalar: Unicode.Scalar) {
            count += 1
            isLatin = isLatin && scalar.value < 0x250
            // Chinese writes words without spaces between them.
            isUnparted = isUnparted || (0x3400...0x9FFF).contains(scalar.value)
        }
    }

    private mutating func insert(_ run: Run, to end: Int, in text: UnsafeRawBufferPointer) {
        guard run.count >= (run.isLatin ? 8 : 4) else { return }
        guard run.isUnparted else { return insert(UnsafeRawBufferPointer(rebasing: text[run.start..<end])) }
        let starts = (run.start..<end).filter { text[$0] & 0xC0 != 0x80 } + [end]
        for (start, end) in zip(starts, starts.dropFirst(4)) { insert(UnsafeRawBufferPointer(rebasing: text[start..<end])) }
    }
}

extension Unicode.Scalar {
    /// The one that begins at a byte of UTF-8 that is no ASCII; nil where there is none.
    fileprivate init?(_ text: UnsafeRawBufferPointer, _ at: Int) {
        let count = text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4
        guard (0xC2..<0xF5).contains(text[at]), at + count <= text.count else { return nil }
        var value = UInt32(text[at]) & 0x7F >> UInt32(count)
        for byte in text[at + 1..<at + count] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == count else { return nil }
        self = scalar
    }

    /// Whether it is a letter of a word, or a mark on one.
    var isLetter: Bool {
        switch value {
        case 0..<0x80: (65...90).contains(value & ~32)
        case 0xC0..<0x250: value != 0xD7 && value != 0xF7
        case 0x400..<0x482, 0x620...0x64A, 0x3400...0x9FFF: true
        default: properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        }
    }
}
