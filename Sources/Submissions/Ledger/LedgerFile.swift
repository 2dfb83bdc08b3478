import Access
import Diagnostics
import Files

/// The file `office/ledger`: a transaction that is under way, or where the log ended after the last one.
///
/// A line that tells its form, the SHA-256 of the rest in hexadecimal and a line break, the rest in the form of `ByteWriter`. It is
/// written in place, so that its name is on the disk before it matters; what does not agree with its hash was never finished.
struct LedgerFile: Sendable {
    static let fileName = "ledger"
    private static let head = [UInt8]("rostrum-ledger-1\n".utf8)
    private static let sizeLimit = 1 << 30

    private let path: String

    enum Content: Hashable {
        case pending(Transaction)
        case settled(LogEnd)
    }

    /// Makes the file where there is none.
    init(_ path: String) throws(Failure) {
        self.path = path
        if try FileSystem.look(path) == nil {
            try FileSystem.create(path, [UInt8](), mode: 0o600, flush: true)
            FileSystem.flushFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        }
    }

    /// Nil for an office where nothing was ever written, and for what was cut short while it was written.
    func read() throws(Failure) -> Content? {
        guard let bytes = try FileSystem.read(path, limit: Self.sizeLimit) else { throw Failure("\(path) is larger than any ledger") }
        guard bytes.starts(with: Self.head), bytes.count > Self.head.count + 65 else { return nil }
        let body = bytes[(Self.head.count + 65)...]
        guard bytes[Self.head.count..<Self.head.count + 64].elementsEqual(Digest.sha256Hex(body).utf8) else { return nil }
        var reader = ByteReader(body)
        do throws(ByteReader.Malformed) {
            switch try reader.int() {
            case 0: return .settled(LogEnd(count: try reader.int(), hash: try reader.string()))
            case 1: return .pending(try Transaction(from: &reader))
            default: return nil
            }
        } catch {
            return nil
        }
    }

    func write(_ content: Content, flush: Bool = true) throws(Failure) {
        var writer = ByteWriter()
        switch content {
        case .settled(let end):
            writer.write(0)
            writer.write(end.count)
            writer.write(end.hash)
        case .pending(let transaction):
            writer.write(1)
            transaction.write(to: &writer)
        }
        let hash = [UInt8](Digest.sha256Hex(writer.bytes).utf8)
        try FileSystem.overwrite(path, Self.head + hash + [UInt8(ascii: "\n")] + writer.bytes, flush: flush)
    }
}
