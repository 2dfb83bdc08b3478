/// What every reader needs before a passphrase can be stretched; open to all. One line of words, assigned by `keyring/head.js`.
struct KeyringHead: Equatable {
    let site: String
    let salt: [UInt8]
    let rounds: Int
    /// Tells one state of the keyring from any other: 16 lower-case hexadecimal digits.
    let ring: String

    /// Bytes in `ring`.
    static let ringCount = 8

    private static let before = "var rostrumKeyring={\"head\":\""
    private static let after = "\"};\n"

    init(_ keystore: Keystore, ring: String) {
        site = keystore.site
        salt = keystore.salt
        rounds = keystore.rounds
        self.ring = ring
    }

    var script: [UInt8] {
        Array("\(KeyringHead.before)\(Format.version) \(site) \(Hexadecimal.text(salt)) \(rounds) \(ring)\(KeyringHead.after)".utf8)
    }

    /// Nil for anything but what `script` writes, and for rounds that no reader accepts.
    init?(script: [UInt8]) {
        let text = String(decoding: script, as: UTF8.self)
        guard text.utf8.count < 1000, text.hasPrefix(KeyringHead.before), text.hasSuffix(KeyringHead.after) else { return nil }
        let words = text.dropFirst(KeyringHead.before.count).dropLast(KeyringHead.after.count).split(separator: " ")
        guard words.count == 5, words[0] == "\(Format.version)", words[1].count == 32, Hexadecimal.bytes(String(words[1])) != nil else {
            return nil
        }
        guard let salt = Hexadecimal.bytes(String(words[2])), salt.count == Keystore.saltCount else { return nil }
        guard let rounds = Int(words[3]), Stretching.acceptedRounds.contains(rounds) else { return nil }
        guard Hexadecimal.bytes(String(words[4]))?.count == KeyringHead.ringCount else { return nil }
        site = String(words[1])
        self.salt = salt
        self.rounds = rounds
        ring = String(words[4])
        guard self.script == script else { return nil }
    }
}
