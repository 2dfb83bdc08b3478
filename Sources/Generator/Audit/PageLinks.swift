import Glibc

/// Whether the links and pictures of a page's text lead to something in the site.
struct PageLinks: Sendable {
    /// The paths of all files that there ought to be.
    private let paths: ByteStrings
    private static let marks = [" href=", " data-file=", " src="].map { Array($0.utf8) }
    private static let (quote, slash, dot) = (UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "."))

    init(_ paths: some Sequence<String>) {
        self.paths = ByteStrings(paths)
    }

    /// The first address in `text` that leads nowhere, or out of the site's folder; nil where there is none. Addresses that name a
    /// scheme lead to the web, and those within the page are its own affair.
    ///
    /// - Parameter path: the page's file, from the site's root.
    func firstBroken(in text: [UInt8], of path: String) -> String? {
        let folder = Array(path.utf8[..<(path.utf8.lastIndex(of: Self.slash).map { path.utf8.index(after: $0) } ?? path.startIndex)])
        var target: [UInt8] = []
        return text.withUnsafeBytes { text in
            var at = 0
            while let value = Self.value(in: text, from: at) {
                at = value.upperBound + 1
                let address = UnsafeRawBufferPointer(rebasing: text[value])
                if !leads(address, from: folder, &target) { return String(decoding: address, as: UTF8.self) }
            }
            return nil
        }
    }

    /// The next value of an attribute that is an address, between its quotation marks.
    private static func value(in text: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
        var at = start
        while let opening = next(quote, in: text, from: at) {
            at = opening + 1
            // A quotation mark that begins a value stands behind the attribute's name.
            guard opening > 0, text[opening - 1] == UInt8(ascii: "="), marks.contains(where: { ends(text[..<opening], with: $0) }) else {
                continue
            }
            return at..<(next(quote, in: text, from: at) ?? text.count)
        }
        return nil
    }

    private static func next(_ byte: UInt8, in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < text.count, let base = text.baseAddress else { return nil }
        return memchr(base + start, Int32(byte), text.count - start).map { UnsafeRawPointer($0) - base }
    }

    private static func ends(_ text: Slice<UnsafeRawBufferPointer>, with mark: [UInt8]) -> Bool {
        let end = UnsafeRawBufferPointer(rebasing: text.suffix(mark.count))
        return mark.withUnsafeBytes { ByteStrings.same($0, end) }
    }

    /// - Parameters:
    ///   - folder: the page's, with a slash at its end.
    ///   - target: room to work in.
    private func leads(_ address: UnsafeRawBufferPointer, from folder: [UInt8], _ target: inout [UInt8]) -> Bool {
        let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        guard let first = path.first, !path.prefix(while: { $0 != Self.slash }).contains(UInt8(ascii: ":")) else { return true }
        guard first != Self.slash else { return false }
        target.removeAll(keepingCapacity: true)
        target += folder
        var isFolder = false
        var at = path.startIndex
        while at < path.endIndex {
            let end = path[at...].firstIndex(of: Self.slash) ?? path.endIndex
            let part = path[at..<end]
            at = end + 1
            isFolder = end < path.endIndex
            if part.isEmpty || part.count == 1 && part.first == Self.dot { continue }
            if part.count == 2, part.allSatisfy({ $0 == Self.dot }) {
                guard !target.isEmpty else { return false }
                target.removeLast(target.count - ((target.dropLast().lastIndex(of: Self.slash) ?? -1) + 1))
                isFolder = true
            } else {
                target += part
                target.append(Self.slash)
            }
        }
        if isFolder {
            target += "index.html".utf8
        } else if !target.isEmpty {
            target.removeLast()
        }
        return target.withUnsafeBytes { paths.contains($0) }
    }
}
