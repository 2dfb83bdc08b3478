/// The container of WebP pictures: RIFF, with a chunk for each kind of thing.
enum WebPFile {
    /// Without the chunks of Exif, XMP and colour profiles, which libvips writes even where it is told not to; nil for what is no WebP.
    static func withoutMetadata(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 12, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
        var out = Array(bytes[..<12])
        var position = 12
        while position + 8 <= bytes.count {
            let name = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
            let size = (0..<4).reduce(0) { $0 | Int(bytes[position + 4 + $1]) << (8 * $1) }
            let end = position + 8 + size + size % 2
            guard end <= bytes.count else { return nil }
            if !["EXIF", "XMP ", "ICCP"].contains(name) {
                let start = out.count
                out += bytes[position..<end]
                // The bits that say which of them there are.
                if name == "VP8X", size > 0 { out[start + 8] &= ~0b0010_1100 }
            }
            position = end
        }
        let size = out.count - 8
        for index in 0..<4 { out[4 + index] = UInt8(truncatingIfNeeded: size >> (8 * index)) }
        return out
    }
}
