/// Some entries of a zip file, read for what they say of the whole.
struct ZipEntries {
    /// All paths, in order.
    private(set) var paths: [String] = []
    private(set) var entries: [(path: String, bytes: [UInt8])] = []
    /// Whether something that was wanted could not be read.
    private(set) var isDamaged = false

    /// - Parameters:
    ///   - wanted: whether an entry of that path is read.
    ///   - limit: how many bytes are read of each entry, and sixteen times that of all; what is longer is damaged.
    static func read(_ bytes: [UInt8], where wanted: (String) -> Bool, limit: Int) -> ZipEntries {
        var result = ZipEntries()
        var left = 16 * limit
        let end = ArchiveStream.walk(
            bytes, as: .zip,
            limit: { entry in
                let path = String(decoding: entry.path, as: UTF8.self)
                result.paths.append(path)
                return entry.kind == .file && wanted(path) ? min(limit, left) : nil
            },
            take: { entry, data in
                if case .whole(let bytes) = data {
                    result.entries.append((String(decoding: entry.path, as: UTF8.self), bytes))
                } else {
                    result.isDamaged = true
                }
                return true
            },
            work: {
                left = max(0, left - $0)
                return result.paths.count < 20_000
            })
        if end == .damaged { result.isDamaged = true }
        return result
    }
}
