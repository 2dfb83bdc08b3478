/// An entry of the directory of a compound file, [MS-CFB] 2.6.
struct CompoundEntry {
    let name: String
    let kind: Kind
    /// The first sector of a stream.
    let start: UInt32
    /// What a stream says of its own length, in bytes.
    let size: Int
    /// Indices of the neighbours in the same folder, and of one entry of this one's own.
    let links: (left: UInt32, right: UInt32, child: UInt32)

    enum Kind: UInt8 {
        case none = 0
        case folder = 1
        case stream = 2
        case root = 5
    }

    /// - Parameters:
    ///   - bytes: the 128 of one entry.
    ///   - isWide: whether lengths have eight bytes; the upper four of others can hold anything.
    init(_ bytes: ArraySlice<UInt8>, isWide: Bool) {
        let base = bytes.startIndex
        let length = min(64, Int(bytes[base + 64]) | Int(bytes[base + 65]) << 8)
        let units = stride(from: 0, to: length - 2, by: 2).map { UInt16(bytes[base + $0]) | UInt16(bytes[base + $0 + 1]) << 8 }
        name = String(decoding: units, as: UTF16.self)
        kind = length < 2 ? .none : Kind(rawValue: bytes[base + 66]) ?? .none
        let number = { CompoundFile.number(bytes, at: base + $0) }
        links = (number(68), number(72), number(76))
        start = number(116)
        size = Int(number(120)) | (isWide ? Int(number(124) & 0x7FFF_FFFF) << 32 : 0)
    }
}
