package import Diagnostics
import Glibc

extension FileSystem {
    /// Whether whoever runs this may read what stands at a path; false where there is nothing.
    package static func mayRead(_ path: String) -> Bool {
        access(path, R_OK) == 0
    }

    /// Who may read, write and enter: the permission bits of what stands at a path or where a link leads; nil where there is nothing.
    package static func mode(_ path: String, from anchor: Anchor? = nil) throws(Failure) -> UInt32? {
        var status = stat()
        guard fstatat(anchor.descriptor, path, &status, 0) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("cannot look at", anchor.path(path))
        }
        return status.st_mode & 0o7777
    }
}
