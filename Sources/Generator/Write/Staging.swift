import Access
import Diagnostics
import Files
import Synchronization

/// The next site, put together beside the present one and swapped in whole.
///
/// The folder it grows in is the site before the present one, where that is known to be untouched: only what differs is
/// written or linked, so that a small change costs little however large the site is. Used from several threads.
final class Staging: Sendable {
    private let path: (site: String, next: String)
    /// The present site, and where the next one grows; on the same file system.
    private let site: Anchor
    private let next: Anchor
    /// What stands in the present site, and in `next`.
    private let present: TreeRecord
    private let spare: TreeRecord
    /// The folders of `next` in which a name has come or gone since `spare` was recorded.
    private let touched = Mutex<Set<String>>([])

    /// - Parameters:
    ///   - present: what stands in the present site, by its stamps.
    ///   - spare: what was left in `next`. Where its folders are not as they were left, or it is nil, `next` is emptied.
    init(site: String, next: String, present: TreeRecord, spare: TreeRecord?, workers: Workers) throws(Failure) {
        path = (site, next)
        self.present = present
        if let spare, let anchor = try Anchor(next), try spare.hasItsFolders(under: anchor, workers: workers) {
            self.spare = spare
        } else {
            self.spare = TreeRecord()
            try FileSystem.remove(next)
            try FileSystem.makeFolder(next)
        }
        self.site = try Self.open(site)
        self.next = try Self.open(next)
    }

    /// Makes a second folder with the same files, each under a second name, in the place of what is there.
    ///
    /// - Returns: the record of the second folder; nil where files take no second name.
    static func twin(of record: TreeRecord, in site: String, at path: String, workers: Workers) throws(Failure) -> TreeRecord? {
        try FileSystem.remove(path)
        try FileSystem.makeFolder(path)
        let (site, twin) = (try open(site), try open(path))
        let folders = record.folders.keys.sorted()
        for folder in folders where !folder.isEmpty { try FileSystem.makeFolder(folder, from: twin) }
        let files = Array(record.files.keys)
        let linked = try workers.map(files.count, chunk: 512) { (index) throws(Failure) in
            try FileSystem.link(files[index], from: site, to: twin)
        }
        guard !linked.contains(false) else { return nil }
        return TreeRecord(files: record.files, folders: try TreeRecord.marks(of: folders, under: twin, workers: workers))
    }

    /// Fingerprint of what a file of the present site was made from; nil where there is none, or it is made each time.
    func inputs(of path: String) -> Fingerprint? { present.files[path]?.inputs }

    /// A file of the next site.
    struct Placed: Sendable {
        /// From the site's root.
        let path: String
        let record: TreeRecord.File
        /// Whether it is new or differs from that of the present site.
        let fresh: Bool
    }

    /// Puts a file into the next site: the present one where it is the same, else a new one.
    ///
    /// - Parameters:
    ///   - path: from the site's root.
    ///   - inputs: fingerprint of what the file is made from; nil where it is to be made each time.
    ///   - make: gives the file; not called when `inputs` are those of the present file.
    func place(
        _ path: String, inputs: Fingerprint?, _ make: () throws(Failure) -> SiteFile
    ) throws(Failure) -> Placed {
        let known = present.files[path]
        if let known, inputs != nil, known.inputs == inputs { return Placed(path: path, record: try keep(path, known), fresh: false) }
        let file = try make()
        let content = file.fingerprint
        if let known, known.content == content {
            let record = TreeRecord.File(inputs: inputs, content: content, mark: known.mark, objects: file.objects)
            return Placed(path: path, record: try keep(path, record), fresh: false)
        }
        try clear(path)
        let stamp = try FileSystem.create(path, from: next) { (new) throws(Failure) in
            switch file {
            case .sealed(let page): try new.append(page.bytes)
            case .open(let asset): try new.append(asset.bytes)
            case .object(let object): try new.append(object)
            case .long(let object): try object.write { (piece) throws(Failure) in try new.append(piece) }
            case .plainPage(let page): try new.append(page.bytes)
            case .plainMade(let made): try new.append(made.bytes)
            case .plainFile(let file): try file.write { (piece) throws(Failure) in try new.append(piece) }
            }
        }
        let record = TreeRecord.File(inputs: inputs, content: content, mark: TreeRecord.Mark(stamp), objects: file.objects)
        return Placed(path: path, record: record, fresh: true)
    }

    /// Removes from the next site what is not in `files`, swaps it in, and gives the record of it.
    ///
    /// - Parameter accept: is given the folder of the next site as it would be swapped in. Where it says no, the present site
    ///   stays, and there is no record.
    func finish(
        _ files: [String: TreeRecord.File], workers: Workers, accept: (String) throws(Failure) -> Bool
    ) throws(Failure) -> TreeRecord? {
        var folders: Set<String> = [""]
        for path in files.keys { Self.addParents(of: path, to: &folders) }
        for path in spare.files.keys where files[path] == nil {
            try FileSystem.remove(path, from: next)
            touch(path)
        }
        for path in spare.folders.keys.sorted(by: >) where !folders.contains(path) {
            try FileSystem.remove(path, from: next)
            touch(path)
        }
        let touched = touched.withLock { $0 }
        let changed = folders.filter { spare.folders[$0] == nil || touched.contains($0) }
        let marks = try TreeRecord.marks(of: Array(changed), under: next, workers: workers)
        guard try accept(path.next) else { return nil }
        try FileSystem.exchange(path.next, path.site)
        let rest = spare.folders.filter { folders.contains($0.key) }
        return TreeRecord(files: files, folders: rest.merging(marks) { _, new in new })
    }

    /// The spare's file needs no look: where its mark is that of the present file it is that file, which was looked at.
    private func keep(_ path: String, _ file: TreeRecord.File) throws(Failure) -> TreeRecord.File {
        if spare.files[path]?.mark == file.mark { return file }
        try clear(path)
        if try FileSystem.link(path, from: site, to: next) { return file }
        guard let bytes = try FileSystem.read(path, limit: file.mark.size, from: site) else {
            throw Failure("\(path) grew while the site was built", remedy: "Let nothing else write into the site, and run the build again.")
        }
        let stamp = try FileSystem.create(path, bytes, from: next)
        return TreeRecord.File(inputs: file.inputs, content: file.content, mark: TreeRecord.Mark(stamp), objects: file.objects)
    }

    /// Makes room for a file: its folder is there, and nothing of its name.
    private func clear(_ path: String) throws(Failure) {
        if spare.files[path] != nil {
            try FileSystem.remove(path, from: next)
        } else if let folder = Self.parent(of: path[...]), spare.folders[String(folder)] == nil {
            try FileSystem.makeFolder(String(folder), from: next)
        }
        if !spare.folders.isEmpty { touch(path) }
    }

    /// Notes that something was put into or taken from the folder of `path`, and perhaps those above it.
    private func touch(_ path: String) {
        touched.withLock {
            $0.insert("")
            Self.addParents(of: path, to: &$0)
        }
    }

    private static func addParents(of path: String, to folders: inout Set<String>) {
        var rest = path[...]
        while let folder = parent(of: rest) {
            rest = folder
            guard folders.insert(String(rest)).inserted else { return }
        }
    }

    /// `fr/2026-014` for `fr/2026-014/index.html`; nil for what lies at the site's root.
    private static func parent(of path: Substring) -> Substring? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
    }

    private static func open(_ folder: String) throws(Failure) -> Anchor {
        guard let anchor = try Anchor(folder) else { throw Failure("\(folder) is gone", remedy: "Run the build again.") }
        return anchor
    }
}
