import Access
import Diagnostics
import Files

/// The next site, put together beside the present one and swapped in whole.
///
/// The folder it grows in is the site before the present one, where that is known to be untouched: only what differs is
/// written or linked, so that a small change costs little however large the site is. Used from several threads.
struct Staging: Sendable {
    /// The present site.
    private let site: String
    /// Where the next one grows; on the same file system.
    private let next: String
    /// What stands in the present site, and in `next`.
    private let present: TreeRecord
    private let spare: TreeRecord

    /// - Parameters:
    ///   - present: what stands in the present site, by its stamps.
    ///   - spare: what stands in `next`; empty when it is unknown, and then `next` is emptied.
    init(site: String, next: String, present: TreeRecord, spare: TreeRecord?) throws(Failure) {
        self.site = site
        self.next = next
        self.present = present
        self.spare = spare ?? TreeRecord()
        if spare == nil { try FileSystem.remove(next) }
        try FileSystem.makeFolder(next)
    }

    /// Puts a file into the next site: the present one where it is the same, else a new one.
    ///
    /// - Parameters:
    ///   - path: from the site's root.
    ///   - inputs: fingerprint of what the file is made from; nil where it is to be made each time.
    ///   - make: gives the file; not called when `inputs` are those of the present file.
    func place(
        _ path: String, inputs: Fingerprint?, _ make: () throws(Failure) -> SiteFile
    ) throws(Failure) -> (record: TreeRecord.File, fresh: Bool) {
        let known = present.files[path]
        if let known, inputs != nil, known.inputs == inputs { return (try keep(path, known), false) }
        let bytes = try make().bytes
        let content = Fingerprint(bytes)
        if let known, known.content == content {
            let record = TreeRecord.File(inputs: inputs, content: content, mark: known.mark)
            return (try keep(path, record), false)
        }
        try clear(path)
        let target = next + "/" + path
        let stamp = try FileSystem.create(target, bytes)
        return (TreeRecord.File(inputs: inputs, content: content, mark: TreeRecord.Mark(stamp)), true)
    }

    /// Removes from the next site what is not in `files`, swaps it in, and gives the record of it.
    func finish(_ files: [String: TreeRecord.File], workers: Workers) throws(Failure) -> TreeRecord {
        var folders: Set<String> = [""]
        for path in files.keys { Self.addParents(of: path, to: &folders) }
        for path in spare.files.keys where files[path] == nil { try FileSystem.remove(next + "/" + path) }
        for path in spare.folders.keys.sorted(by: >) where !folders.contains(path) { try FileSystem.remove(next + "/" + path) }
        let names = Array(folders)
        let marks = try workers.map(names.count, chunk: 512) { (index) throws(Failure) -> TreeRecord.Mark? in
            try FileSystem.look(names[index].isEmpty ? next : next + "/" + names[index]).map { TreeRecord.Mark($0.stamp) }
        }
        try FileSystem.exchange(next, site)
        let stamped = zip(names, marks).compactMap { name, mark in mark.map { (name, $0) } }
        return TreeRecord(files: files, folders: Dictionary(stamped) { first, _ in first })
    }

    private func keep(_ path: String, _ file: TreeRecord.File) throws(Failure) -> TreeRecord.File {
        if spare.files[path]?.mark == file.mark { return file }
        try clear(path)
        try FileSystem.link(site + "/" + path, to: next + "/" + path)
        return file
    }

    /// Makes room for a file: its folder is there, and nothing of its name.
    private func clear(_ path: String) throws(Failure) {
        let target = next + "/" + path
        if spare.files[path] != nil {
            try FileSystem.remove(target)
        } else if let cut = path.lastIndex(of: "/") {
            let folder = path[..<cut]
            if spare.folders[String(folder)] == nil { try FileSystem.makeFolder(next + "/" + folder) }
        }
    }

    private static func addParents(of path: String, to folders: inout Set<String>) {
        var rest = path[...]
        while let cut = rest.lastIndex(of: "/") {
            rest = rest[..<cut]
            guard folders.insert(String(rest)).inserted else { return }
        }
    }
}
