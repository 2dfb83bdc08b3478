/// The bytes of one text file, able to tell where in it something stands.
package struct SourceText: Sendable {
    /// Path from the forum's root, with `/`.
    package let path: String
    /// UTF-8, as far as the file is.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// A location that shows line `line` (from 1), with `length` scalars marked from `column` (from 1).
    package func location(line: Int, column: Int = 1, length: Int = 1) -> Location {
        let excerpt = lineText(line)
        let room = max(1, (excerpt?.unicodeScalars.count ?? 0) - column + 1)
        return Location(file: path, line: line, column: column, length: min(length, room), excerpt: excerpt)
    }

    /// A location for the byte at `offset`, marking `count` bytes of its line.
    package func location(offset: Int, count: Int = 1) -> Location {
        let offset = min(max(0, offset), bytes.count)
        let start = (bytes[..<offset].lastIndex(of: newline) ?? -1) + 1
        let line = bytes[..<start].count { $0 == newline } + 1
        let end = min(bytes[offset...].firstIndex(of: newline) ?? bytes.count, offset + count)
        let column = String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1
        let length = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.count
        return location(line: line, column: column, length: length)
    }

    /// The text of line `number` (from 1) without its line ending; nil past the end.
    package func lineText(_ number: Int) -> String? {
        var start = 0
        for _ in 1..<max(1, number) {
            guard let next = bytes[start...].firstIndex(of: newline) else { return nil }
            start = next + 1
        }
        let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
        var line = bytes[start..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}

private let newline = UInt8(ascii: "\n")
