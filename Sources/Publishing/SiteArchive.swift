import Access
package import Diagnostics
import Files

/// The whole site as a zip archive, for hosts that take nothing else: stored, since ciphertext does not become shorter; in the
/// order of the upload; without times of files, so that the same site gives the same bytes.
package struct SiteArchive: Sendable {
    private let site: FinishedSite
    private let path: String
    private let record: PublicationRecord

    /// Looks, and writes nothing.
    ///
    /// - Parameter takeOver: whether an archive may be replaced that no publication from this office has written.
    package init(_ site: FinishedSite, at path: String, takeOver: Bool) throws(Failure) {
        self.site = site
        self.path = try site.folders.placeForSite(path)
        record = try PublicationRecord(office: site.office, target: "zip \(self.path)")
        guard let found = try FileSystem.look(self.path) else { return }
        guard found.kind == .file, try OpenFile(self.path).read(0..<4) == ZipWriter.mark else {
            throw Failure("\(self.path) is there and is no zip archive", remedy: "Name another file with --zip.")
        }
        if takeOver { return }
        guard record.archives.contains(try Digest.sha256Hex(of: try OpenFile(self.path))) else {
            throw Failure(
                "\(self.path) is an archive that no publication from this office has written",
                remedy: "Name another file; or, where this one may be replaced, add --take-over.")
        }
    }

    /// What the archive made before had and the site has no more: whoever unpacks the new one over the old has to remove it.
    package var removals: [String] {
        let paths = Set(site.files.map(\.path))
        return record.put.keys.filter { !paths.contains($0) }.sorted()
    }

    /// Writes it in place of an older one, whole or not at all.
    package func write(progress: PublishingProgress) throws(Failure) {
        let staged = path + ".rostrum-new"
        try FileSystem.remove(staged)
        do throws(Failure) {
            try FileSystem.create(staged, flush: true) { (new) throws(Failure) in try pack(into: new, progress) }
            var record = record
            let hash = try Digest.sha256Hex(of: try OpenFile(staged))
            try record.begin(archive: hash)
            try FileSystem.rename(staged, to: path)
            try record.finish(archive: hash, site.files)
        } catch {
            try FileSystem.remove(staged)
            throw error
        }
    }

    private func pack(into new: NewFile, _ progress: PublishingProgress) throws(Failure) {
        var zip = ZipWriter(new)
        for (index, file) in site.files.enumerated() {
            progress.step("packing", index + 1, of: site.files.count)
            try zip.add(file.path, try OpenFile(site.folder + "/" + file.path))
        }
        try zip.finish()
    }
}
