import Crypto
package import Diagnostics
package import Model

/// The keyring's files: what a reader with a passphrase needs to open pages, and nobody else can read or count.
package enum Keyring {
    /// Sixteen files, chosen by a locator's first four bits.
    static let shardCount = 16
    /// Entries in a file, while no file needs more.
    static let shardCapacity = 32

    /// Every file, in order: path from the site's root and bytes.
    ///
    /// - Parameters:
    ///   - built: which keys the last build sealed with: slots give the one before as the previous key.
    ///   - now: decides which invitations have lapsed.
    ///   - firstPage: canonical path of the page that members begin with (`en/`), at most 63 small letters, digits, hyphens and
    ///     slashes.
    ///   - guestPage: the same for the guests of a discussion, by its number; nil where it takes none: they get no entry.
    package static func files(
        _ keystore: Keystore, built: BuiltKeys, at now: Instant, firstPage: String, guestPage: (String) -> String?
    ) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        let slots = try contents(keystore, built: built, at: now, firstPage: firstPage, guestPage: guestPage)
        let ring = ring(keystore, slots)
        var shards = [[[UInt8]]](repeating: [], count: shardCount)
        for (secret, contents) in slots {
            let entry = try KeyringEntry.wrap(contents, for: secret, site: keystore.site, ring: ring)
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

    /// What each slot says, with its S, in the keystore's order.
    private static func contents(
        _ keystore: Keystore, built: BuiltKeys, at now: Instant, firstPage: String, guestPage: (String) -> String?
    ) throws(Failure) -> [(Secret, SlotContents)] {
        let verification = try Signer(keystore.signingKey).verificationKey
        func contents(_ audience: Audience, _ firstPage: String) throws(Failure) -> SlotContents {
            SlotContents(
                audience: audience, key: keystore.key(of: audience, at: now),
                previous: keystore.previousKey(of: audience, at: now, built: built), verification: verification,
                firstPage: try accepted(firstPage))
        }
        let members = try contents(.members, firstPage)
        var slots: [(Secret, SlotContents)] = []
        for slot in keystore.standing(at: now) {
            guard case .guest(_, let discussion) = slot.holder else {
                slots.append((slot.secret, members))
                continue
            }
            guard let page = guestPage(discussion) else { continue }
            slots.append((slot.secret, try contents(.guests(of: discussion), page)))
        }
        return slots
    }

    private static func accepted(_ page: String) throws(Failure) -> String {
        guard page.utf8.count <= SlotContents.firstPageLimit, page.utf8.allSatisfy(isPathByte) else {
            throw Failure("\"\(page)\" cannot be the first page of a forum")
        }
        return page
    }

    /// What tells these files from those of any other state of the keyring, and nothing else: 16 hexadecimal digits (64 bits).
    ///
    /// Everything in the files depends on it. It is made of all that they hold, so that it is another one whenever they are; the
    /// generation alone would tell how often passphrases were issued, and a keystore from a backup may reach the same one again.
    private static func ring(_ keystore: Keystore, _ slots: [(Secret, SlotContents)]) -> String {
        let info = Format.info("ring", keystore.site, String(keystore.generation))
        var code = HMAC<SHA256>(key: keystore.keyringSecret.child(info).key)
        for (secret, contents) in slots {
            code.update(data: secret.bytes)
            code.update(data: contents.bytes)
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
