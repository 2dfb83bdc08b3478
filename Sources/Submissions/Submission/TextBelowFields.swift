import Diagnostics
import Documents

/// The text of a file whose fields cannot be read: what stands below the second line `---`, or, where nobody wrote one, below the first
/// empty line. Empty where that cannot be found either.
struct TextBelowFields {
    /// As `Document.body`.
    let body: [UInt8]
    /// The line of the file, from 1, on which it begins.
    let line: Int

    /// Nil where the bytes are no text at all.
    init?(path: String, bytes: [UInt8]) {
        var told: [Finding] = []  // and are by whoever read the file before
        guard let source = SourceText.normalised(path: path, bytes: bytes, findings: &told) else { return nil }
        let lines = source.bytes.split(separator: newline, omittingEmptySubsequences: false)
        let fields = lines.dropFirst()
        guard let end = fields.firstIndex(where: Self.isFence) ?? fields.firstIndex(where: { $0.allSatisfy(Self.isBlank) }) else {
            (body, line) = ([], 1)
            return
        }
        let text = lines[(end + 1)...]
        let last = text.lastIndex { !$0.isEmpty } ?? end
        body = last > end ? [UInt8](text[...last].joined(separator: [newline])) + [newline] : []
        line = end + 2
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(isBlank)
    }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

private let newline = UInt8(ascii: "\n")
