import Crypto
package import Diagnostics

/// What the manifest says of one object: which it is, and the text that it has. 24 bytes as a reader gets them.
package struct ManifestEntry: Sendable, Hashable, Comparable {
    /// In bytes.
    static let count = 24

    /// What the object is found by: a hash of its kind and path.
    package let key: UInt64
    /// The first half of T.
    package let high: UInt64
    package let low: UInt64

    package init(key: UInt64, high: UInt64, low: UInt64) {
        (self.key, self.high, self.low) = (key, high, low)
    }

    init(_ place: Place, tag: [UInt8], site: String) {
        key = Self.word(Digest.sha256(Format.info("manifest entry", site, place.kind.rawValue, place.path)), at: 0)
        high = Self.word(tag, at: 0)
        low = Self.word(tag, at: 8)
    }

    /// The entry of the object that begins with `sealed`, as it would be at `place`; nil where that is no sealed object.
    package init?(_ sealed: [UInt8], at place: Place, of keystore: Keystore) {
        guard sealed.count >= Header.count else { return nil }
        self.init(place, tag: Array(sealed[16..<Header.count]), site: keystore.site)
    }

    /// - Parameter bytes: as many as an entry has.
    init(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        self.init(key: Self.word(bytes, at: 0), high: Self.word(bytes, at: 8), low: Self.word(bytes, at: 16))
    }

    func append(to bytes: inout [UInt8]) {
        for word in [key, high, low] {
            for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
        }
    }

    /// The first `bits` bits of the key, at most 16.
    func shard(_ bits: Int) -> Int { Int(key >> 48) >> (16 - bits) }

    package static func < (a: ManifestEntry, b: ManifestEntry) -> Bool { (a.key, a.high, a.low) < (b.key, b.high, b.low) }

    /// Eight bytes, the most significant first.
    private static func word(_ bytes: [UInt8], at offset: Int) -> UInt64 {
        bytes[offset..<offset + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The objects of a site, as a tree of hashes whose root the office signs. FORMAT.md, section 7.
package struct Manifest: Sendable {
    /// The folder of its files, from the site's root.
    package static let folder = "manifest"
    /// Path of the head from the site's root: what is published last.
    package static let head = folder + "/head.bin"
    /// The most entries of a shard: with the proof, under 8 KB.
    static let shardLimit = 320

    private let site: String
    private let bits: Int
    private let shards: [[UInt8]]
    /// Each level of the tree, from the leaves to the root.
    private let levels: [[[UInt8]]]

    /// - Parameter entries: in any order; one for each object.
    package init(_ entries: [ManifestEntry], keystore: Keystore) {
        site = keystore.site
        let entries = entries.sorted()
        var bits = 0
        while bits < 16, Self.fullest(entries, bits) > Self.shardLimit { bits += 1 }
        self.bits = bits
        var shards = [[UInt8]](repeating: [], count: 1 << bits)
        for entry in entries { entry.append(to: &shards[entry.shard(bits)]) }
        self.shards = shards
        var levels = [shards.enumerated().map { ManifestTree.leaf($1, number: $0, site: keystore.site) }]
        while let last = levels.last, last.count > 1 {
            levels.append(stride(from: 0, to: last.count, by: 2).map { ManifestTree.node(last[$0], last[$0 + 1], site: keystore.site) })
        }
        self.levels = levels
    }

    /// Tells one set of objects from any other: 32 bytes.
    package var root: [UInt8] { levels[levels.count - 1][0] }

    /// Every file of the manifest, the head last: path from the site's root and bytes.
    ///
    /// - Parameter counter: how often the set of objects was another one, from 1.
    package func files(_ keystore: Keystore, counter: Int) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        var files = shards.indices.map { number in
            (path: "\(Self.folder)/\(counter)/\(number).bin", bytes: proof(number) + shards[number])
        }
        let head = ManifestHead(epoch: keystore.epoch, counter: counter, bits: bits, root: root)
        let signed = try Signer(keystore.signingKey).sign(ManifestHead.signedText(head.bytes, site: site))
        files.append((ManifestHead.path, head.bytes + signed))
        return files
    }

    /// The counter in the head of a manifest; nil where it is none that this office has signed.
    package static func counter(inHead bytes: [UInt8], of keystore: Keystore) throws(Failure) -> Int? {
        let text = Array(bytes.prefix(ManifestHead.count))
        guard bytes.count == ManifestHead.count + Signer.signatureCount, let head = ManifestHead(text) else { return nil }
        let key = try Signer(keystore.signingKey).verificationKey
        let signed = ManifestHead.signedText(text, site: keystore.site)
        return key.verifies(bytes.suffix(Signer.signatureCount), of: signed) ? head.counter : nil
    }

    private func proof(_ number: Int) -> [UInt8] {
        levels.dropLast().enumerated().flatMap { level, nodes in nodes[(number >> level) ^ 1] }
    }

    private static func fullest(_ entries: [ManifestEntry], _ bits: Int) -> Int {
        var counts = [Int](repeating: 0, count: 1 << bits)
        for entry in entries { counts[entry.shard(bits)] += 1 }
        return counts.max() ?? 0
    }
}

/// How the manifest's hashes are made.
enum ManifestTree {
    static func leaf(_ entries: some Collection<UInt8>, number: Int, site: String) -> [UInt8] {
        Digest.sha256(Format.info("manifest shard", site, String(number)) + entries)
    }

    static func node(_ left: [UInt8], _ right: [UInt8], site: String) -> [UInt8] {
        Digest.sha256(Format.info("manifest node", site) + left + right)
    }
}

/// The manifest's signed head: 48 bytes, and the signature.
struct ManifestHead: Equatable {
    static let path = Manifest.head
    static let count = 48
    private static let magic = Array("ROM".utf8)
    static let bitsLimit = 16

    let epoch: Int
    let counter: Int
    let bits: Int
    let root: [UInt8]

    init(epoch: Int, counter: Int, bits: Int, root: [UInt8]) {
        self.epoch = epoch
        self.counter = counter
        self.bits = bits
        self.root = root
    }

    /// Nil for what is no head of this version.
    init?(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == Self.count, bytes.starts(with: Self.magic), bytes[3] == Format.version else { return nil }
        epoch = Int(Format.number(bytes, at: 4))
        counter = Int(Format.number(bytes, at: 8))
        bits = Int(bytes[12])
        root = Array(bytes[16...])
        guard epoch > 0, counter > 0, bits <= Self.bitsLimit, bytes[13..<16].allSatisfy({ $0 == 0 }) else { return nil }
    }

    var bytes: [UInt8] {
        var bytes = Self.magic + [Format.version]
        Format.append(UInt32(truncatingIfNeeded: epoch), to: &bytes)
        Format.append(UInt32(truncatingIfNeeded: counter), to: &bytes)
        return bytes + [UInt8(bits), 0, 0, 0] + root
    }

    static func signedText(_ bytes: [UInt8], site: String) -> [UInt8] {
        Format.info("manifest", site) + bytes
    }
}
