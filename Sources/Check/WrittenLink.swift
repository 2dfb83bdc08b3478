import Diagnostics

/// A destination as it stands in a text, turned into a path from the forum's root and an anchor.
struct WrittenLink {
    /// Cut at each `/`, without `.` and `..`; nil for one that is only an anchor.
    let path: [Substring]?
    /// Percent-encoding resolved; nil where there is none, or an empty one.
    let anchor: String?

    /// - Parameter folder: the path of the folder that the text is in, cut at each `/`; begins with `content`.
    init(_ destination: String, in folder: [Substring]) throws(LinkFault) {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count == 2 ? Self.decoded(parts[1]) : nil
        self.anchor = anchor == "" ? nil : anchor
        guard let written = parts.first, !written.isEmpty else {
            guard self.anchor != nil else {
                throw LinkFault(.brokenLink, "this link leads nowhere", hint: "write the path of a text, or # and a heading's anchor")
            }
            path = nil
            return
        }
        guard let decoded = Self.decoded(written), !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw LinkFault(
                .brokenLink, "\"\(written)\" is no path", hint: "what is percent-encoded must be UTF-8 without control characters")
        }
        path = try Self.path(decoded, in: folder)
    }

    private static func path(_ written: String, in folder: [Substring]) throws(LinkFault) -> [Substring] {
        if written.contains("\\") {
            throw LinkFault(.pathOutside, "a path in a link has / and no \\", hint: "write it with /")
        }
        if written.hasPrefix("/") {
            throw LinkFault(
                .pathOutside, "a path in a link begins at its own text, not with /", hint: "write it like ../2026-014/index.en.md")
        }
        var parts = folder
        for part in written.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
            if part == ".." { parts.removeLast() } else { parts.append(part) }
            if parts.isEmpty {
                throw LinkFault(
                    .pathOutside, "\"\(written)\" leads out of content/", hint: "link to texts of this forum, or to its address on the web")
            }
        }
        if parts.last == "" { parts.removeLast() }
        return parts
    }

    /// Percent-encoding resolved; nil where the result is not UTF-8. A `%` that is none stays.
    static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16),
                rest.prefix(2).allSatisfy({ $0 != 43 && $0 != 45 })
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
