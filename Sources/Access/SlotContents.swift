/// What an entry of the keyring tells its holder.
struct SlotContents: Equatable {
    /// A key of the audience, and which of its keys it is.
    struct Key: Equatable {
        let epoch: Int
        /// 0 for members, from 1 for guests.
        let generation: Int
        let secret: Secret
    }

    let audience: Audience
    let key: Key
    /// The key before, for pages that a half-finished upload has not replaced; nil where there is none.
    let previous: Key?
    /// What verifies signatures; nil in sites that are not signed.
    let verification: VerificationKey?
    /// The page to open where the one at hand is not for this audience: a canonical path.
    let firstPage: String

    /// How long the layout is, in bytes.
    static let count = 212
    static let firstPageLimit = 63
    private static let layout: UInt8 = 1
    private static let hasPrevious: UInt8 = 1
    private static let hasVerification: UInt8 = 2
    /// Offsets; see FORMAT.md.
    private static let keyAt = 4
    private static let previousAt = 44
    private static let verificationAt = 84
    private static let discussionAt = 116
    private static let pageAt = 148

    init(audience: Audience, key: Key, previous: Key?, verification: VerificationKey?, firstPage: String) {
        self.audience = audience
        self.key = key
        self.previous = previous
        self.verification = verification
        self.firstPage = firstPage
    }

    /// Nil for what is not laid out as `bytes` does it.
    init?(_ bytes: some RandomAccessCollection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == Self.count, bytes[0] == Self.layout, bytes[3] == 0 else { return nil }
        let flags = bytes[2]
        guard flags & ~(Self.hasPrevious | Self.hasVerification) == 0 else { return nil }
        guard let discussion = Self.text(bytes[Self.discussionAt..<Self.pageAt]) else { return nil }
        switch bytes[1] {
        case 0 where discussion.isEmpty: audience = .members
        case 1 where DiscussionNumber.isOne(discussion): audience = .guests(of: discussion)
        default: return nil
        }
        guard let key = Self.key(bytes, at: Self.keyAt, audience) else { return nil }
        self.key = key
        if flags & Self.hasPrevious != 0 {
            guard let previous = Self.key(bytes, at: Self.previousAt, audience) else { return nil }
            guard (previous.epoch, previous.generation) < (key.epoch, key.generation) else { return nil }
            self.previous = previous
        } else {
            guard bytes[Self.previousAt..<Self.previousAt + 8].allSatisfy({ $0 == 0 }) else { return nil }
            previous = nil
        }
        if flags & Self.hasVerification != 0 {
            guard let key = VerificationKey(bytes[Self.verificationAt..<Self.discussionAt]) else { return nil }
            verification = key
        } else {
            verification = nil
        }
        guard let page = Self.text(bytes[Self.pageAt...]), page.utf8.allSatisfy(Self.isPathByte) else { return nil }
        firstPage = page
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.layout, audience.code, 0, 0]
        if previous != nil { bytes[2] |= Self.hasPrevious }
        if verification != nil { bytes[2] |= Self.hasVerification }
        bytes.reserveCapacity(Self.count)
        Self.append(key, to: &bytes)
        Self.append(previous, to: &bytes)
        bytes += verification?.bytes ?? [UInt8](repeating: 0, count: VerificationKey.count)
        if case .guests(let discussion) = audience { Self.append(discussion, to: &bytes) }
        bytes += [UInt8](repeating: 0, count: Self.pageAt - bytes.count)
        Self.append(firstPage, to: &bytes)
        return bytes + [UInt8](repeating: 0, count: Self.count - bytes.count)
    }

    static func == (a: SlotContents, b: SlotContents) -> Bool { a.bytes == b.bytes }

    /// Nil for an epoch of 0, or a generation that the audience does not have.
    private static func key(_ bytes: [UInt8], at offset: Int, _ audience: Audience) -> Key? {
        let epoch = Int(Format.number(bytes, at: offset))
        let generation = Int(Format.number(bytes, at: offset + 4))
        guard epoch > 0, (audience == .members) == (generation == 0) else { return nil }
        return Secret(bytes[offset + 8..<offset + 8 + Secret.count]).map { Key(epoch: epoch, generation: generation, secret: $0) }
    }

    private static func append(_ key: Key?, to bytes: inout [UInt8]) {
        Format.append(UInt32(truncatingIfNeeded: key?.epoch ?? 0), to: &bytes)
        Format.append(UInt32(truncatingIfNeeded: key?.generation ?? 0), to: &bytes)
        bytes += key?.secret.bytes ?? [UInt8](repeating: 0, count: Secret.count)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(text.utf8.count))
        bytes += text.utf8
    }

    /// What canonical paths hold.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (45...57).contains(byte)  // `-./` stand before the digits
    }

    /// A text with its length in a byte before it; nil where that leads beyond the room, or is no text.
    private static func text(_ room: ArraySlice<UInt8>) -> String? {
        guard let length = room.first, Int(length) < room.count else { return nil }
        return String(validating: room.dropFirst().prefix(Int(length)), as: UTF8.self)
    }
}
