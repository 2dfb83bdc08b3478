import Markdown

/// A piece of plain text as checks read it, scalar by scalar.
struct Piece {
    /// Nil for what a field says.
    let kind: TextOutline.Block.Kind?
    let scalars: [Unicode.Scalar]
    /// Whether each scalar belongs to an address on the web, whose letters and digits are no words and no numbers.
    let isAddress: [Bool]
    /// All words that belong to no address on the web, in their order.
    let words: [WrittenWord]
    private let firstLine: Int?
    private let breaks: [Int]

    /// - Parameter line: of the submitted file, from 1; nil for what a field says.
    init(_ text: String, _ kind: TextOutline.Block.Kind?, line: Int?) {
        self.kind = kind
        scalars = Array(text.unicodeScalars)
        isAddress = Self.addresses(in: scalars)
        words = WrittenWord.all(in: scalars, except: isAddress)
        firstLine = line
        breaks = scalars.indices.filter { [scalars] in scalars[$0] == "\n" }
    }

    /// The line of the submitted file on which a scalar stands; nil for what a field says.
    func line(at index: Int) -> Int? {
        guard let firstLine else { return nil }
        var low = 0
        var high = breaks.count
        while low < high {
            let middle = (low + high) / 2
            if breaks[middle] < index { low = middle + 1 } else { high = middle }
        }
        return firstLine + low
    }

    /// What stands in a range, in one line.
    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range].map { $0 == "\n" ? " " : $0 }))
    }

    /// The scalar before or behind a place; nil where there is none.
    func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private static func addresses(in scalars: [Unicode.Scalar]) -> [Bool] {
        var marks = [Bool](repeating: false, count: scalars.count)
        var index = 0
        while index < scalars.count {
            guard begins(scalars, at: index) else {
                index += 1
                continue
            }
            while index < scalars.count, !scalars[index].properties.isWhitespace, scalars[index] != "<" {
                marks[index] = true
                index += 1
            }
        }
        return marks
    }

    private static func begins(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let isStart = index == 0 || !scalars[index - 1].isLetterOrDigit
        guard isStart, scalars[index] == "h" || scalars[index] == "H" || scalars[index] == "w" else { return false }
        return starts.contains { start in
            scalars.count - index >= start.count
                && zip(start, scalars[index...]).allSatisfy { $0.value == $1.value || ($1.value < 0x5B && $0.value == $1.value | 0x20) }
        }
    }

    private static let starts = ["http://", "https://", "www."].map { Array($0.unicodeScalars) }
}

extension Unicode.Scalar {
    /// Whether it is a letter, digit or mark of some script.
    var isLetterOrDigit: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        default: properties.isAlphabetic || digit != nil || properties.generalCategory == .nonspacingMark
        }
    }

    /// The value of a decimal digit: of ASCII, Arabic, Persian, or of full width.
    var digit: Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0x660...0x669: Int(value - 0x660)
        case 0x6F0...0x6F9: Int(value - 0x6F0)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }
}
