import Access
package import Diagnostics
import Files

/// The site as an archive that is unpacked anywhere and opened from its folder, without a server: still sealed, as `Sources/Access/FORMAT.md`,
/// section 14, says.
package struct OfflineCopy: Sendable {
    /// In which all of it lies, so that it does not mix with other files where it is unpacked.
    package static let folder = "forum"

    private let site: FinishedSite
    private let path: String
    private let choose: @Sendable (String) -> Choice

    /// What stands in the copy at a path of the site.
    package enum Choice: Sendable {
        case same
        /// An open page in its place.
        case other([UInt8])
        case nothing
    }

    /// Looks, and writes nothing.
    ///
    /// - Parameters:
    ///   - path: of the archive.
    ///   - choose: is asked for each path of the site.
    package init(
        _ site: FinishedSite, at path: String, choose: @escaping @Sendable (String) -> Choice = { _ in .same }
    ) throws(Failure) {
        self.choose = choose
        self.site = site
        self.path = try site.folders.placeForSite(path)
    }

    /// How many files it has.
    package var count: Int { files.count }

    /// What a server needs is left out, and the manifest, which a page that was opened from a folder cannot ask for.
    private var files: [FinishedSite.File] {
        site.files.filter { file in
            if case .nothing = choose(file.path) { return false }
            return ![.server, .manifest, .head].contains(file.turn)
        }
    }

    /// Writes it whole or not at all, in place of a file that is there.
    package func write(progress: PublishingProgress) throws(Failure) {
        try FileSystem.replace(path) { (new) throws(Failure) in try pack(into: new, progress) }
    }

    private func pack(into new: NewFile, _ progress: PublishingProgress) throws(Failure) {
        let files = files
        var zip = ZipWriter(new)
        for (index, file) in files.enumerated() {
            progress.step("packing", index + 1, of: files.count)
            let (name, content) = Self.wrapped(file, try content(of: file))
            try zip.add(Self.folder + "/" + name, content, deflated: Deflater.pack(content))
        }
        try zip.finish()
    }

    private func content(of file: FinishedSite.File) throws(Failure) -> [UInt8] {
        if case .other(let page) = choose(file.path) { return page }
        let source = try OpenFile(site.folder + "/" + file.path)
        return try source.read(0..<source.count)
    }

    /// Sealed files become scripts, which a page from a folder can load: it can fetch nothing.
    private static func wrapped(_ file: FinishedSite.File, _ bytes: [UInt8]) -> (name: String, content: [UInt8]) {
        guard file.turn == .objects else { return (file.path, bytes) }
        var script = Array("(self.rostrumFiles=self.rostrumFiles||{})[\"\(file.path)\"]=\"".utf8)
        Base64.append(bytes, to: &script)
        script += Array("\";\n".utf8)
        return (file.path + ".js", script)
    }
}
