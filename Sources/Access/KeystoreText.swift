import Diagnostics
import FoundationEssentials
import Model

/// The keystore as JSON: keys in hexadecimal, and over all of it a hash, so that damage is noticed.
struct KeystoreText: Codable {
    struct Master: Codable {
        let epoch: Int
        let key: String
    }

    struct Slot: Codable {
        let kind: String
        let name: String
        let secret: String
        let issued: String
    }

    /// Why a text is no keystore; a sentence's end.
    struct Damage: Error {
        let reason: String
    }

    static let version = 1

    let version: Int
    let site: String
    let salt: String
    let rounds: Int
    let generation: Int
    let epoch: Int
    let masters: [Master]
    let keyringSecret: String
    let namesKey: String
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
            guard found == version else { throw Damage(reason: "it is of version \(found), and this program knows version \(version)") }
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
        slots = keystore.slots.map { slot in
            let issued = Date(timeIntervalSince1970: Double(slot.issued.seconds)).formatted(.iso8601)
            let secret = Hexadecimal.text(slot.secret.bytes)
            return switch slot.holder {
            case .member(let code): Slot(kind: "member", name: code, secret: secret, issued: issued)
            case .staff(let name): Slot(kind: "staff", name: name, secret: secret, issued: issued)
            }
        }
        self.check = check
    }

    /// Over the values, so that it does not matter how the JSON is laid out.
    private var hash: String {
        var fields = [
            String(version), site, salt, String(rounds), String(generation), String(epoch), keyringSecret, namesKey, String(masters.count),
            String(slots.count),
        ]
        for master in masters { fields += [String(master.epoch), master.key] }
        for slot in slots { fields += [slot.kind, slot.name, slot.secret, slot.issued] }
        return Digest.sha256Hex(Format.encode(fields))
    }
}

extension KeystoreText {
    /// The value, when every field holds what it should.
    private func keystore() throws(Damage) -> Keystore {
        guard Hexadecimal.bytes(site)?.count == 16, let salt = Hexadecimal.bytes(salt), salt.count == Keystore.saltCount else {
            throw Damage(reason: "site or salt is wrong")
        }
        guard Stretching.acceptedRounds.contains(rounds), (1...Int(UInt32.max)).contains(generation) else {
            throw Damage(reason: "rounds or generation is out of range")
        }
        var keys: [Keystore.Master] = []
        for master in masters {
            guard (1...Int(UInt32.max)).contains(master.epoch), master.epoch > keys.last?.epoch ?? 0 else {
                throw Damage(reason: "an epoch is out of order")
            }
            keys.append(Keystore.Master(epoch: master.epoch, key: try secret(master.key)))
        }
        guard keys.last?.epoch == epoch else { throw Damage(reason: "the key of the epoch is missing") }
        var read: [Access.Slot] = []
        for slot in slots { read.append(try self.slot(slot)) }
        guard zip(read, read.dropFirst()).allSatisfy({ $0.holder < $1.holder }), read.count <= Keystore.slotLimit else {
            throw Damage(reason: "its slots are out of order")
        }
        return Keystore(
            site: site, salt: salt, rounds: rounds, generation: generation, epoch: epoch, masters: keys,
            keyringSecret: try secret(keyringSecret),
            namesKey: try secret(namesKey), slots: read)
    }

    private func slot(_ slot: Slot) throws(Damage) -> Access.Slot {
        let holder: Holder
        switch slot.kind {
        case "member": holder = .member(slot.name)
        case "staff": holder = .staff(slot.name)
        default: throw Damage(reason: "there is no kind of slot called \(slot.kind)")
        }
        guard let issued = Instant(iso: slot.issued) else { throw Damage(reason: "a slot's time is wrong") }
        return Access.Slot(holder: holder, issued: issued, secret: try secret(slot.secret))
    }

    private func secret(_ text: String) throws(Damage) -> Secret {
        guard let bytes = Hexadecimal.bytes(text), let secret = Secret(bytes) else { throw Damage(reason: "a key is wrong") }
        return secret
    }
}
