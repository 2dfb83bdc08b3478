package import Diagnostics
package import Files

extension Office {
    /// Holds an office against every other command that changes it, as long as the value lives; makes the folder where there is none.
    ///
    /// - Parameter patience: how long to wait for another command. Throws where that is not over by then, and where others may read the folder.
    package static func hold(_ office: String, patience: Duration = .zero) throws(Failure) -> FolderLock {
        try FileSystem.makeFolder(office, mode: 0o700)
        try StoredKeystore.requirePrivate(office, mode: "700")
        let busy = Failure("another command is at work in \(office)", remedy: "Wait until it has ended, and run this one again.")
        return try FolderLock(office + "/.lock", patience: patience, busy: busy)
    }
}
