import Diagnostics

/// Does what a reader's browser does: from the keyring's files and a passphrase to what opens pages. The files are not trusted.
package struct KeyringReader {
    /// Why a keyring does not open.
    package enum Refusal: Error, Hashable {
        /// A file is missing or not what a keyring's file is, or an entry in it was damaged; its path.
        case malformed(String)
        /// No entry is for this passphrase.
        case unknownPassphrase
    }

    /// Characters of base 64 in a file.
    static let textLimit = 8 << 20

    private let head: KeyringHead
    private let read: (String) -> [UInt8]?

    /// - Parameter read: the bytes of a file by its path from the site's root; nil where there is none.
    package init(read: @escaping (String) -> [UInt8]?) throws(Refusal) {
        guard let script = read("keyring/head.js"), let head = KeyringHead(script: script) else { throw .malformed("keyring/head.js") }
        self.head = head
        self.read = read
    }

    /// What opens the pages that the passphrase is for. Takes as long as stretching it does.
    package func unlock(_ passphrase: Passphrase) throws -> Opener {
        Opener(try contents(for: try Stretching.stretch(passphrase, salt: head.salt, rounds: head.rounds)), site: head.site)
    }

    /// What the slot of S holds.
    func contents(for secret: Secret) throws(Refusal) -> SlotContents {
        let locator = KeyringEntry.locator(secret, site: head.site, ring: head.ring)
        let name = String(locator[0] >> 4, radix: 16)
        let entries = try shard(name)
        for start in stride(from: 0, to: entries.count, by: KeyringEntry.count) {
            let entry = entries[start..<start + KeyringEntry.count]
            guard entry.starts(with: locator) else { continue }
            guard let contents = KeyringEntry.unwrap(entry, with: secret, site: head.site, ring: head.ring) else {
                throw .malformed("keyring/\(name).js")
            }
            return contents
        }
        throw .unknownPassphrase
    }

    /// The entries of one file, laid end to end.
    private func shard(_ name: String) throws(Refusal) -> [UInt8] {
        let path = "keyring/\(name).js"
        let before = "rostrumKeyring[\"\(name)\"]=\""
        guard let script = read(path), script.starts(with: before.utf8) else { throw .malformed(path) }
        let text = script.dropFirst(before.utf8.count)
        guard text.suffix(3).elementsEqual("\";\n".utf8), text.count - 3 <= Self.textLimit, let entries = Base64.decode(text.dropLast(3)),
            !entries.isEmpty, entries.count.isMultiple(of: KeyringEntry.count)
        else { throw .malformed(path) }
        return entries
    }
}
