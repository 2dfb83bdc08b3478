/// Writes tar files.
enum TarFile {
    struct Entry {
        var name: String
        var text = ""
        /// As the format has it: `0` a file, `1` a hard link, `2` a link, `3` a device, `5` a folder.
        var kind: Character = "0"
        var target = ""
    }

    static func bytes(_ entries: [Entry]) -> [UInt8] {
        var out: [UInt8] = []
        for entry in entries {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, at position: Int) {
                for (index, byte) in text.utf8.enumerated() { header[position + index] = byte }
            }
            let data = Array(entry.text.utf8)
            put(entry.name, at: 0)
            put("0000644", at: 100)
            put("0000000", at: 108)
            put("0000000", at: 116)
            put(octal(data.count, 11), at: 124)
            put("00000000000", at: 136)
            put("        ", at: 148)
            put(String(entry.kind), at: 156)
            put(entry.target, at: 157)
            put("ustar\u{0}00", at: 257)
            put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
            out += header + data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
        }
        return out + [UInt8](repeating: 0, count: 1_024)
    }

    /// Packed with gzip, in blocks that are not.
    static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        out += StoredBlocks.deflate(bytes)
        return out + Bytes.little(Bytes.crc32(bytes), 4) + Bytes.little(bytes.count, 4)
    }

    private static func octal(_ value: Int, _ width: Int) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: width - digits.count) + digits
    }
}

/// Deflate that packs nothing.
enum StoredBlocks {
    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var position = 0
        repeat {
            let part = bytes[position..<min(position + 65_535, bytes.count)]
            position = part.endIndex
            out += [position == bytes.count ? 1 : 0] + Bytes.little(part.count, 2) + Bytes.little(~part.count, 2) + part
        } while position < bytes.count
        return out
    }

    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var a = 1
        var b = 0
        for byte in bytes {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return [0x78, 0x01] + deflate(bytes) + Bytes.big(b << 16 | a, 4)
    }
}
