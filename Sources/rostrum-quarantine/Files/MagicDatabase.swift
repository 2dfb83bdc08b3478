import CMagic

/// The only caller of libmagic: the media type of a file by its content.
enum MagicDatabase {
    /// Loaded when it is first needed: eight megabytes, mapped.
    /// `nonisolated(unsafe)` is sound because the program opens one thing at a time, in one thread.
    nonisolated(unsafe) private static let database: magic_t? = {
        // What a compressed file holds is not its type; looking would start other programs.
        guard let database = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_CDF) else {
            return nil
        }
        guard magic_load(database, nil) == 0 else {
            magic_close(database)
            return nil
        }
        var most = 256 << 10
        magic_setparam(database, MAGIC_PARAM_BYTES_MAX, &most)
        return database
    }()

    /// Loads the database; false where there is none.
    static func load() -> Bool { database != nil }

    /// As in `application/zip`; `application/octet-stream` for what is not known.
    static func type(of bytes: [UInt8]) -> String {
        guard let database else { return unknown }
        let type = bytes.withUnsafeBytes { magic_buffer(database, $0.baseAddress, $0.count) }
        guard let type else { return unknown }
        let text = OneLine.text(String(cString: type).lowercased(), limit: 200)
        return text.contains("/") && !text.contains(" ") ? text : unknown
    }

    static let unknown = "application/octet-stream"
}
