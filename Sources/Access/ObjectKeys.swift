import Crypto

/// The two keys that an audience's objects of one epoch are sealed with, and what every such object's place begins with.
struct ObjectKeys: Sendable {
    let audience: Audience
    let epoch: Int
    /// Which of the audience's keys in that epoch; members have only the one, 0.
    let generation: Int
    let site: String
    private let authentication: SymmetricKey
    private let encryption: SymmetricKey
    private static let objectInfo = Format.info("object")

    /// - Parameter master: the audience's key of that epoch.
    init(_ master: Secret, audience: Audience, site: String, epoch: Int, generation: Int = 0) {
        let fields = (audience.name, String(epoch), String(generation))
        authentication = master.child(Format.info("authenticate objects", site, fields.0, fields.1, fields.2)).key
        encryption = master.child(Format.info("encrypt objects", site, fields.0, fields.1, fields.2)).key
        self.audience = audience
        self.site = site
        self.epoch = epoch
        self.generation = generation
    }

    /// The keys of what an audience opens with one key.
    init(_ key: SlotContents.Key, audience: Audience, site: String) {
        self.init(key.secret, audience: audience, site: site, epoch: key.epoch, generation: key.generation)
    }

    /// A place as it is authenticated: eleven fields.
    ///
    /// - Parameter chunk: which of `chunks` pieces, from 0; `chunks` itself stands for the whole of several.
    func encode(_ place: Place, flags: UInt8, chunk: Int = 0, chunks: Int = 1) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(160 + place.path.utf8.count)
        for field in [
            Format.name, "place", site, audience.name, String(epoch), String(generation), place.kind.rawValue,
            String(flags), place.path, String(chunk), String(chunks),
        ] {
            Format.append(field, to: &bytes)
        }
        return bytes
    }

    /// T: what this text at this place is known by, and what its key and nonce are made from.
    func tag(_ place: [UInt8], _ packed: [UInt8]) -> [UInt8] {
        var code = HMAC<SHA256>(key: authentication)
        code.update(data: place)
        code.update(data: packed)
        return code.finalize().withUnsafeBytes { Array($0) }
    }

    /// Appends ciphertext and tag of AES-256-GCM.
    func encrypt(_ packed: [UInt8], tag: [UInt8], place: [UInt8], to bytes: inout [UInt8]) throws {
        let (key, nonce) = try keyAndNonce(tag)
        let box = try AES.GCM.seal(packed, using: key, nonce: nonce, authenticating: place + tag)
        bytes.append(contentsOf: box.ciphertext)
        bytes.append(contentsOf: box.tag)
    }

    /// The packed text; nil when it is not what was sealed at this place with these keys.
    func decrypt(_ ciphertext: ArraySlice<UInt8>, tag: [UInt8], place: [UInt8]) -> [UInt8]? {
        let text = ciphertext.dropLast(Sealed.tagCount)
        let opened: [UInt8]
        do {
            let (key, nonce) = try keyAndNonce(tag)
            let box = try AES.GCM.SealedBox(nonce: nonce, ciphertext: text, tag: ciphertext.suffix(Sealed.tagCount))
            opened = Array(try AES.GCM.open(box, using: key, authenticating: place + tag))
        } catch {
            return nil  // the one thing that swift-crypto says here is that it does not open
        }
        return self.tag(place, opened) == tag ? opened : nil
    }

    private func keyAndNonce(_ tag: [UInt8]) throws -> (SymmetricKey, AES.GCM.Nonce) {
        let derived = HKDF<SHA256>.deriveKey(inputKeyMaterial: encryption, salt: tag, info: ObjectKeys.objectInfo, outputByteCount: 44)
        return try derived.withUnsafeBytes { bytes in
            (SymmetricKey(data: bytes[..<32]), try AES.GCM.Nonce(data: bytes[32...]))
        }
    }
}
