import CLinux
package import Diagnostics
import Glibc

/// Calls to the system, with its refusals as `Failure`s that name the path and what to do.
///
/// The rules of this target: paths are as the caller gives them, from an `Anchor` where one is named; nothing follows a
/// symbolic link unless it says so; a file is written whole or not at all; no function takes more of a file than the limit
/// it is given.
package enum FileSystem {
    /// What stands at a path.
    package enum Kind: Sendable, Hashable {
        case file, folder, link, other
    }

    /// A file's or folder's kind and stamp, not following links; nil where there is nothing.
    package static func look(_ path: String, from anchor: Anchor? = nil) throws(Failure) -> (kind: Kind, stamp: FileStamp)? {
        var status = stat()
        guard fstatat(anchor.descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            // Nothing can stand under a name that is too long.
            if errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG { return nil }
            throw failure("cannot look at", anchor.path(path))
        }
        return (kind(status.st_mode), FileStamp(status))
    }

    /// The stamp of what a path leads to, following links: of the running program, behind `/proc/self/exe`.
    package static func lookThrough(_ path: String) throws(Failure) -> FileStamp {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure("cannot look at", path) }
        return FileStamp(status)
    }

    /// The names in a folder, sorted by their bytes, with what they are. Empty where there is no folder.
    package static func entries(of folder: String) throws(Failure) -> [(name: String, kind: Kind)] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw failure("cannot list", folder)
        }
        defer { closedir(stream) }
        var found: [(name: String, kind: Kind)] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            switch Int32(entry.pointee.d_type) {
            case Int32(DT_REG): found.append((name, .file))
            case Int32(DT_DIR): found.append((name, .folder))
            case Int32(DT_LNK): found.append((name, .link))
            default: found.append((name, try look(folder + "/" + name)?.kind ?? .other))
            }
        }
        return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The bytes of a file; nil when it is larger than `limit` bytes. Does not follow a link in the last part of the path.
    package static func read(_ path: String, limit: Int, from anchor: Anchor? = nil) throws(Failure) -> [UInt8]? {
        let descriptor = openat(anchor.descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        let path = anchor.path(path)
        guard descriptor >= 0 else { throw failure("cannot read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("cannot read", path) }
        guard kind(status.st_mode) == .file else { throw noFile(path) }
        guard status.st_size <= limit else { return nil }
        let capacity = Int(status.st_size) + 1  // one more, to notice a file that grows
        var refused = false
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            while count < capacity {
                let got = Glibc.read(descriptor, buffer.baseAddress! + count, capacity - count)
                if got == 0 { break }
                if got < 0 {
                    if errno == EINTR { continue }
                    refused = true
                    break
                }
                count += got
            }
        }
        if refused { throw failure("cannot read", path) }
        return bytes.count <= limit ? bytes : nil
    }

    /// Makes a folder and those above it; one that is there already stays as it is.
    package static func makeFolder(_ path: String, mode: UInt32 = 0o755, from anchor: Anchor? = nil) throws(Failure) {
        if mkdirat(anchor.descriptor, path, mode) == 0 { return }
        if errno == ENOENT, let cut = path.lastIndex(of: "/"), cut > path.startIndex {
            try makeFolder(String(path[..<cut]), mode: mode, from: anchor)
            if mkdirat(anchor.descriptor, path, mode) == 0 { return }
        }
        let refusal = errno
        if refusal == EEXIST, let found = try look(path, from: anchor) {
            if found.kind == .folder { return }
            var status = stat()
            if found.kind == .link, fstatat(anchor.descriptor, path, &status, 0) == 0, kind(status.st_mode) == .folder { return }
        }
        errno = refusal
        throw failure("cannot make the folder", anchor.path(path))
    }

    /// Writes a new file, which may not exist yet, and gives its stamp. `flush` waits until it is on the disk.
    @discardableResult
    package static func create(
        _ path: String, _ bytes: some ContiguousBytes, mode: UInt32 = 0o644, flush: Bool = false, from anchor: Anchor? = nil
    ) throws(Failure) -> FileStamp {
        try create(path, mode: mode, flush: flush, from: anchor) { (file) throws(Failure) in try file.append(bytes) }
    }

    /// The same for a file that is written piece by piece; what `body` throws leaves no file.
    @discardableResult
    package static func create(
        _ path: String, mode: UInt32 = 0o644, flush: Bool = false, from anchor: Anchor? = nil,
        _ body: (NewFile) throws(Failure) -> Void
    ) throws(Failure) -> FileStamp {
        let descriptor = openat(anchor.descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw failure("cannot write", anchor.path(path)) }
        do {
            try body(NewFile(path: anchor.path(path), descriptor: descriptor))
        } catch {
            close(descriptor)
            unlinkat(anchor.descriptor, path, 0)
            throw error
        }
        var status = stat()
        var refusal: Int32 = 0
        if flush, fsync(descriptor) != 0 { refusal = errno }
        if refusal == 0, fstat(descriptor, &status) != 0 { refusal = errno }
        if close(descriptor) != 0, refusal == 0 { refusal = errno }
        guard refusal == 0 else {
            unlinkat(anchor.descriptor, path, 0)
            errno = refusal
            throw failure("cannot write", anchor.path(path))
        }
        return FileStamp(status)
    }

    /// Puts a whole file in place of what was there, or leaves what was there: written beside it, flushed, renamed.
    ///
    /// The file beside it has one name, so that what a killed process has left is gone with the next call; the caller holds a
    /// lock against others that replace the same file.
    package static func replace(_ path: String, _ bytes: some ContiguousBytes, mode: UInt32 = 0o644) throws(Failure) {
        try replace(path, staged: path + ".new", mode: mode) { (file) throws(Failure) in try file.append(bytes) }
    }

    /// The same for a file that is written piece by piece, where somebody else may have files.
    package static func replace(
        _ path: String, mode: UInt32 = 0o644, _ body: (NewFile) throws(Failure) -> Void
    ) throws(Failure) {
        try replace(path, staged: path + ".rostrum-new", mode: mode, body)
    }

    private static func replace(
        _ path: String, staged: String, mode: UInt32, _ body: (NewFile) throws(Failure) -> Void
    ) throws(Failure) {
        unlink(staged)
        try create(staged, mode: mode, flush: true, body)
        guard Glibc.rename(staged, path) == 0 else {
            let refusal = errno
            unlink(staged)
            errno = refusal
            throw failure("cannot write", path)
        }
        let cut = path.lastIndex(of: "/")
        flushFolder(cut.map { String(path[..<$0]) } ?? ".")
    }

    /// Waits until the names in a folder are on the disk. A folder that cannot be flushed is no reason to stop.
    package static func flushFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Waits until everything on the file system of a folder is on the disk.
    package static func flushAll(_ anchor: Anchor) throws(Failure) {
        guard syncfs(anchor.descriptor) == 0 else { throw failure("cannot write", anchor.path) }
    }

    /// Removes a file or a folder with all that is in it, following no link. Nothing there is no fault.
    package static func remove(_ path: String, from anchor: Anchor? = nil) throws(Failure) {
        if unlinkat(anchor.descriptor, path, 0) == 0 || errno == ENOENT { return }
        let path = anchor.path(path)
        guard errno == EISDIR || errno == EPERM else { throw failure("cannot remove", path) }
        for entry in try entries(of: path) {
            let inner = path + "/" + entry.name
            if entry.kind == .folder {
                try remove(inner)
            } else if unlink(inner) != 0, errno != ENOENT {
                throw failure("cannot remove", inner)
            }
        }
        if rmdir(path) != 0, errno != ENOENT { throw failure("cannot remove", path) }
    }

    /// Removes a folder in which nothing is.
    ///
    /// - Returns: false where it stays: something is in it, it may not be removed, or there is none.
    package static func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 }

    /// Gives the file at a path from `first` a second name: the same path from `second`.
    ///
    /// - Returns: false where this file system, or this file, takes no second name.
    package static func link(_ path: String, from first: Anchor, to second: Anchor) throws(Failure) -> Bool {
        if linkat(first.descriptor, path, second.descriptor, path, 0) == 0 { return true }
        switch errno {
        case EPERM, EMLINK, ENOSYS, EOPNOTSUPP: return false
        default: throw failure("cannot link", second.path + "/" + path)
        }
    }

    /// Renames a file or folder.
    package static func rename(_ path: String, to new: String) throws(Failure) {
        guard Glibc.rename(path, new) == 0 else { throw failure("cannot rename", path) }
    }

    /// Swaps two folders of one file system in one step: nobody sees either of them missing.
    ///
    /// Where a file system cannot do that, in three: `b` is set aside, `a` takes its name, and what was set aside takes that of `a`.
    package static func exchange(_ a: String, _ b: String) throws(Failure) {
        let result = renameat2(AT_FDCWD, a, AT_FDCWD, b, 2)  // RENAME_EXCHANGE
        if result == 0 { return }
        guard errno == EINVAL || errno == ENOSYS else { throw failure("cannot swap \(a) with", b) }
        try rename(b, to: setAside(b))
        try rename(a, to: b)
        try rename(setAside(b), to: a)
    }

    /// The name under which `exchange` sets a folder aside for a moment.
    package static func setAside(_ path: String) -> String {
        path + ".before"
    }

    /// What stands there, where a file is to be read, is none.
    package static func noFile(_ path: String) -> Failure {
        Failure("cannot read \(path): it is no ordinary file", remedy: "Name an ordinary file, or put one in its place.")
    }

    /// The failure for the last refused call, in plain words.
    package static func failure(_ attempt: String, _ path: String) -> Failure {
        let reason = errno
        let remedy: String? =
            switch reason {
            case ENOSPC, EDQUOT: "Make room on this disk and run the command again; nothing that was there is lost."
            case EACCES, EPERM, EROFS:
                "Give yourself the right to use it (see the owner and mode with `ls -ld`), and run the command again."
            case ENOENT: "Check the spelling of the path."
            case ELOOP: "Name what the link leads to: links are not followed."
            case EMFILE, ENFILE: "Close other programs, or raise the limit with `ulimit -n 4096`."
            default: nil
            }
        let words = reason == ELOOP ? "it is a link" : String(cString: strerror(reason)).lowercased()
        return Failure("\(attempt) \(path): \(words)", remedy: remedy)
    }

    static func kind(_ mode: UInt32) -> Kind {
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }
}
