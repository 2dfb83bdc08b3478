import Access
package import Diagnostics
import Files

/// What publications have put at one target: kept in the office, so that whatever else lies there is never touched.
///
/// A text file: a line that says what it is and one with the target; then `put HASH PATH` for each file that may stand there, as
/// often as it may be one of several, and `gone HASH PATH` for what the last publication that changed anything replaced or removed. Of
/// an archive also `archive HASH` for each that may stand at its place.
package struct PublicationRecord: Sendable {
    /// By path, what its content may be: SHA-256 in hexadecimal.
    private(set) var put: [String: Set<String>] = [:]
    private(set) var gone: [String: Set<String>] = [:]
    /// What an archive as a whole may be.
    private(set) var archives: Set<String> = []
    private let target: String
    private let path: String

    /// Whether nothing was ever published there, as far as this office knows.
    var isEmpty: Bool { put.isEmpty }

    /// - Parameter target: its kind and place, in one line.
    init(office: String, target: String) throws(Failure) {
        self.target = target
        path = "\(office)/\(Self.folder)/\(Digest.sha256Hex(target.utf8).prefix(16)).txt"
        guard try FileSystem.look(path) != nil else { return }
        try read()
    }

    private init(reading path: String) throws(Failure) {
        self.path = path
        target = ""
        try read()
    }

    /// The folders of this machine that sites were published to. A record without its second line is passed over: it is no reason to do
    /// without a backup, and a site shows by its files as well.
    package static func folders(office: String) throws(Failure) -> [String] {
        var folders: [String] = []
        for path in try paths(office) {
            let lines = String(decoding: try FileSystem.read(path, limit: limit) ?? [], as: UTF8.self).split(separator: "\n").prefix(2)
            for kind in ["target folder /", "target rsync /"] where lines.last?.hasPrefix(kind) == true {
                folders.append("/" + (lines.last?.dropFirst(kind.count) ?? ""))
            }
        }
        return folders
    }

    /// What publications to any target have put somewhere and this site no longer has, with what it may have been.
    package static func former(office: String, but site: FinishedSite) throws(Failure) -> [String: Set<String>] {
        var former: [String: Set<String>] = [:]
        for path in try paths(office) {
            let record = try PublicationRecord(reading: path)
            for (path, hashes) in record.put.merging(record.gone, uniquingKeysWith: { $0.union($1) }) {
                former[path, default: []].formUnion(hashes)
            }
        }
        for file in site.files { former[file.path]?.remove(file.hash) }
        return former.filter { !$0.value.isEmpty }
    }

    private static func paths(_ office: String) throws(Failure) -> [String] {
        let folder = "\(office)/\(folder)"
        return try FileSystem.entries(of: folder).filter { $0.kind == .file && $0.name.hasSuffix(".txt") }.map { folder + "/" + $0.name }
    }

    /// Notes that an archive of that content is about to take the place of what is there.
    mutating func begin(archive hash: String) throws(Failure) {
        archives.insert(hash)
        try save()
    }

    /// Notes that an archive of that content, with these files, is what is there.
    mutating func finish(archive hash: String, _ files: [FinishedSite.File]) throws(Failure) {
        archives = [hash]
        try finish(files, changed: true)
    }

    /// Notes what is about to be sent, beside what may still be there: after an interruption either may stand at the target.
    mutating func begin(_ files: [FinishedSite.File]) throws(Failure) {
        for file in files { put[file.path, default: []].insert(file.hash) }
        try save()
    }

    /// Notes that all of the site is there, and nothing else of what was put there before.
    mutating func finish(_ files: [FinishedSite.File], changed: Bool) throws(Failure) {
        let present = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Set([$0.hash])) })
        if changed {
            for (path, hashes) in put { put[path] = hashes.subtracting(present[path] ?? []) }
            gone = put.filter { !$0.value.isEmpty }
        }
        put = present
        try save()
    }

    private static let folder = "published"
    /// Bytes, of a record.
    private static let limit = 1 << 30
    private static let title = "rostrum publication 1"

    private func save() throws(Failure) {
        try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]), mode: 0o700)
        var text = "\(Self.title)\ntarget \(target)\n" + archives.sorted().map { "archive \($0)\n" }.joined()
        for (word, table) in [("put", put), ("gone", gone)] {
            for (path, hashes) in table.sorted(by: { $0.key < $1.key }) {
                for hash in hashes.sorted() { text += "\(word) \(hash) \(path)\n" }
            }
        }
        try FileSystem.replace(path, Array(text.utf8), mode: 0o600)
    }

    private mutating func read() throws(Failure) {
        let damaged = Failure(
            "\(path) is damaged: it is to say what was published",
            remedy: "Take it from a backup of the office; or remove it, and publish once with --take-over.")
        guard let bytes = try FileSystem.read(path, limit: Self.limit) else { throw damaged }
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
        let heads = lines.popFirst() == Substring(Self.title) && lines.popFirst()?.hasPrefix("target ") == true
        guard heads, bytes.last == 10 else { throw damaged }
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1, words[1].count == 64 else { throw damaged }
            if words.count == 2, words[0] == "archive" {
                archives.insert(words[1])
                continue
            }
            guard words.count == 3, SitePath.isValid(words[2]) else { throw damaged }
            switch words[0] {
            case "put": put[words[2], default: []].insert(words[1])
            case "gone": gone[words[2], default: []].insert(words[1])
            default: throw damaged
            }
        }
    }
}
