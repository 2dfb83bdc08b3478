/// Whether the links and pictures of a page's text lead to something in the site.
struct PageLinks {
    /// The paths of all files that there ought to be.
    private let paths: Set<String>
    /// What has been looked up: addresses that lead somewhere, by the depth of the page that they stand in.
    private var known: [Set<ByteString>] = [[], [], [], []]
    private static let marks = [" href=\"", " data-file=\"", " src=\""].map { Array($0.utf8) }

    init(_ paths: Set<String>) {
        self.paths = paths
    }

    /// The first address in `text` that leads nowhere, or out of the site's folder; nil where there is none. Addresses that name a
    /// scheme lead to the web, and those within the page are its own affair.
    ///
    /// - Parameter path: the page's file, from the site's root.
    mutating func firstBroken(in text: [UInt8], of path: String) -> String? {
        let folders = path.split(separator: "/").dropLast()
        let depth = min(folders.count, known.count - 1)
        let climb = String(repeating: "../", count: depth)
        return text.withUnsafeBufferPointer { text in
            var at = 0
            while let value = Self.value(in: text, from: at) {
                at = value.upperBound + 1
                let address = ByteString(text[value])
                if known[depth].contains(address) { continue }
                let name = address.string
                guard leads(name, from: folders) else { return name }
                // What climbs to the root first leads to the same from each page at that depth.
                if name.hasPrefix(climb) { known[depth].insert(address) }
            }
            return nil
        }
    }

    /// The next value of an attribute that is an address, between its quotation marks.
    private static func value(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        let quote = UInt8(ascii: "\"")
        var at = max(start, 1)
        while at < text.count {
            // A quotation mark that begins a value stands behind the attribute's name.
            if text[at] == quote, text[at - 1] == UInt8(ascii: "="),
                marks.contains(where: { text[...at].suffix($0.count).elementsEqual($0) })
            {
                var end = at + 1
                while end < text.count, text[end] != quote { end += 1 }
                return at + 1..<end
            }
            at += 1
        }
        return nil
    }

    private func leads(_ address: String, from folders: ArraySlice<Substring>) -> Bool {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        if path.isEmpty || path.prefix(while: { $0 != "/" }).contains(":") { return true }
        guard !path.hasPrefix("/") else { return false }
        var parts = Array(folders)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard !parts.isEmpty else { return false }
                parts.removeLast()
            default: parts.append(part)
            }
        }
        if path.hasSuffix("/") || path.hasSuffix("..") { parts.append("index.html") }
        return paths.contains(parts.joined(separator: "/"))
    }
}
