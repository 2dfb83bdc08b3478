import Diagnostics

extension Inbox {
    /// What came with a submission and belongs to its text, each under the name that its author gave it: the office may keep it under another,
    /// beside a file of an earlier text.
    func files(of record: Record, for submission: Submission) throws(Failure) -> [Placement.File] {
        var files: [Placement.File] = []
        for file in record.files where submission.keeps(file.name) {
            let stored = StoredName.make(file.name, endings: file.endings, taken: [])
            files.append(Placement.File(name: file.name, stored: stored, bytes: try self.file(file, of: record.number)))
        }
        return files
    }
}

extension Submission {
    /// Whether a file that came with it belongs to it.
    func keeps(_ file: String) -> Bool {
        guard let attachments else { return true }
        // As checks compare them: whoever lists `Plan.PDF` means plan.pdf.
        func last(_ path: String) -> String { (path.split(separator: "/").last.map(String.init) ?? path).lowercased() }
        return attachments.contains { last($0) == last(file) } || String(decoding: body, as: UTF8.self).lowercased().contains(last(file))
    }
}
