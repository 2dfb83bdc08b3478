/// Whether bytes are an archive that is opened, besides a zip: a tar, packed with gzip or not, or a 7z.
enum ArchiveSignature {
    /// How it is read; nil for what is none.
    static func format(of bytes: [UInt8]) -> ArchiveStream.Format? {
        if bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return .sevenZip }
        if bytes.starts(with: [0x1F, 0x8B, 0x08]) { return ArchiveStream.isPackedTar(bytes) ? .tar : nil }
        return isTar(bytes) ? .tar : nil
    }

    /// A tar begins with a header that sums itself up.
    private static func isTar(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 512, bytes[0] != 0 else { return false }
        let field = bytes[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard let stated = Int(String(decoding: field, as: UTF8.self), radix: 8) else { return false }
        let sum = bytes[..<512].enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
        return sum == stated
    }
}
