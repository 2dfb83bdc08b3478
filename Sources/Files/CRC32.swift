/// The checksum of zip archives: CRC-32 with the polynomial 0xEDB88320 (ISO 3309, reflected).
struct CRC32 {
    private var register: UInt32 = 0xFFFF_FFFF

    var value: UInt32 { ~register }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        var crc = CRC32()
        crc.add(bytes)
        return crc.value
    }

    mutating func add(_ bytes: [UInt8]) {
        register = bytes.reduce(register) { Self.table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static let table = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { value, _ in value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1) }
    }
}
