package import Diagnostics
package import Model

/// Turns text into ciphertext for its audience and place, signed by the office. Safe to use from several threads at once.
package struct Sealer: Sendable {
    let members: ObjectKeys
    let guests: [String: ObjectKeys]
    let signer: Signer
    /// On pages of 2 to 12 KB, level 1 takes half the time of level 4 and gives 1.05 of the bytes.
    private let quick = Deflater.Pool(level: 1)
    /// For what is sealed for guests and for the members' parts beside it: few, and two of them in one file. Level 9 makes the sample's largest
    /// such file 1.39 times its gzipped plain HTML, 12 makes it 1.35.
    private let thorough = Deflater.Pool(level: 12)
    /// For indexes, of which a reader on a slow line waits for several parts at each word: a twentieth smaller than level 1.
    private let middling = Deflater.Pool(level: 6)

    /// Seals with the keys of the keystore's current epoch.
    ///
    /// - Parameters:
    ///   - discussions: the numbers of those that take guests.
    ///   - now: decides which invitations have lapsed, and with them which generation a discussion's key has.
    package init(_ keystore: Keystore, guestsOf discussions: [String], at now: Instant) throws(Failure) {
        func keys(_ audience: Audience) -> ObjectKeys {
            ObjectKeys(keystore.key(of: audience, at: now), audience: audience, site: keystore.site)
        }
        members = keys(.members)
        guests = Dictionary(discussions.map { ($0, keys(.guests(of: $0))) }) { first, _ in first }
        signer = try Signer(keystore.signingKey)
    }

    /// The same text at the same place with the same keys always gives the same bytes.
    package func seal(_ plain: [UInt8], at place: Place) throws(Failure) -> Sealed {
        guard plain.count <= Packing.limit else {
            throw Failure("\(place.path) is larger than \(Packing.limit >> 20) MB and cannot be sealed", remedy: "Divide it.")
        }
        let keys = try keys(for: place)
        let deflaters =
            switch (place.kind, place.audience) {
            case (.search, _): middling
            case (.part, _), (_, .guests): thorough
            default: quick
            }
        let packed = deflaters.with { Packing.pack(plain, with: $0) }
        let encoded = keys.encode(place, flags: Header.signed)
        let tag = keys.tag(encoded, packed)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Header.count + Signer.signatureCount + packed.count + Sealed.tagCount)
        Header(place, flags: Header.signed, keys: keys, tag: tag).append(to: &bytes)
        bytes += try signer.sign(encoded + tag)
        do {
            try keys.encrypt(packed, tag: tag, place: encoded, to: &bytes)
        } catch {
            throw Failure("cannot seal \(place.path): \(error)")
        }
        return Sealed(bytes, entry: ManifestEntry(place, tag: tag, site: keys.site))
    }

    func keys(for place: Place) throws(Failure) -> ObjectKeys {
        guard case .guests(let discussion) = place.audience else { return members }
        guard let keys = guests[discussion], DiscussionNumber.first(in: place.path) == discussion else {
            throw Failure("\(place.path) is no place for the guests of \(discussion)", remedy: "Please report this fault of the program.")
        }
        return keys
    }
}
