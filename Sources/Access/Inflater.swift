import CDeflate

/// libdeflate's reader of raw deflate (RFC 1951).
enum Inflater {
    /// Unpacks one whole stream; refuses what is cut short, goes on after its end, or becomes larger than `limit` bytes.
    static func inflate(_ packed: ArraySlice<UInt8>, limit: Int) throws(NotOpened) -> [UInt8] {
        guard let decompressor = libdeflate_alloc_decompressor() else { throw .malformed }
        defer { libdeflate_free_decompressor(decompressor) }
        var room = min(max(8 * packed.count, 4096), limit)
        while true {
            var used = 0
            var result = LIBDEFLATE_BAD_DATA
            let plain = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                packed.withUnsafeBytes { source in
                    var made = 0
                    result = libdeflate_deflate_decompress_ex(
                        decompressor, source.baseAddress, source.count, buffer.baseAddress, room, &used, &made)
                    count = result == LIBDEFLATE_SUCCESS ? made : 0
                }
            }
            switch result {
            case LIBDEFLATE_SUCCESS:
                guard used == packed.count else { throw .malformed }
                return plain
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                guard room < limit else { throw .tooLarge }
                room = min(room * 4, limit)
            default: throw .malformed
            }
        }
    }
}
