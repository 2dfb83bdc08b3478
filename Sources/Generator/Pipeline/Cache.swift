import Diagnostics
import Files

/// The disposable folder `.rostrum/`: what a build remembers for the next one. Whatever it holds, the site comes out the
/// same; a file in it that is damaged, or from another version of the program, counts as missing.
struct Cache: Sendable {
    enum Name: Sendable {
        /// Loaded folders and rendered texts, in parts.
        case texts(Int)
        /// What the last build made of what, to tell that nothing changed.
        case state
        /// What is in `site/`.
        case site
        /// What is in the folder of the site before.
        case spare

        fileprivate var fileName: String {
            switch self {
            case .texts(let part): "texts-\(part)"
            case .state: "state"
            case .site: "site"
            case .spare: "spare"
            }
        }
    }

    private let folder: String
    /// Whether it is only looked into: see `init(reading:)`.
    private let isFixed: Bool
    /// False where a cache that is only looked into is missing, or stands behind a link.
    private let isThere: Bool
    /// Tells this program from any other version of it.
    private let program: [UInt8]

    /// The cache of a forum, made where there is none.
    init(root: String) throws(Failure) {
        let folder = root + "/.rostrum"
        // A link would have plain text written, and whole folders removed, wherever it leads.
        if let found = try FileSystem.look(folder), found.kind != .folder {
            let what = found.kind == .link ? "a link" : "no folder"
            throw Failure("the cache \(folder) is \(what)", remedy: "Remove it: the next build makes the folder itself.")
        }
        try FileSystem.makeFolder(folder, mode: 0o700)
        try self.init(folder, isFixed: false, isThere: true)
    }

    /// The cache of a forum as it is: nothing is written, and what whoever runs this may not read counts as missing.
    init(reading root: String) throws(Failure) {
        let folder = root + "/.rostrum"
        try self.init(folder, isFixed: true, isThere: try FileSystem.look(folder)?.kind == .folder)
    }

    private init(_ folder: String, isFixed: Bool, isThere: Bool) throws(Failure) {
        self.folder = folder
        self.isFixed = isFixed
        self.isThere = isThere
        var writer = ByteWriter()
        try FileSystem.lookThrough("/proc/self/exe").write(to: &writer)
        program = writer.bytes
    }

    /// Where the site before the present one is kept.
    var spareFolder: String { folder + "/before" }

    /// What a build holds while it works.
    var lockFile: String { folder + "/lock" }

    /// The content of a file of the cache; nil where it is missing, damaged or another version's.
    func read(_ name: Name) throws(Failure) -> ArraySlice<UInt8>? {
        let path = path(name)
        guard isThere, !isFixed || FileSystem.mayRead(path) else { return nil }
        guard let found = try FileSystem.look(path), found.kind == .file else { return nil }
        guard let bytes = try FileSystem.read(path, limit: 2_000_000_000), bytes.count >= Self.headCount else { return nil }
        let payload = bytes[Self.headCount...]
        guard bytes[..<Self.headCount].elementsEqual(head(of: payload)) else { return nil }
        return payload
    }

    /// A writer for what `write` takes, with room for what stands before it.
    static func writer(reserving capacity: Int = 0) -> ByteWriter {
        ByteWriter(reserving: headCount + capacity, head: headCount)
    }

    /// - Parameter content: made with `Cache.writer`.
    func write(_ name: Name, _ content: ByteWriter) throws(Failure) {
        if isFixed { return }
        var bytes = content.bytes
        bytes.replaceSubrange(..<Self.headCount, with: head(of: bytes[Self.headCount...]))
        let staged = path(name) + ".new"
        try FileSystem.remove(staged)
        try FileSystem.create(staged, bytes, mode: 0o600)
        try FileSystem.rename(staged, to: path(name))
    }

    /// Gives a file of the cache another's name, in the place of that one.
    func rename(_ name: Name, to other: Name) throws(Failure) {
        try FileSystem.rename(path(name), to: path(other))
    }

    func forget(_ name: Name) throws(Failure) {
        try FileSystem.remove(path(name))
    }

    /// Has the next build make everything anew, so that no fault is taken over again.
    func forgetAll() throws(Failure) {
        for name in [.state, .site, .spare] + (0..<TextCache.parts).map(Name.texts) { try forget(name) }
    }

    private func path(_ name: Name) -> String {
        folder + "/" + name.fileName
    }

    /// Stands before each file: the checksum of the program's mark and of what follows.
    private func head(of payload: ArraySlice<UInt8>) -> [UInt8] {
        var checksum = Checksum()
        checksum.add(program[...])
        checksum.add(payload)
        return (0..<8).map { UInt8(truncatingIfNeeded: checksum.value >> ($0 * 8)) }
    }

    private static let headCount = 8
}
