import Access

/// Where a log ends: how many entries it has, and the hash of the last. Whoever keeps it elsewhere can tell later that nothing up to
/// there was changed or lost.
package struct LogEnd: Sendable, Hashable {
    /// How many entries; 0 for a log without any.
    package let count: Int
    /// SHA-256 of the last line without its line break, in lower-case hexadecimal; 64 zeros for a log without any.
    package let hash: String

    /// Of a log without entries.
    package static let start = LogEnd(count: 0, hash: String(repeating: "0", count: 64))

    package init(count: Int, hash: String) {
        self.count = count
        self.hash = hash
    }

    /// After one more line.
    func adding(_ line: some Collection<UInt8>) -> LogEnd {
        LogEnd(count: count + 1, hash: Digest.sha256Hex(line))
    }

    /// In one word, to be written down: `412-7f3a…`.
    package var mark: String { "\(count)-\(hash)" }

    /// Reads a mark; nil for anything else.
    package init?(mark: String) {
        let parts = mark.split(separator: "-")
        guard parts.count == 2, let count = Int(parts[0]), count >= 0, parts[1].utf8.count == 64 else { return nil }
        self.init(count: count, hash: parts[1].lowercased())
    }
}
