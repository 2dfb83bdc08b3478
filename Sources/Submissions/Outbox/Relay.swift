import Confinement
package import Diagnostics
import Files

/// Hands mails over to whoever delivers them.
package struct Relay: Sendable {
    private let settings: RelaySettings
    private let way: RelaySettings.Way
    private let password: String?
    private let tool: Tool

    /// What came of handing one over.
    package enum Outcome: Sendable, Equatable {
        /// The relay has it, and said so.
        case accepted
        /// The relay has it not; why.
        case refused(String)
        /// Nobody knows whether the relay has it; what happened.
        case unknown(String)
    }

    /// Nil where there is no way on which mails could leave: they are then to be sent by hand.
    package static func find(_ settings: RelaySettings) throws(Failure) -> Relay? {
        guard let way = settings.way ?? RelaySettings.programs.first(where: { Tool.exists($0) }).map({ .program($0) }) else { return nil }
        return try Relay(settings, way)
    }

    private init(_ settings: RelaySettings, _ way: RelaySettings.Way) throws(Failure) {
        self.settings = settings
        self.way = way
        switch way {
        case .program(let name): tool = try Tool(name)
        case .smtp: tool = try Tool("curl")
        }
        password = try settings.passwordFile.map { (path) throws(Failure) in
            let line = (try FileSystem.read(path, limit: 4_096) ?? []).prefix { $0 != 0x0A && $0 != 0x0D }
            guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else {
                throw Failure("there is no password in the first line of \(path)", remedy: "Write it there, and nothing else.")
            }
            return text
        }
        if let user = settings.user, user.contains(":") { throw Failure("`user:` in \(RelaySettings.fileName) has a colon in it") }
    }

    /// Which way it is, in words.
    package var name: String {
        switch way {
        case .program(let name): name
        case .smtp(let address): address
        }
    }

    /// Hands a mail over.
    ///
    /// - Parameters:
    ///   - message: as it lies in a file.
    ///   - sender: what the relay is told, unless the settings say otherwise.
    package func send(_ message: [UInt8], from sender: String, to recipient: String) throws(Failure) -> Outcome {
        let scratch = try ScratchFolder()
        let from = settings.from ?? sender
        switch way {
        case .program: return try hand(message, from, recipient, scratch)
        case .smtp(let address): return try speak(message, from, recipient, address, scratch)
        }
    }

    /// To a program, as sendmail(1) has it: with the line ends of Unix.
    private func hand(_ message: [UInt8], _ from: String, _ to: String, _ scratch: ScratchFolder) throws(Failure) -> Outcome {
        let text = String(decoding: message, as: UTF8.self).replacing("\r\n", with: "\n")
        let outcome = try tool.run(["-i", "-f", from, "--", to], input: text, in: scratch)
        if outcome.status == 0 { return .accepted }
        return outcome.status > 0 ? .refused(outcome.reason(lines: 2)) : .unknown("it was ended by signal \(-outcome.status)")
    }

    /// To a relay, over SMTP. What curl is told, a password among it, goes through its standard input.
    private func speak(
        _ message: [UInt8], _ from: String, _ to: String, _ address: String, _ scratch: ScratchFolder
    ) throws(Failure) -> Outcome {
        // The path is what curl says that it is: else it says the file's name.
        var lines = Self.settings + "url = \"\(address)/\(MailHost.name(of: from))\"\nmail-from = \"\(from)\"\nmail-rcpt = \"\(to)\"\n"
        lines += "upload-file = \"\(Tool.handed)\"\n"
        if let user = settings.user, let password {
            lines += "user = \"\(Self.quoted(user + ":" + password))\"\n"
            if !Self.isThisMachine(address) { lines += "ssl-reqd\n" }
        } else {
            lines += "ssl\n"
        }
        if Self.isThisMachine(address) { lines += "noproxy = \"*\"\n" }
        let outcome = try tool.run(["-q", "--config", "-"], input: lines, handing: message, in: scratch)
        if outcome.status == 0 { return .accepted }
        let said = Conversation(outcome.notes)
        let reason = said.refusal ?? said.lastNote ?? "curl ended with status \(outcome.status)"
        // Between the end of the text and the relay's answer, nobody knows.
        return said.isOpen ? .unknown(reason) : .refused(reason)
    }

    private static let settings = """
        silent
        show-error
        verbose
        globoff
        proto = "=smtp,smtps"
        connect-timeout = 20
        max-time = 300

        """

    /// In a file of settings for curl.
    private static func quoted(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }

    private static func isThisMachine(_ address: String) -> Bool {
        guard let start = address.firstRange(of: "://")?.upperBound else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { address[start...] == $0 || address[start...].hasPrefix($0 + ":") }
    }
}
