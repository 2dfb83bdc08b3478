import Foundation
import Model

@testable import Access

/// One file of `Tests/Fixtures/vectors/submissions`, which a README there describes.
struct SubmissionVector {
    /// What stands in its head, by the names of the lines.
    let values: [String: String]
    let sealed: [UInt8]
    let packed: [UInt8]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/vectors/submissions").standardized

    /// Their names, in order.
    static let names = Result {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
            .sorted()
    }

    /// What is not laid out as the README says.
    private struct Malformed: Error {
        let what: String
    }

    init(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
        var values: [String: String] = [:]
        var sections: [String: [UInt8]] = [:]
        var section: String?
        for line in text.split(separator: "\n") {
            if line.hasPrefix("--- ") {
                section = String(line.dropFirst(4))
                sections[line.dropFirst(4).description] = []
            } else if let section {
                guard let data = Data(base64Encoded: String(line)) else { throw Malformed(what: String(line)) }
                sections[section, default: []] += data
            } else {
                guard let colon = line.firstRange(of: ": ") else { throw Malformed(what: String(line)) }
                values[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
            }
        }
        guard let sealed = sections["sealed"] else { throw Malformed(what: name) }
        self.values = values
        self.sealed = sealed
        packed = sections["packed"] ?? []
    }

    /// The keystore of the vector's office: its one key for submissions, and its one slot.
    func keystore() throws -> Keystore {
        guard let site = values["site"], let salt = values["salt"].flatMap({ Hexadecimal.bytes($0) }), let other = Secret(salt),
            let rounds = values["rounds"].flatMap({ Int($0) })
        else { throw Malformed(what: "head") }
        let secret = try Stretching.stretch(Passphrase(values["passphrase"] ?? ""), salt: salt, rounds: rounds)
        guard Hexadecimal.text(secret.bytes) == values["secret"] else { throw Malformed(what: "secret") }
        var keys: [SubmissionsKey] = []
        if let scalar = values["private"].flatMap({ Hexadecimal.bytes($0) }).flatMap({ Secret($0) }) {
            guard let key = SubmissionsKey(scalar, site: site, made: Instant(seconds: 0)) else { throw Malformed(what: "private") }
            keys = [key]
        }
        return Keystore(
            site: site, salt: salt, rounds: rounds, generation: 2, epoch: 1, masters: [Keystore.Master(epoch: 1, key: other)],
            keyringSecret: other, namesKey: other, discussions: [], submissionsKeys: keys,
            slots: [Slot(holder: .member("XA"), issued: Instant(seconds: 0), secret: secret)])
    }
}
