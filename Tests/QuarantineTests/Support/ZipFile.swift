/// Writes zip files, honest and lying ones.
struct ZipFile {
    private var local: [UInt8] = []
    private var central: [UInt8] = []
    private var count = 0

    init() {}

    init(_ entries: [(name: String, bytes: [UInt8])]) {
        for entry in entries { add(Array(entry.name.utf8), entry.bytes) }
    }

    init(_ entries: [(name: String, text: String)]) {
        self.init(entries.map { ($0.name, Array($0.text.utf8)) })
    }

    /// - Parameters:
    ///   - flags: 1 for encrypted, 0x800 for names in UTF-8.
    ///   - packed: what stands in the file in place of the bytes themselves, packed with deflate.
    ///   - size: what the file says of the unpacked length.
    ///   - mode: Unix's type and rights, for links.
    mutating func add(_ name: [UInt8], _ bytes: [UInt8], flags: Int = 0, packed: [UInt8]? = nil, size: Int? = nil, mode: Int = 0) {
        let data = packed ?? bytes
        var common = Bytes.little(flags, 2) + Bytes.little(packed == nil ? 0 : 8, 2)
        common += Bytes.little(0, 4)
        common += Bytes.little(Bytes.crc32(bytes), 4)
        common += Bytes.little(data.count, 4)
        common += Bytes.little(size ?? bytes.count, 4)
        common += Bytes.little(name.count, 2) + Bytes.little(0, 2)
        central += Bytes.little(0x0201_4B50, 4) + Bytes.little(3 << 8 | 20, 2)
        central += Bytes.little(20, 2) + common
        central += Bytes.little(0, 6) + Bytes.little(mode << 16, 4)
        central += Bytes.little(local.count, 4) + name
        local += Bytes.little(0x0403_4B50, 4) + Bytes.little(20, 2)
        local += common + name + data
        count += 1
    }

    /// The whole file.
    var bytes: [UInt8] {
        var end = Bytes.little(0x0605_4B50, 4) + Bytes.little(0, 4)
        end += Bytes.little(count, 2) + Bytes.little(count, 2)
        end += Bytes.little(central.count, 4) + Bytes.little(local.count, 4)
        return local + central + end + [0, 0]
    }

    /// Zeros as deflate packs them: one, then references back to it of 258 each, a thousandth of the length.
    static func packedZeros(_ count: Int) -> [UInt8] {
        var out: [UInt8] = []
        var bits = 0
        var filled = 0
        func put(_ value: Int, _ width: Int) {
            bits |= value << filled
            filled += width
            while filled >= 8 {
                out.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                filled -= 8
            }
        }
        put(0b011, 3)  // the last block, with the codes that the standard fixes
        put(0b00001100, 8)  // a zero: 00110000, its bits in reverse
        for _ in 0..<((count - 1) / 258) {
            put(0b10100011, 8)  // length 258: 11000101, in reverse
            put(0, 5)  // distance 1
        }
        for _ in 0..<((count - 1) % 258) { put(0b00001100, 8) }
        put(0, 7)  // the end
        put(0, 7)
        return out
    }
}
