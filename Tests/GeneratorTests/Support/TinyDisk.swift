import Foundation
import Glibc
import ProgramUnderTest

/// A small file system in memory, gone with this value.
final class TinyDisk {
    let folder = TemporaryFolder()

    /// Whether this process may make one.
    static let isPossible: Bool = {
        do {
            _ = try TinyDisk(megabytes: 1)
            return true
        } catch {
            return false
        }
    }()

    init(megabytes: Int) throws {
        let outcome = try Program.run(executable: "/bin/mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path])
        guard outcome.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }

    deinit {
        do {
            _ = try Program.run(executable: "/bin/umount", ["-l", folder.path])
        } catch {
            print("cannot unmount \(folder.path): \(error)")
        }
    }

    /// Writes a file `filler` that leaves so many kilobytes.
    func fill(leaving kilobytes: Int) throws {
        var status = statvfs()
        guard statvfs(folder.path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
        let free = Int(status.f_bavail) * Int(status.f_frsize) - kilobytes * 1024
        try folder.write("filler", [UInt8](repeating: 0, count: max(0, free)))
    }
}
