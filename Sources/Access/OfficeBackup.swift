package import Diagnostics
import Files
package import Model

/// The whole office as one sealed file, and back.
package enum OfficeBackup {
    /// What a backup holds.
    package struct Summary: Sendable, Equatable {
        package let files: Int
        package let bytes: Int
    }

    /// Writes a backup of an office, and opens it again to see that it does.
    ///
    /// - Parameters:
    ///   - file: path of the backup; what is there is replaced, once the new one is whole.
    ///   - cost: of scrypt, see `ChosenPassphrase`.
    ///   - now: put down in the office as the time of its last backup.
    package static func write(
        office: String, to file: String, passphrase: ChosenPassphrase, cost: Int = ChosenPassphrase.usualCost, at now: Instant,
        using generator: inout some RandomNumberGenerator
    ) throws(Failure) -> Summary {
        let lock = try Office.hold(office)
        defer { withExtendedLifetime(lock) {} }
        let output = try FileWriter(file, mode: 0o600)
        let written: Summary
        do {
            var stream = try SealedStream.Writer(output, passphrase: passphrase, cost: cost, using: &generator)
            written = try pack(office, into: &stream)
            try output.finish()
        } catch {
            output.giveUp()
            throw error
        }
        guard try read(file, ask: { _ in passphrase }, into: nil) == written else {
            throw Failure("the backup \(file) does not hold what was written to it", remedy: "Use another disk.")
        }
        try FileSystem.replace(office + "/" + BackupRecord.fileName, BackupRecord.bytes(now), mode: 0o600)
        return written
    }

    /// Opens a backup to its end and puts nothing anywhere.
    package static func verify(_ file: String, ask: AskPassphrase) throws(Failure) -> Summary {
        try read(file, ask: ask, into: nil)
    }

    /// Puts an office back from a backup, all of it or nothing.
    ///
    /// - Parameters:
    ///   - office: its path; there may be nothing, or an empty folder.
    ///   - aside: where an office that is there goes; nil where there may be none.
    package static func restore(_ file: String, to office: String, aside: String?, ask: AskPassphrase) throws(Failure) -> Summary {
        let present = try FileSystem.look(office) != nil
        let lock = present ? try Office.hold(office) : nil
        defer { withExtendedLifetime(lock) {} }
        if present, aside == nil, try !OfficeFiles.list(office).isEmpty {
            throw Failure("there is an office in \(office) already", remedy: "With --replace it is kept beside the restored one.")
        }
        let staged = office + ".restored"
        try FileSystem.remove(staged)
        let summary: Summary
        do {
            summary = try read(file, ask: ask, into: staged)
        } catch {
            try FileSystem.remove(staged)
            throw error
        }
        FileSystem.flushFolder(staged)
        guard present else {
            try FileSystem.rename(staged, to: office)
            return summary
        }
        // In one step: were there no office for a moment, and this ended then, the next command would make one with new keys.
        if let aside {
            try FileSystem.rename(staged, to: aside)
            try FileSystem.exchange(aside, office)
        } else {
            try FileSystem.exchange(staged, office)
            try FileSystem.remove(staged)
        }
        return summary
    }

    /// The number of files; then, for each, the lengths of its path and of its content, eight bytes each, and both.
    private static func pack(_ office: String, into stream: inout SealedStream.Writer) throws(Failure) -> Summary {
        let paths = try OfficeFiles.list(office)
        guard paths.contains("keystore.json") else { throw Failure("there are no keys in \(office), and nothing worth a backup") }
        try stream.append(number(paths.count))
        var bytes = 0
        for path in paths {
            let size = try FileSystem.look(office + "/" + path)?.stamp.size ?? 0
            try stream.append(number(path.utf8.count) + number(size) + Array(path.utf8))
            let file = try FileReader(office + "/" + path)
            var rest = size
            while rest > 0 {
                let piece = try file.read(min(rest, SealedStream.pieceCount))
                guard !piece.isEmpty else { throw changed(office + "/" + path) }
                try stream.append(piece)
                rest -= piece.count
            }
            guard try file.read(1).isEmpty else { throw changed(office + "/" + path) }
            bytes += size
        }
        try stream.finish()
        return Summary(files: paths.count, bytes: bytes)
    }

    /// - Parameter folder: where the files go; nil for nowhere.
    private static func read(_ file: String, ask: AskPassphrase, into folder: String?) throws(Failure) -> Summary {
        var stream = try SealedStream.Reader(file, ask: ask)
        let count = try number(&stream)
        var bytes = 0
        for _ in 0..<count {
            let (length, size) = (try number(&stream), try number(&stream))
            guard length <= 4_000 else { throw malformed(file) }
            let path = String(decoding: try stream.read(length), as: UTF8.self)
            guard OfficeFiles.isInside(path) else { throw malformed(file) }
            var output: FileWriter?
            if let folder {
                try FileSystem.makeFolder((folder + "/" + path).deletingLastPart, mode: 0o700)
                output = try FileWriter(folder + "/" + path, mode: 0o600)
            }
            var rest = size
            while rest > 0 {
                let piece = try stream.read(min(rest, SealedStream.pieceCount))
                try output?.append(piece)
                rest -= piece.count
            }
            try output?.finish()
            bytes += size
        }
        guard try stream.isAtEnd() else { throw malformed(file) }
        return Summary(files: count, bytes: bytes)
    }

    private static func number(_ value: Int) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func number(_ stream: inout SealedStream.Reader) throws(Failure) -> Int {
        Int(truncatingIfNeeded: try stream.read(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & (1 << 62 - 1))
    }

    private static func malformed(_ file: String) -> Failure {
        Failure("\(file) is sealed, but holds no office", remedy: "Take another backup.")
    }

    private static func changed(_ path: String) -> Failure {
        Failure("\(path) was changed while it was copied", remedy: "Run the command again.")
    }
}

extension String {
    fileprivate var deletingLastPart: String {
        lastIndex(of: "/").map { String(self[..<$0]) } ?? "."
    }
}
