/// Addresses that may be linked to outside the forum.
enum WebAddress {
    /// Whether it is an http or https address with a host and without blanks, quotes, brackets or controls.
    static func isPlain(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        guard let first = rest.first, first != UInt8(ascii: "/"), text.utf8.count <= 2_000 else { return false }
        return rest.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>\"\\^`{|}".utf8.contains($0) }
    }
}
