import Crypto
package import Diagnostics

/// The keyring's files: what a reader with a passphrase needs to open pages, and nobody else can read or count.
package enum Keyring {
    /// Sixteen files, chosen by a locator's first four bits.
    static let shardCount = 16
    /// Entries in a file, while no file needs more.
    static let shardCapacity = 32

    /// Every file, in order: path from the site's root and bytes.
    ///
    /// - Parameter firstPage: canonical path of the page that members begin with (`en/`): at most 63 small letters, digits,
    ///   hyphens and slashes.
    package static func files(_ keystore: Keystore, firstPage: String) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        guard firstPage.utf8.count <= SlotContents.firstPageLimit, firstPage.utf8.allSatisfy(isPathByte) else {
            throw Failure("\"\(firstPage)\" cannot be the first page of a forum")
        }
        let previous = keystore.masters.last { $0.epoch < keystore.epoch }
        let contents = SlotContents(
            audience: .members, epoch: keystore.epoch, key: keystore.master, previous: previous.map { ($0.epoch, $0.key) },
            firstPage: firstPage)
        let ring = ring(keystore, contents)
        var shards = [[[UInt8]]](repeating: [], count: shardCount)
        for slot in keystore.slots {
            let entry = try KeyringEntry.wrap(contents, for: slot.secret, site: keystore.site, ring: ring)
            shards[Int(entry[0] >> 4)].append(entry)
        }
        let capacity = capacity(for: shards.map(\.count).max() ?? 0)
        var files = [(path: "keyring/head.js", bytes: KeyringHead(keystore, ring: ring).script)]
        for (number, used) in shards.enumerated() {
            let unused = try KeyringEntry.unused(capacity - used.count, shard: number, keystore: keystore, ring: ring)
            let name = String(number, radix: 16)
            let bytes = (used + unused).sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
            files.append(("keyring/\(name).js", Array("rostrumKeyring[\"\(name)\"]=\"".utf8) + Base64.encode(bytes) + Array("\";\n".utf8)))
        }
        return files
    }

    /// What tells these files from those of any other state of the keyring, and nothing else: 16 hexadecimal digits (64 bits).
    ///
    /// Everything in the files depends on it. It is made of all that they hold, so that it is another one whenever they are; the
    /// generation alone would tell how often passphrases were issued, and a keystore from a backup may reach the same one again.
    private static func ring(_ keystore: Keystore, _ contents: SlotContents) -> String {
        let info = Format.info("ring", keystore.site, String(keystore.generation))
        var code = HMAC<SHA256>(key: keystore.keyringSecret.child(info).key)
        for slot in keystore.slots {
            code.update(data: slot.secret.bytes)
            code.update(data: contents.bytes(count: KeyringEntry.wrappedCount))
        }
        return Hexadecimal.text(Array(Array(code.finalize()).prefix(KeyringHead.ringCount)))
    }

    /// The usual capacity, doubled until the fullest file has room.
    private static func capacity(for count: Int) -> Int {
        var capacity = shardCapacity
        while capacity < count { capacity *= 2 }
        return capacity
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }
}
