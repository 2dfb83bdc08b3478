import CArchive
import Glibc

/// The only caller of libarchive: goes through the entries of an archive in memory. No pointer leaves this file.
enum ArchiveStream {
    /// What is read.
    enum Format {
        case zip
        /// A tar, packed with gzip or not.
        case tar
        case sevenZip
    }

    struct Entry {
        /// As it stands in the archive, in whatever encoding.
        let path: [UInt8]
        let kind: Kind
        let isEncrypted: Bool
        /// What the archive says of its unpacked length, which may be wrong.
        let size: Int?

        enum Kind {
            case file
            case folder
            /// A link, a device, a pipe.
            case other
        }
    }

    /// What became of an entry's bytes.
    enum Bytes {
        case whole([UInt8])
        /// It holds more than was wanted.
        case more
        case damaged
        case encrypted
    }

    /// How an archive ended.
    enum End {
        case whole
        case damaged
        case encrypted
        /// The caller wanted no more.
        case stopped
    }

    /// Goes through all entries.
    ///
    /// - Parameters:
    ///   - limit: how many bytes of the entry are wanted: nil for none at all. Called once for each entry.
    ///   - take: is given the bytes that were wanted; false ends it.
    ///   - work: is told of all that was unpacked, wanted or not; false ends it.
    static func walk(
        _ bytes: [UInt8], as format: Format, limit: (Entry) -> Int?, take: (Entry, Bytes) -> Bool, work: (Int) -> Bool
    ) -> End {
        guard let archive = archive_read_new() else { return .damaged }
        defer { archive_read_free(archive) }
        switch format {
        case .zip: archive_read_support_format_zip(archive)
        case .sevenZip: archive_read_support_format_7zip(archive)
        case .tar:
            archive_read_support_filter_gzip(archive)
            archive_read_support_format_tar(archive)
        }
        return bytes.withUnsafeBytes { buffer in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else { return .damaged }
            while true {
                var pointer: OpaquePointer?
                let result = archive_read_next_header(archive, &pointer)
                if result == ARCHIVE_EOF { return .whole }
                guard result >= ARCHIVE_WARN, let pointer else {
                    return archive_read_has_encrypted_entries(archive) > 0 ? .encrypted : .damaged
                }
                let entry = Entry(pointer)
                let wanted = limit(entry)
                if wanted == nil, format == .zip { continue }
                // What is not wanted is unpacked all the same, as what follows depends on it; better here, where it is counted.
                let (data, spent) = read(archive, entry, atMost: wanted)
                guard work(spent) else { return .stopped }
                if wanted != nil, !take(entry, data) { return .stopped }
                if wanted == nil, case .more = data { return .stopped }
            }
        }
    }

    /// Whether there is a tar behind the gzip.
    static func isPackedTar(_ bytes: [UInt8]) -> Bool {
        var isTar = false
        _ = walk(
            bytes, as: .tar, limit: { _ in 0 },
            take: { _, _ in
                isTar = true
                return false
            },
            work: { _ in
                isTar = true
                return false
            })
        return isTar
    }

    /// - Parameter wanted: nil to throw the bytes away, as far as that is bearable.
    private static func read(_ archive: OpaquePointer, _ entry: Entry, atMost wanted: Int?) -> (Bytes, spent: Int) {
        guard entry.kind == .file else { return (.whole([]), 0) }
        guard !entry.isEncrypted else { return (.encrypted, 0) }
        let limit = wanted ?? unwanted
        var data: [UInt8] = []
        if let size = entry.size, wanted != nil { data.reserveCapacity(min(max(size, 0), limit, 1 << 20)) }
        var spent = 0
        return withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { chunk in
            while true {
                let count = archive_read_data(archive, chunk.baseAddress, chunk.count)
                if count == 0 { return (.whole(data), spent) }
                guard count > 0 else {
                    if count == Int(ARCHIVE_RETRY) { continue }
                    return (needsKey(archive) ? .encrypted : .damaged, spent)
                }
                spent += count
                guard spent <= limit else { return (.more, spent) }
                if wanted != nil { data.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count])) }
            }
        }
    }

    /// Bytes of an entry that are unpacked only to get past it.
    private static let unwanted = 100_000_000

    private static func needsKey(_ archive: OpaquePointer) -> Bool {
        archive_error_string(archive).map { String(cString: $0).lowercased() }.map { $0.contains("passphrase") || $0.contains("encrypt") }
            ?? false
    }
}

extension ArchiveStream.Entry {
    fileprivate init(_ entry: OpaquePointer) {
        // Where the name cannot be converted to this process's UTF-8, it is asked for as that.
        let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
        path = name.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
        let type = archive_entry_filetype(entry)
        let isLink = archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
        kind = isLink ? .other : type == 0o100000 || type == 0 ? .file : type == 0o040000 ? .folder : .other
        isEncrypted = archive_entry_is_encrypted(entry) != 0
        size = archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    }
}
