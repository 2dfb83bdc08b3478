import CZlib

/// zlib's reader of raw deflate (RFC 1951).
enum Inflater {
    /// Unpacks one whole stream; refuses what is cut short, goes on after its end, or becomes larger than `limit` bytes.
    static func inflate(_ packed: ArraySlice<UInt8>, limit: Int) throws(NotOpened) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .malformed }
        defer { inflateEnd(&stream) }
        var plain: [UInt8] = []
        var result = Z_OK
        packed.withUnsafeBufferPointer { source in
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(source.count)
            while result == Z_OK, plain.count <= limit {
                let room = min(max(4 * packed.count, 4096), 1 << 20)
                plain.append(
                    contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                        stream.next_out = buffer.baseAddress
                        stream.avail_out = UInt32(room)
                        result = CZlib.inflate(&stream, Z_NO_FLUSH)
                        count = room - Int(stream.avail_out)
                    })
            }
        }
        guard plain.count <= limit else { throw .tooLarge }
        guard result == Z_STREAM_END, stream.avail_in == 0 else { throw .malformed }
        return plain
    }
}
