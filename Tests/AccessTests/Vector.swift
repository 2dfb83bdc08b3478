import Foundation

/// One file of `Tests/Fixtures/vectors`, which a README there describes.
struct Vector {
    let expect: String
    let passphrase: String
    let kind: String
    let path: String
    let seen: Int
    let sha256: String?
    /// The keyring, the object, its part and the manifest by their names.
    let files: [String: [UInt8]]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/vectors").standardized

    /// Their names, in order.
    static let names = Result {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
            .map { String($0.dropLast(4)) }.sorted()
    }

    /// What is not laid out as the README says.
    private struct Malformed: Error {
        let line: Substring
    }

    init(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
        var values: [Substring: String] = [:]
        var files: [String: [UInt8]] = [:]
        var section: String?
        for line in text.split(separator: "\n") {
            if line.hasPrefix("--- ") {
                section = String(line.dropFirst(4))
                files[line.dropFirst(4).description] = []
            } else if let section {
                files[section, default: []] += try Self.bytes(line)
            } else {
                guard let colon = line.firstRange(of: ": ") else { throw Malformed(line: line) }
                values[line[..<colon.lowerBound]] = String(line[colon.upperBound...])
            }
        }
        expect = values["expect"] ?? ""
        passphrase = values["passphrase"] ?? ""
        kind = values["kind"] ?? ""
        path = values["path"] ?? ""
        seen = values["seen"].flatMap { Int($0) } ?? 0
        sha256 = values["sha256"]
        self.files = files
    }

    private static func bytes(_ line: Substring) throws -> [UInt8] {
        if line.hasPrefix("@") { return Array(try Data(contentsOf: folder.appending(path: "shared/" + line.dropFirst()))) }
        guard let data = Data(base64Encoded: String(line)) else { throw Malformed(line: line) }
        return Array(data)
    }
}
