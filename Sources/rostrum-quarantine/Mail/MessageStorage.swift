/// The properties of a mail or an attachment as Outlook saves it, [MS-OXMSG] 2.1 and 2.4, by their tags: an identifier and a type.
struct MessageStorage {
    /// Types of properties.
    enum Kind: UInt32 {
        case number = 0x0003
        case object = 0x000D
        case narrow = 0x001E
        case wide = 0x001F
        case time = 0x0040
        case binary = 0x0102
    }

    private static let fixedName = "__properties_version1.0"

    /// Entries that hold a value each, by tag.
    private var values: [UInt32: Int] = [:]
    /// What has a fixed length stands in one stream.
    private var fixed: [UInt32: UInt64] = [:]

    /// - Parameters:
    ///   - children: indices of the entries in its folder.
    ///   - header: bytes before the first property of a fixed length: 32 of a file, 24 of a mail in it, 8 of an attachment.
    init(_ file: CompoundFile, children: [Int], header: Int) {
        for index in children {
            let entry = file.entries[index]
            if let tag = Self.tag(entry.name) { values[tag] = index }
            if entry.kind == .stream, entry.name == Self.fixedName { readFixed(file.stream(entry, atMost: 1 << 20), from: header) }
        }
    }

    /// Whether a folder with these entries holds a mail.
    static func isMail(_ file: CompoundFile, children: [Int]) -> Bool {
        let names = children.map { file.entries[$0].name }
        return names.contains(fixedName) && names.contains { tag($0) != nil }
    }

    /// The index of the entry with a value; nil where there is none.
    func entry(_ identifier: UInt32, _ kind: Kind) -> Int? { values[identifier << 16 | kind.rawValue] }

    /// A number of 32 bits; nil where there is none.
    func number(_ identifier: UInt32) -> Int? {
        fixed[identifier << 16 | Kind.number.rawValue].map { Int($0 & 0xFFFF_FFFF) }
    }

    /// Seconds since 1970, of years that have four digits; nil where there is no such time.
    func time(_ identifier: UInt32) -> Int? {
        // Counted in tenths of a microsecond from 1601 on.
        guard let ticks = fixed[identifier << 16 | Kind.time.rawValue], ticks > 0 else { return nil }
        let seconds = Int(ticks / 10_000_000) - 11_644_473_600
        return (0..<253_402_300_800).contains(seconds) ? seconds : nil
    }

    private mutating func readFixed(_ bytes: [UInt8], from header: Int) {
        for start in stride(from: header, to: bytes.count - 15, by: 16) {
            let number = { UInt64(CompoundFile.number(bytes[...], at: start + $0)) }
            fixed[UInt32(number(0))] = number(8) | number(12) << 32
        }
    }

    /// The tag in a name such as `__substg1.0_0037001F`.
    private static func tag(_ name: String) -> UInt32? {
        let prefix = "__substg1.0_"
        guard name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + 8 else { return nil }
        return UInt32(name.dropFirst(prefix.count), radix: 16)
    }
}
