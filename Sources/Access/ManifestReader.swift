/// Does what a reader's browser does with the manifest. The files are not trusted.
package struct ManifestReader {
    /// What a manifest says of an object.
    package enum Verdict: Sendable, Equatable {
        /// It is the site's.
        case current
        /// The site has another one there.
        case other
        /// The site has none there.
        case absent
    }

    /// What a manifest's file is not: its path.
    package struct Malformed: Error, Hashable {
        package let path: String
    }

    /// How often the set of objects was another one.
    package let counter: Int
    private let head: ManifestHead
    private let opener: Opener
    private let read: (String) -> [UInt8]?

    /// - Parameter read: the bytes of a file by its path from the site's root; nil where there is none.
    package init(_ opener: Opener, read: @escaping (String) -> [UInt8]?) throws(Malformed) {
        let path = ManifestHead.path
        guard let bytes = read(path), bytes.count == ManifestHead.count + Signer.signatureCount, let key = opener.verification,
            let head = ManifestHead(bytes.prefix(ManifestHead.count)),
            key.verifies(
                bytes.suffix(Signer.signatureCount), of: ManifestHead.signedText(Array(bytes.prefix(ManifestHead.count)), site: opener.site)
            )
        else { throw Malformed(path: path) }
        self.head = head
        self.opener = opener
        self.read = read
        counter = head.counter
    }

    /// The paths of its files, the head's among them.
    package var files: [String] { [ManifestHead.path] + (0..<1 << head.bits).map(path) }

    /// What the office has written down of this manifest, where it has: hexadecimal digits.
    var root: String { Hexadecimal.text(head.root) }

    /// Where the object at `place` stands, as its sealed bytes begin.
    package func verdict(on sealed: [UInt8], at place: Place) throws(Malformed) -> Verdict {
        guard sealed.count >= Header.count else { return .other }
        let wanted = ManifestEntry(place, tag: Array(sealed[16..<Header.count]), site: opener.site)
        let entries = try shard(wanted.shard(head.bits))
        if entries.contains(wanted) { return .current }
        return entries.contains { $0.key == wanted.key } ? .other : .absent
    }

    /// All objects of the site.
    package func entries() throws(Malformed) -> [ManifestEntry] {
        var all: [ManifestEntry] = []
        for number in 0..<1 << head.bits { all += try shard(number) }
        return all
    }

    private func path(_ number: Int) -> String { "\(Manifest.folder)/\(head.counter)/\(number).bin" }

    private func shard(_ number: Int) throws(Malformed) -> [ManifestEntry] {
        let path = path(number)
        let proofCount = head.bits * 32
        guard let bytes = read(path), bytes.count >= proofCount else { throw Malformed(path: path) }
        let rest = bytes.dropFirst(proofCount)
        guard rest.count <= Manifest.shardLimit * ManifestEntry.count else { throw Malformed(path: path) }
        var node = ManifestTree.leaf(rest, number: number, site: opener.site)
        for level in 0..<head.bits {
            let neighbour = Array(bytes[level * 32..<(level + 1) * 32])
            let right = number >> level & 1 == 1
            node = ManifestTree.node(right ? neighbour : node, right ? node : neighbour, site: opener.site)
        }
        guard node == head.root, rest.count.isMultiple(of: ManifestEntry.count) else { throw Malformed(path: path) }
        let entries = stride(from: proofCount, to: bytes.count, by: ManifestEntry.count).map {
            ManifestEntry(bytes[$0..<$0 + ManifestEntry.count])
        }
        guard zip(entries, entries.dropFirst()).allSatisfy({ $0.key < $1.key }) else { throw Malformed(path: path) }
        return entries
    }
}
