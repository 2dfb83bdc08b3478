package import Diagnostics
import Documents
import Files
package import Model

/// What the office knows of each reader beside their passphrase: `roster.yaml` in the office. It never enters `content/`.
package struct Roster: Sendable, Equatable {
    /// By code.
    package var members: [String: Reader] = [:]
    /// By the name in the keystore.
    package var staff: [String: Reader] = [:]
    /// By the name in the keystore; a guest of several discussions is one person.
    package var guests: [String: Reader] = [:]

    /// How somebody is written to.
    package struct Reader: Sendable, Equatable {
        /// Of letters and mails; nil: the forum's default language.
        package let language: Language?
        /// As the office divides the world.
        package let region: String?
        /// Mail addresses.
        package let addresses: [String]
        /// Whether they want mails with what is new.
        package let digest: Bool
    }

    private static let fileName = "roster.yaml"
    private static let sizeLimit = 4 << 20

    package init() {}

    /// The roster of an office, with what is wrong in it; an empty one where there is no file, nil where it cannot be used.
    ///
    /// - Parameter office: path of the folder.
    package static func load(office: String) throws(Failure) -> Loaded<Roster> {
        let path = office + "/" + fileName
        guard try FileSystem.look(path) != nil else { return Loaded(value: Roster(), findings: []) }
        guard let bytes = try FileSystem.read(path, limit: sizeLimit) else {
            throw Failure("\(path) is larger than \(sizeLimit >> 20) MB")
        }
        var findings: [Finding] = []
        guard var map = YAMLMap.read(path: path, bytes: bytes, findings: &findings) else { return Loaded(value: nil, findings: findings) }
        var roster = Roster()
        roster.members = map.readers("members", isKey: isCode, hint: "two capital letters, as in CH")
        roster.staff = map.readers("staff", isKey: { !$0.isEmpty }, hint: "a name")
        roster.guests = map.readers("guests", isKey: { !$0.isEmpty }, hint: "a name")
        findings += map.finish()
        return Loaded(value: findings.contains { $0.kind.severity == .error } ? nil : roster, findings: findings)
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
    }
}

extension YAMLMap {
    /// A map of readers; nothing where the key is not there.
    fileprivate mutating func readers(_ key: String, isKey: (String) -> Bool, hint: String) -> [String: Roster.Reader] {
        map(key) { map in
            var readers: [String: Roster.Reader] = [:]
            for entry in map.everything() {
                guard isKey(entry.key) else {
                    map.report(.badIdentifier, "\"\(entry.key)\" cannot stand under \(key)", at: entry.keySpan, hint: hint)
                    continue
                }
                readers[entry.key] = map.map(entry.value, entry.key) { Roster.Reader(reading: &$0) }
            }
            return readers
        } ?? [:]
    }
}

extension Roster.Reader {
    fileprivate init(reading map: inout YAMLMap) {
        language = map.language("language")
        region = map.text("region")
        addresses = map.mailAddresses("addresses") ?? []
        digest = map.flag("digest") ?? false
    }
}
