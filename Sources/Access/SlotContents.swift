/// What an entry of the keyring tells its holder.
struct SlotContents: Equatable {
    let audience: Audience
    let epoch: Int
    let key: Secret
    /// The key of the epoch before, for pages that a half-finished upload has not replaced; nil in the first epoch.
    let previous: (epoch: Int, key: Secret)?
    /// The page to open where the one at hand is not for this audience: a canonical path.
    let firstPage: String

    static let firstPageLimit = 63
    private static let layout: UInt8 = 1
    private static let hasPrevious: UInt8 = 1
    /// Offsets; see FORMAT.md. Between 116 and 148 stands the discussion of a guest.
    private static let keyAt = 12
    private static let previousAt = 44
    private static let pageAt = 148

    init(audience: Audience, epoch: Int, key: Secret, previous: (epoch: Int, key: Secret)?, firstPage: String) {
        self.audience = audience
        self.epoch = epoch
        self.key = key
        self.previous = previous
        self.firstPage = firstPage
    }

    /// Nil for what is not laid out as `bytes` does it.
    init?(_ bytes: some RandomAccessCollection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count >= SlotContents.pageAt + 1 + SlotContents.firstPageLimit, bytes[0] == SlotContents.layout else { return nil }
        guard let audience = Audience(code: bytes[1]), bytes[2] & ~SlotContents.hasPrevious == 0, bytes[3] == 0 else { return nil }
        let epoch = Int(Format.number(bytes, at: 4))
        let before = Int(Format.number(bytes, at: SlotContents.previousAt))
        guard bytes[2] == 0 ? before == 0 : (1..<max(epoch, 1)).contains(before), epoch > 0 else { return nil }
        guard Format.number(bytes, at: 8) == 0, Format.number(bytes, at: SlotContents.previousAt + 4) == 0 else { return nil }
        guard let key = Secret(bytes[SlotContents.keyAt..<SlotContents.keyAt + Secret.count]) else { return nil }
        let length = Int(bytes[SlotContents.pageAt])
        guard length <= SlotContents.firstPageLimit else { return nil }
        self.audience = audience
        self.key = key
        self.epoch = epoch
        let previousKey = Secret(bytes[(SlotContents.previousAt + 8)..<(SlotContents.previousAt + 8 + Secret.count)])
        previous = before == 0 ? nil : previousKey.map { (before, $0) }
        firstPage = String(decoding: bytes[(SlotContents.pageAt + 1)..<(SlotContents.pageAt + 1 + length)], as: UTF8.self)
    }

    /// - Parameter count: how long the layout is; what is not used is zero.
    func bytes(count: Int) -> [UInt8] {
        var bytes: [UInt8] = [SlotContents.layout, audience.code, previous == nil ? 0 : SlotContents.hasPrevious, 0]
        bytes.reserveCapacity(count)
        Format.append(UInt32(truncatingIfNeeded: epoch), to: &bytes)
        Format.append(0, to: &bytes)
        bytes += key.bytes
        Format.append(UInt32(truncatingIfNeeded: previous?.epoch ?? 0), to: &bytes)
        Format.append(0, to: &bytes)
        bytes += previous?.key.bytes ?? [UInt8](repeating: 0, count: Secret.count)
        bytes += [UInt8](repeating: 0, count: SlotContents.pageAt - bytes.count)
        bytes.append(UInt8(firstPage.utf8.count))
        bytes += firstPage.utf8
        return bytes + [UInt8](repeating: 0, count: count - bytes.count)
    }

    static func == (a: SlotContents, b: SlotContents) -> Bool {
        a.bytes(count: 212) == b.bytes(count: 212)
    }

    /// The keys of what this audience can open.
    func objectKeys(site: String) -> [ObjectKeys] {
        [ObjectKeys(key, audience: audience, site: site, epoch: epoch)]
            + (previous.map { [ObjectKeys($0.key, audience: audience, site: site, epoch: $0.epoch)] } ?? [])
    }
}
