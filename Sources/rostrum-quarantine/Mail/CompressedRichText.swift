/// RTF as Outlook packs it, [MS-OXRTFCP]: references into a window of 4 KB that begins with what every RTF has.
enum CompressedRichText {
    /// The RTF; as much of it as can be read, and at most `limit` bytes.
    static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        guard bytes.count > 16 else { return [] }
        let body = bytes[16...]
        switch Array(bytes[8..<12]) {
        case Array("MELA".utf8): return Array(body.prefix(limit))
        case Array("LZFu".utf8): return unpack(body, limit: limit)
        default: return []
        }
    }

    private static func unpack(_ body: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
        var window = start + [UInt8](repeating: 0, count: 4_096 - start.count)
        var end = start.count
        var out: [UInt8] = []
        var position = body.startIndex
        func write(_ byte: UInt8) {
            out.append(byte)
            window[end] = byte
            end = (end + 1) % 4_096
        }
        while position < body.endIndex, out.count < limit {
            let flags = body[position]
            position += 1
            for bit in 0..<8 where position < body.endIndex {
                guard flags >> UInt8(bit) & 1 == 1 else {
                    write(body[position])
                    position += 1
                    continue
                }
                guard position + 1 < body.endIndex else { return out }
                let offset = Int(body[position]) << 4 | Int(body[position + 1]) >> 4
                let length = Int(body[position + 1] & 0xF) + 2
                position += 2
                if offset == end { return out }  // what marks the end
                for step in 0..<length { write(window[(offset + step) % 4_096]) }
            }
        }
        return out
    }

    private static let start = Array(
        (#"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"#
            + #"Times New RomanCourier{\colortbl\red0\green0\blue0"# + "\r\n" + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#).utf8)
}
