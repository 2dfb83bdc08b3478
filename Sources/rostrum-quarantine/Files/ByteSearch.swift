import Glibc

/// Looks for byte strings.
enum ByteSearch {
    /// Where the first occurrence begins, as an index of `bytes`; nil where there is none.
    static func first(_ text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        first(Array(text.utf8), in: bytes)
    }

    static func first(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        let found = bytes.withUnsafeBytes { hay -> Int? in
            guard let base = hay.baseAddress, let first = needle.first, hay.count >= needle.count else { return nil }
            return needle.withUnsafeBytes { needle in
                let last = hay.count - needle.count
                var start = 0
                while start <= last, let hit = memchr(base + start, Int32(first), last - start + 1) {
                    let offset = base.distance(to: UnsafeRawPointer(hit))
                    if let wanted = needle.baseAddress, memcmp(base + offset, wanted, needle.count) == 0 { return offset }
                    start = offset + 1
                }
                return nil
            }
        }
        return found.map { $0 + bytes.startIndex }
    }

    /// Whether one of the strings occurs.
    static func contains(_ texts: [String], in bytes: [UInt8]) -> Bool {
        texts.contains { first($0, in: bytes[...]) != nil }
    }
}
