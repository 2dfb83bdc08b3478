package import Diagnostics
package import Files

/// What lies in `content/`, without what is in the files.
package struct ContentListing: Sendable {
    /// The stamp of `content/forum.yaml`; nil where it is missing or no ordinary file.
    package let forum: FileStamp?
    /// Discussions, entries, pages; each kind in the order of the identifiers' bytes.
    package let folders: [ContentFolder]
    /// One for all that does not belong where it lies.
    package let findings: [Finding]

    package init(forum: FileStamp?, folders: [ContentFolder], findings: [Finding]) {
        self.forum = forum
        self.folders = folders
        self.findings = findings
    }

    /// Every folder and file with its stamp, as bytes that are equal when nothing was added, removed or changed.
    ///
    /// Faults are part of them, as files that do not belong are not listed elsewhere.
    package var stamps: [UInt8] {
        var writer = ByteWriter(reserving: folders.count * 400)
        writer.write(forum) { $1.write(to: &$0) }
        writer.write(list: folders) { writer, folder in
            writer.write(folder.path)
            folder.stamp.write(to: &writer)
            writer.write(list: folder.files) { writer, file in
                writer.write(file.name)
                file.stamp.write(to: &writer)
            }
        }
        writer.write(list: findings) { writer, finding in
            writer.write(finding.kind.rawValue)
            writer.write(finding.location?.file ?? "")
        }
        return writer.bytes
    }
}
