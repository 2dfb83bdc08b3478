import Foundation
import Quarantine
import Testing

/// The program itself, which lies beside the test bundle.
struct Child {
    let command: String
    private let quarantine: Quarantine

    init() throws {
        let bundle = try #require(CommandLine.arguments.first { $0.hasSuffix(".xctest") })
        let folder = bundle[..<(try #require(bundle.lastIndex(of: "/")))]
        command = folder + "/rostrum-quarantine"
        quarantine = Quarantine(command: [command])
    }

    /// What something is taken apart into; records an issue where it is not.
    func open(_ name: String, _ bytes: [UInt8]) throws -> Opened {
        try quarantine.open(name: name, bytes).get()
    }

    /// What comes of something hostile.
    func result(_ name: String, _ bytes: [UInt8]) throws -> Result<Opened, Quarantine.Fault> {
        try quarantine.open(name: name, bytes)
    }

    /// The bytes of mails.
    func compose(_ drafts: MailDraft...) throws -> [[UInt8]] { try quarantine.compose(drafts) }

    /// A mail written in a test, with CRLF for the line ends.
    func mail(_ text: String) throws -> Opened {
        try open("mail.eml", Bytes.crlf(text))
    }

    /// A mail of Tests/Fixtures/mail.
    func fixture(_ name: String) throws -> Opened {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Fixtures/mail").standardizedFileURL
        return try open(name, [UInt8](Data(contentsOf: folder.appendingPathComponent(name))))
    }
}

extension Opened {
    /// The texts as strings.
    var strings: [String] { texts.map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// As in `a.md: too-large`.
    var reasons: [String] { refusals.map { "\($0.name): \($0.reason.rawValue)" } }

    var letter: Letter? { if case .letter(let letter) = form { letter } else { nil } }

    /// Names of texts and files.
    var names: [String] { texts.map { $0.name ?? "" } + files.map(\.name) }
}

/// Bytes for tests.
enum Bytes {
    static func crlf(_ text: String) -> [UInt8] {
        Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    }

    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }

    static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    }

    /// As in zip and PNG.
    static func crc32(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(~crc)
    }

    static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        Data(bytes).range(of: Data(text.utf8)) != nil
    }
}
