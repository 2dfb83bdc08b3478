import Crypto
import Diagnostics
import Files

/// Bytes sealed with a passphrase in pieces of a megabyte, so that neither side holds all of them. FORMAT.md, section 11.
enum SealedStream {
    static let magic = Array("ROSOFFIC".utf8)
    static let version: UInt8 = 1
    static let pieceCount = 1 << 20
    /// Magic, version, cost of scrypt, two zeros, salt.
    static let headerCount = 12 + ChosenPassphrase.saltCount
    static let purpose = "office backup"

    static func header(cost: Int, salt: [UInt8]) -> [UInt8] {
        magic + [version, UInt8(truncatingIfNeeded: cost), 0, 0] + salt
    }

    /// The number of a piece, and whether it is the last: each is used once with its key.
    static func nonce(_ number: Int, last: Bool) throws -> AES.GCM.Nonce {
        var bytes = [UInt8](repeating: 0, count: 3)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        return try AES.GCM.Nonce(data: bytes + [last ? 1 : 0])
    }

    /// Seals what is written to it.
    struct Writer {
        private let file: FileWriter
        private let key: SymmetricKey
        private let header: [UInt8]
        private var piece: [UInt8] = []
        private var number = 0

        init(
            _ file: FileWriter, passphrase: ChosenPassphrase, cost: Int, using generator: inout some RandomNumberGenerator
        ) throws(Failure) {
            let salt = Secret(using: &generator).bytes
            self.file = file
            key = try passphrase.key(for: purpose, salt: salt, cost: cost).key
            header = SealedStream.header(cost: cost, salt: salt)
            try file.append(header)
        }

        mutating func append(_ bytes: [UInt8]) throws(Failure) {
            piece += bytes
            while piece.count > pieceCount {
                try seal(Array(piece.prefix(pieceCount)), last: false)
                piece.removeFirst(pieceCount)
            }
        }

        /// Seals the rest as the last piece.
        mutating func finish() throws(Failure) {
            try seal(piece, last: true)
        }

        private mutating func seal(_ plain: [UInt8], last: Bool) throws(Failure) {
            let box: AES.GCM.SealedBox
            do {
                box = try AES.GCM.seal(plain, using: key, nonce: nonce(number, last: last), authenticating: header)
            } catch {
                throw Failure("cannot seal the backup: \(error)")
            }
            try file.append(Array(box.ciphertext) + box.tag)
            number += 1
        }
    }

    /// Opens what a `Writer` has sealed; gives out nothing that is not authentic.
    struct Reader {
        private let file: FileReader
        private let path: String
        private let key: SymmetricKey
        private let header: [UInt8]
        private var next: [UInt8]
        private var number = 0
        private var opened: ArraySlice<UInt8> = []

        /// - Parameter ask: is asked once the file is known to be a backup.
        init(_ path: String, ask: AskPassphrase) throws(Failure) {
            self.path = path
            file = try FileReader(path)
            header = try file.read(headerCount)
            guard header.count == headerCount, header.starts(with: magic) else {
                throw Failure("\(path) is no backup of an office, or only the beginning of one")
            }
            let cost = Int(header[9])
            guard header[8] == version, header[10] == 0, header[11] == 0, ChosenPassphrase.acceptedCosts.contains(cost) else {
                throw Failure("\(path) was made in a way that this program does not know", remedy: "Use the version that made it.")
            }
            key = try ask("the backup \(path)").key(for: purpose, salt: Array(header.dropFirst(12)), cost: cost).key
            next = try file.read(pieceCount + Sealed.tagCount)
        }

        /// The next bytes, `count` of them.
        mutating func read(_ count: Int) throws(Failure) -> [UInt8] {
            var bytes: [UInt8] = []
            while bytes.count < count {
                if opened.isEmpty { try open() }
                let part = opened.prefix(count - bytes.count)
                bytes += part
                opened = opened.dropFirst(part.count)
            }
            return bytes
        }

        /// Whether there is nothing more; the last piece has been opened then.
        mutating func isAtEnd() throws(Failure) -> Bool {
            while opened.isEmpty, !next.isEmpty { try open() }
            return opened.isEmpty
        }

        private mutating func open() throws(Failure) {
            let following = try next.isEmpty ? [] : file.read(pieceCount + Sealed.tagCount)
            guard next.count >= Sealed.tagCount else { throw refusal }
            do {
                let nonce = try SealedStream.nonce(number, last: following.isEmpty)
                let box = try AES.GCM.SealedBox(
                    nonce: nonce, ciphertext: next.dropLast(Sealed.tagCount), tag: next.suffix(Sealed.tagCount))
                opened = ArraySlice(try AES.GCM.open(box, using: key, authenticating: header))
            } catch {
                throw refusal
            }
            number += 1
            next = following
        }

        private var refusal: Failure {
            number == 0
                ? Failure(
                    "\(path) does not open: this is not its passphrase, or it was changed", remedy: "Try again, or take another backup.")
                : Failure("\(path) was changed, or is not whole", remedy: "Take another backup.")
        }
    }
}
