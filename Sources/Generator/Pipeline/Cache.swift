import Access
import Diagnostics
import Files

/// The disposable folder `.rostrum/`: what a build remembers for the next one. Whatever it holds, the site comes out the
/// same; a file in it that is damaged, or from another version of the program, counts as missing.
struct Cache: Sendable {
    enum Name: String, Sendable {
        /// Loaded folders and rendered texts.
        case texts
        /// What the last build made of what, to tell that nothing changed.
        case state
        /// What is in `site/`.
        case site
        /// What is in the folder of the site before.
        case spare
    }

    let folder: String
    /// Tells this program from any other version of it.
    private let program: [UInt8]

    init(root: String) throws(Failure) {
        folder = root + "/.rostrum"
        try FileSystem.makeFolder(folder, mode: 0o700)
        var writer = ByteWriter()
        try FileSystem.lookThrough("/proc/self/exe").write(to: &writer)
        program = writer.bytes
    }

    /// Where the site before the present one is kept.
    var spareFolder: String { folder + "/before" }

    /// The content of a file of the cache; nil where it is missing, damaged or another version's.
    func read(_ name: Name) throws(Failure) -> ArraySlice<UInt8>? {
        let path = folder + "/" + name.rawValue
        guard let found = try FileSystem.look(path), found.kind == .file else { return nil }
        guard let bytes = try FileSystem.read(path, limit: 2_000_000_000), bytes.count >= Self.head else { return nil }
        let payload = bytes[Self.head...]
        guard bytes[..<Self.head].elementsEqual(head(of: payload)) else { return nil }
        return payload
    }

    func write(_ name: Name, _ payload: [UInt8]) throws(Failure) {
        let path = folder + "/" + name.rawValue
        let staged = path + ".new"
        try FileSystem.remove(staged)
        try FileSystem.create(staged, head(of: payload[...]) + payload, mode: 0o600)
        try FileSystem.rename(staged, to: path)
    }

    func forget(_ name: Name) throws(Failure) {
        try FileSystem.remove(folder + "/" + name.rawValue)
    }

    /// Stands before each file: the fingerprint of the program and of what follows.
    private func head(of payload: ArraySlice<UInt8>) -> [UInt8] {
        var builder = Fingerprint.Builder()
        builder.add(program)
        builder.add(payload)
        let made = builder.fingerprint
        return [made.high, made.low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } }
    }

    private static let head = 16
}
