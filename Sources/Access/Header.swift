/// The first 48 bytes of a sealed object.
struct Header: Equatable {
    static let magic = Array("ROS".utf8)
    /// In bytes, T included.
    static let count = 48
    /// Flags.
    static let signed: UInt8 = 1
    static let chunked: UInt8 = 2

    let kind: Place.Kind
    let audience: UInt8
    let flags: UInt8
    let epoch: Int
    let generation: Int
    /// T of the object.
    let tag: [UInt8]

    init(_ place: Place, flags: UInt8, keys: ObjectKeys, tag: [UInt8]) {
        kind = place.kind
        audience = place.audience.code
        self.flags = flags
        epoch = keys.epoch
        generation = keys.generation
        self.tag = tag
    }

    /// Refuses what is too short, of another format or version, or has a kind, an audience or a flag that is not known.
    init(_ bytes: ArraySlice<UInt8>) throws(NotOpened) {
        let bytes = Array(bytes.prefix(Header.count))
        guard bytes.count == Header.count, bytes.starts(with: Header.magic) else { throw .malformed }
        guard bytes[3] == Format.version else { throw .version(bytes[3]) }
        guard let kind = Place.Kind.allCases.first(where: { $0.code == bytes[4] }), bytes[5] <= 1 else { throw .malformed }
        guard bytes[6] & ~(Header.signed | Header.chunked) == 0, bytes[7] == 0 else { throw .malformed }
        self.kind = kind
        audience = bytes[5]
        flags = bytes[6]
        epoch = Int(Format.number(bytes, at: 8))
        generation = Int(Format.number(bytes, at: 12))
        tag = Array(bytes[16...])
        guard epoch > 0, (audience == 0) == (generation == 0) else { throw .malformed }
    }

    func append(to bytes: inout [UInt8]) {
        bytes += Header.magic
        bytes += [Format.version, kind.code, audience, flags, 0]
        Format.append(UInt32(truncatingIfNeeded: epoch), to: &bytes)
        Format.append(UInt32(truncatingIfNeeded: generation), to: &bytes)
        bytes += tag
    }
}
