import Diagnostics
import FoundationEssentials
import Model

/// The keystore as JSON: keys in hexadecimal, and over all of it a hash, so that damage is noticed.
struct KeystoreText: Codable {
    struct Master: Codable {
        let epoch: Int
        let key: String
    }

    struct Discussion: Codable {
        let number: String
        let generation: Int
        let since: Int
    }

    struct SubmissionsKey: Codable {
        let key: String
        let made: String
    }

    struct Slot: Codable {
        let kind: String
        let name: String
        let secret: String
        let issued: String
        /// Of guests alone.
        var discussion: String?
        var requestedBy: String?
        /// Of guests whose invitation ends.
        var until: String?
        var lapses: String?
        /// Missing in versions 1 and 2, and of passphrases issued by them.
        var login: String?
    }

    /// Why a text is no keystore; a sentence's end.
    struct Damage: Error {
        let reason: String
    }

    /// Version 1 had no guests, version 2 nothing for a server's login, version 3 no keys for submissions; all are still read.
    static let version = 4

    let version: Int
    let site: String
    let salt: String
    let rounds: Int
    let generation: Int
    let epoch: Int
    let masters: [Master]
    let keyringSecret: String
    let namesKey: String
    /// Missing in version 1.
    let discussions: [Discussion]?
    /// Missing in versions 1 to 3.
    let submissions: [SubmissionsKey]?
    let slots: [Slot]
    let check: String

    /// Indented, keys in alphabetical order, ended by a line break.
    static func write(_ keystore: Keystore) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(KeystoreText(keystore))) + [UInt8(ascii: "\n")]
    }

    static func read(_ bytes: [UInt8]) throws(Damage) -> Keystore {
        struct Versioned: Decodable {
            let version: Int
        }
        let text: KeystoreText
        do {
            let found = try JSONDecoder().decode(Versioned.self, from: Data(bytes)).version
            guard (1...version).contains(found) else {
                throw Damage(reason: "it is of version \(found), and this program knows versions 1 to \(version)")
            }
            text = try JSONDecoder().decode(KeystoreText.self, from: Data(bytes))
        } catch let damage as Damage {
            throw damage
        } catch {
            throw Damage(reason: "it is not complete, or not the JSON that was written")
        }
        guard text.check == text.hash else { throw Damage(reason: "its check sum is wrong") }
        return try text.keystore()
    }

    private init(_ keystore: Keystore) {
        let unchecked = KeystoreText(keystore, check: "")
        self.init(keystore, check: unchecked.hash)
    }

    private init(_ keystore: Keystore, check: String) {
        version = KeystoreText.version
        site = keystore.site
        salt = Hexadecimal.text(keystore.salt)
        rounds = keystore.rounds
        generation = keystore.generation
        epoch = keystore.epoch
        masters = keystore.masters.map { Master(epoch: $0.epoch, key: Hexadecimal.text($0.key.bytes)) }
        keyringSecret = Hexadecimal.text(keystore.keyringSecret.bytes)
        namesKey = Hexadecimal.text(keystore.namesKey.bytes)
        discussions = keystore.discussions.map { Discussion(number: $0.number, generation: $0.generation, since: $0.since) }
        submissions = keystore.submissionsKeys.map {
            SubmissionsKey(key: Hexadecimal.text($0.scalar.bytes), made: KeystoreText.time($0.made))
        }
        slots = keystore.slots.map { Slot($0) }
        self.check = check
    }

    /// Over the values, so that it does not matter how the JSON is laid out.
    private var hash: String {
        var fields = [
            String(version), site, salt, String(rounds), String(generation), String(epoch), keyringSecret, namesKey, String(masters.count),
            String(slots.count),
        ]
        if let discussions { fields.append(String(discussions.count)) }
        if let submissions { fields.append(String(submissions.count)) }
        for master in masters { fields += [String(master.epoch), master.key] }
        for discussion in discussions ?? [] { fields += [discussion.number, String(discussion.generation), String(discussion.since)] }
        for slot in slots {
            fields += [slot.kind, slot.name, slot.secret, slot.issued]
            if discussions != nil { fields += [slot.discussion, slot.requestedBy, slot.until, slot.lapses].map { $0 ?? "" } }
            if version >= 3 { fields.append(slot.login ?? "") }
        }
        for key in submissions ?? [] { fields += [key.key, key.made] }
        return Digest.sha256Hex(Format.encode(fields))
    }
}

extension KeystoreText.Slot {
    fileprivate init(_ slot: Slot) {
        let issued = KeystoreText.time(slot.issued)
        let secret = Hexadecimal.text(slot.secret.bytes)
        switch slot.holder {
        case .member(let code): self.init(kind: "member", name: code, secret: secret, issued: issued, login: slot.login)
        case .staff(let name): self.init(kind: "staff", name: name, secret: secret, issued: issued, login: slot.login)
        case .guest(let name, let discussion):
            self.init(
                kind: "guest", name: name, secret: secret, issued: issued, discussion: discussion,
                requestedBy: slot.invitation?.requestedBy, until: slot.invitation?.until?.description,
                lapses: slot.invitation?.lapses.map(KeystoreText.time), login: slot.login)
        }
    }
}

extension KeystoreText {
    /// ISO 8601 in UTC.
    fileprivate static func time(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.seconds)).formatted(.iso8601)
    }
}
