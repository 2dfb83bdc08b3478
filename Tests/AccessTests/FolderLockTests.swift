import Diagnostics
import Files
import Foundation
import Glibc
import Testing

@Suite struct FolderLockTests {
    private let folder = Folder()
    private var path: String { folder.path + "/lock" }

    private func take() throws(Failure) -> FolderLock { try FolderLock(path, busy: Failure("busy")) }

    /// A process that another thread starts has a copy of every descriptor until its program is loaded.
    @Test func isLetGoWhateverHoldsACopyOfItsDescriptor() throws {
        var lock: FolderLock? = try take()
        #expect(throws: Failure.self) { try take() }
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
        let own = try #require(open.first { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path })
        let copy = dup(own)
        defer { close(copy) }
        #expect(lock != nil)
        lock = nil
        _ = try take()
    }
}
