import Diagnostics
import Files
import Glibc

/// An open folder: its entries with their stamps, no path looked up twice, no link followed.
struct OpenFolder: ~Copyable {
    struct Entry {
        let name: String
        let kind: FileSystem.Kind
        let stamp: FileStamp
    }

    let stamp: FileStamp
    private let stream: OpaquePointer
    /// Open as long as this value lives.
    let descriptor: Int32

    /// Nil where the system refuses; `errno` says why.
    init?(_ name: String, in parent: Int32 = AT_FDCWD) {
        let descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, let stream = fdopendir(descriptor) else {
            let reason = errno
            close(descriptor)
            errno = reason
            return nil
        }
        self.descriptor = descriptor
        self.stream = stream
        stamp = FileStamp(of: status)
    }

    deinit {
        closedir(stream)
    }

    /// A folder in this one.
    borrowing func folder(_ name: String) -> OpenFolder? {
        OpenFolder(name, in: descriptor)
    }

    /// In the order of the names' bytes; nil where the system refuses, and `errno` says why.
    borrowing func entries() -> [Entry]? {
        var found: [Entry] = []
        errno = 0
        while let entry = readdir(stream) {
            let entry = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { self.entry($0) }
            }
            if let entry { found.append(entry) }
            errno = 0
        }
        guard errno == 0 else { return nil }
        found.sort { Self.precedes($0.name, $1.name) }
        return found
    }

    private static func precedes(_ a: String, _ b: String) -> Bool {
        let order = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b -> Bool in
                guard let first = a.baseAddress, let second = b.baseAddress else { return a.count < b.count }
                let order = memcmp(first, second, min(a.count, b.count))
                return order == 0 ? a.count < b.count : order < 0
            }
        }
        return (order ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    /// Nil for the folder itself, its parent, and what has just gone.
    private borrowing func entry(_ name: UnsafePointer<CChar>) -> Entry? {
        if name[0] == 46, name[1] == 0 || (name[1] == 46 && name[2] == 0) { return nil }
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        let kind: FileSystem.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return Entry(name: String(cString: name), kind: kind, stamp: FileStamp(of: status))
    }
}

extension FileStamp {
    fileprivate init(of status: stat) {
        self.init(
            inode: Int(status.st_ino), size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
            changed: status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec)
    }
}
