/// Opens what was sealed for an audience whose keys are at hand.
package struct Opener: Sendable {
    private let keys: [ObjectKeys]

    init(_ keys: [ObjectKeys]) {
        self.keys = keys
    }

    /// The text that was sealed at `place`.
    package func open(_ sealed: [UInt8], at place: Place) throws(NotOpened) -> [UInt8] {
        guard sealed.count >= Sealed.headerCount + Sealed.tagCount, sealed.starts(with: Header.magic) else { throw .malformed }
        guard sealed[3] == Format.version else { throw .version(sealed[3]) }
        guard sealed[4] == place.kind.code, sealed[5] == place.audience.code else { throw .otherPlace }
        guard sealed[6] == place.flags, sealed[7] == 0 else { throw .malformed }
        let epoch = Int(Format.number(sealed, at: 8))
        let generation = Int(Format.number(sealed, at: 12))
        guard let keys = keys.first(where: { $0.audience == place.audience && $0.epoch == epoch && $0.generation == generation }) else {
            throw .unknownEpoch(epoch)
        }
        let tag = Array(sealed[16..<Sealed.headerCount])
        guard let packed = keys.decrypt(sealed[Sealed.headerCount...], tag: tag, place: keys.encode(place)) else { throw .notAuthentic }
        return try Packing.unpack(packed)
    }
}
