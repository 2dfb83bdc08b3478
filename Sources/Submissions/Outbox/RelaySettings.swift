package import Diagnostics
import Documents
import Files
import Quarantine

/// How the office's mails leave it: `office/relay.yaml`, or what a command says in its place.
package struct RelaySettings: Sendable, Equatable {
    /// Who takes them on.
    package var way: Way?
    /// The name to sign in with at an SMTP relay.
    package var user: String?
    /// A file with the password in its first line.
    package var passwordFile: String?
    /// The address that the relay is told as their sender; nil for that of the forum.
    package var from: String?

    /// A way on which mails leave the office.
    package enum Way: Sendable, Hashable {
        /// `smtp://host:port` or `smtps://host:port`.
        case smtp(String)
        /// A program of the system that takes mails on its standard input: `msmtp` or `sendmail`.
        case program(String)
    }

    package static let fileName = "relay.yaml"
    private static let limit = 1 << 16
    /// Those that take mails as `sendmail` does, in the order in which they are looked for.
    static let programs = ["msmtp", "sendmail"]

    package init() {}

    /// What the office's file says, with what is wrong in it; nothing where there is no file, nil where it cannot be used.
    package static func load(office: String) throws(Failure) -> (settings: RelaySettings?, findings: [Finding]) {
        let path = office + "/" + fileName
        guard try FileSystem.look(path) != nil else { return (RelaySettings(), []) }
        guard let bytes = try FileSystem.read(path, limit: limit) else { throw Failure("\(path) is larger than any such file") }
        var findings: [Finding] = []
        guard var map = YAMLMap.read(path: path, bytes: bytes, findings: &findings) else { return (nil, findings) }
        var settings = RelaySettings()
        let relay = map.text("relay")
        settings.user = map.text("user")
        settings.passwordFile = map.text("password-file").map { $0.hasPrefix("/") ? $0 : office + "/" + $0 }
        settings.from = map.text("from")
        findings += map.finish()
        if let relay { settings.way = try way(relay, from: path) }
        if let from = settings.from, !MailDraft.isAddress(from) {
            throw Failure("`from:` in \(path) is no address that mail can be sent from")
        }
        guard (settings.user == nil) == (settings.passwordFile == nil) else {
            throw Failure("\(path) has only one of `user:` and `password-file:`", remedy: "Write both, or neither.")
        }
        return (findings.contains { $0.kind.severity == .error } ? nil : settings, findings)
    }

    /// Reads `smtp://host:port`, `smtps://host`, `msmtp` or `sendmail`.
    ///
    /// - Parameter from: what says so, for messages.
    package static func way(_ text: String, from place: String) throws(Failure) -> Way {
        if programs.contains(text) { return .program(text) }
        for scheme in ["smtp://", "smtps://"] where text.lowercased().hasPrefix(scheme) {
            var rest = text.dropFirst(scheme.count)
            if rest.hasSuffix("/") { rest = rest.dropLast() }
            let isPlain = rest.utf8.allSatisfy {
                ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) || "-.:[]".utf8.contains($0)
            }
            if isPlain, !rest.isEmpty { return .smtp(scheme + rest) }
        }
        throw Failure(
            "\"\(MailDraft.line(text))\" (\(place)) is no relay",
            remedy:
                "Write it as in smtp://relay.example.org:587 or smtps://relay.example.org, or msmtp or sendmail; names and passwords stand "
                + "in the office's \(fileName).")
    }
}
