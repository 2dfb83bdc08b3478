import Access
import Diagnostics
import Files
import Model

/// The attachments and pictures of the site, in files of their own.
struct AttachedFiles: Sendable {
    private let site: Site
    private let root: String
    private let gate: SiteGate
    private let keys: Fingerprint
    private let guestKeys: Fingerprint
    private let recent = YoungFiles()

    /// - Parameters:
    ///   - root: the forum's folder.
    ///   - keys: tells the members' keys, and `guestKeys` those of guests, from any others.
    init(_ site: Site, root: String, gate: SiteGate, keys: Fingerprint, guestKeys: Fingerprint) {
        self.site = site
        self.root = root
        self.gate = gate
        self.keys = keys
        self.guestKeys = guestKeys
    }

    func place(in staging: Staging, workers: Workers) throws(Failure) -> [Staging.Placed] {
        let entries = site.files.entries
        return try workers.map(entries.count, chunk: 1) { (index) throws(Failure) in
            let entry = entries[index]
            let file = try OpenFile(root + "/" + entry.source)
            return try staging.place(entry.path, inputs: try inputs(entry)) { () throws(Failure) in try gate.attached(entry, file) }
        }
    }

    /// What tells the file without reading it; nil where it changed so lately that its stamp does not tell a further change.
    private func inputs(_ entry: FilePlan.Entry) throws(Failure) -> Fingerprint? {
        guard let stamp = try FileSystem.look(root + "/" + entry.source)?.stamp, !recent.contains(stamp) else { return nil }
        var builder = Fingerprint.Builder()
        builder.add(keys)
        if entry.audience != .members { builder.add(guestKeys) }
        builder.add(entry.source)
        var writer = ByteWriter()
        stamp.write(to: &writer)
        builder.add(writer.bytes)
        return builder.fingerprint
    }

    /// The file's text, sealed: its name, its type, and its bytes.
    static func sealed(_ entry: FilePlan.Entry, _ file: OpenFile, _ sealer: Sealer) throws(Failure) -> SiteFile {
        let head = head(entry)
        let place = Place(file: entry.path, for: entry.audience)
        let count = head.count + file.count
        let read: LongObject.Reading = { (range) throws(Failure) in
            let text = try text(range, head, file)
            guard text.count == range.count else {
                throw Failure("\(file.path) became shorter while it was read", remedy: "Let nothing write to it, and run the build again.")
            }
            return text
        }
        if LongObject.isFor(count) { return .long(try sealer.seal(count, at: place, read: read)) }
        return .object(try sealer.seal(try read(0..<count), at: place))
    }

    /// What stands before a file's bytes: its name and its type.
    static func head(_ entry: FilePlan.Entry) -> [UInt8] {
        Array("\(entry.source.split(separator: "/").last ?? "")\n\(MediaType(path: entry.source).name)\n".utf8)
    }

    /// A range of what is sealed of a file; less where it is shorter.
    static func text(_ range: Range<Int>, _ head: [UInt8], _ file: OpenFile) throws(Failure) -> [UInt8] {
        let start = max(range.lowerBound - head.count, 0)
        return Array(head.dropFirst(range.lowerBound).prefix(range.count))
            + (try file.read(start..<max(range.upperBound - head.count, start)))
    }
}
