package import Diagnostics

extension Inbox {
    /// The text of a submission that counts, read as one; nil for one that was purged.
    package func submission(_ record: Record) throws(Failure) -> Submission? {
        guard let revision = record.current else { return nil }
        var ignored: [Finding] = []
        return Submission.read(path: revision.file, bytes: try text(revision, of: record.number), findings: &ignored)
    }
}
