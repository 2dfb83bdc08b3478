import Quarantine

/// Makes texts and files of the entries of one archive.
struct ArchiveReader {
    /// What the archive is called.
    private let called: String
    /// How many mails and archives it is in.
    private let depth: Int
    private let format: ArchiveStream.Format
    private var contents = Contents()
    private var count = 0
    /// Keys of paths of files, and of the folders that they are in.
    private var files: Set<String> = []
    private var folders: Set<String> = []

    init(called: String, depth: Int, format: ArchiveStream.Format) {
        self.called = called
        self.depth = depth
        self.format = format
    }

    mutating func open(_ bytes: [UInt8], with opener: inout Opener) -> Opened {
        let directory = format == .zip ? ZipDirectory(bytes) : nil
        var names = directory.map { ArchiveNames($0.names) }
        var path = ""
        let end = ArchiveStream.walk(
            bytes, as: format,
            limit: { entry in
                let decoder = names ?? ArchiveNames([entry.path])
                if directory != nil { names = decoder }
                guard let wanted = self.path(of: entry, named: decoder.decode(entry.path)) else { return nil }
                if let size = entry.size, size > opener.bytesLeft {
                    contents.refuse(wanted, .tooLarge)
                    return nil
                }
                path = wanted
                return opener.bytesLeft
            },
            take: { _, data in take(data, path: path, with: &opener) },
            work: { opener.spend(work: $0) })
        switch end {
        case .whole:
            // Without its directory nobody can tell whether it is all there.
            if format == .zip, directory == nil { contents.refuse(called, .damaged) }
            if contents.isEmpty { contents.refuse(called, .empty) }
        case .damaged: contents.refuse(called, .damaged)
        case .encrypted: contents.refuse(called, .encrypted)
        case .stopped: contents.refuse(called, count > QuarantineLimits.parts ? .tooMany : .tooLarge)
        }
        return contents.opened(as: .archive(name: called))
    }

    /// The path of an entry that is to be read; nil for others, of which the refusals tell.
    private mutating func path(of entry: ArchiveStream.Entry, named raw: String) -> String? {
        let path: String
        switch ArchivePath(raw) {
        case .junk: return nil
        case .outside:
            contents.refuse(raw, .pathOutside)
            return nil
        case .inside(let inside): path = inside
        }
        if entry.kind == .folder { return nil }
        count += 1
        let reason: Opened.Refusal.Reason? =
            count > QuarantineLimits.parts ? .tooMany : entry.kind == .other ? .noFile : entry.isEncrypted ? .encrypted : nil
        if let reason {
            // One refusal stands for all that are past the limit.
            if count <= QuarantineLimits.parts + 1 { contents.refuse(reason == .tooMany ? called : path, reason) }
            return nil
        }
        guard isNew(path) else {
            contents.refuse(path, .twice)
            return nil
        }
        return path
    }

    /// Whether there is no file yet of this path, in whatever case and normal form, and none where it has a folder.
    private mutating func isNew(_ path: String) -> Bool {
        let key = ArchivePath.key(path)
        var parents: [String] = []
        var end = key.endIndex
        while let slash = key[..<end].lastIndex(of: "/") {
            parents.append(String(key[..<slash]))
            end = slash
        }
        guard !folders.contains(key), files.isDisjoint(with: parents), files.insert(key).inserted else { return false }
        folders.formUnion(parents)
        return true
    }

    private mutating func take(_ data: ArchiveStream.Bytes, path: String, with opener: inout Opener) -> Bool {
        switch data {
        case .whole(let bytes):
            guard opener.spend(bytes: bytes.count) else {
                contents.refuse(path, .tooLarge)
                return false
            }
            opener.add(bytes, name: path, called: path, to: &contents, depth: depth)
        case .more: contents.refuse(path, .tooLarge)
        case .damaged: contents.refuse(path, .damaged)
        case .encrypted: contents.refuse(path, .encrypted)
        }
        return true
    }
}
