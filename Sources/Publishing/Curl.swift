import Confinement
import Diagnostics
import Files

/// The system's curl: many addresses at once, in bounded time and size. What it is told, a name and a password among it, goes through its
/// standard input, where no other process sees it.
struct Curl: Sendable {
    /// One address to be asked for.
    struct Request: Sendable {
        /// In printable ASCII, as it is to be sent.
        let address: String
        /// The file for what is answered; nil where only the status counts.
        var output: String?
    }

    /// What came of a request.
    struct Answer: Sendable {
        /// Of HTTP; nil where none arrived.
        let status: Int?
        /// Whether all of the body arrived, and was no larger than it may be.
        let isWhole: Bool
        /// Whether the body was larger than it may be.
        let isTooLong: Bool

        fileprivate static let none = Answer(status: nil, isWhole: false, isTooLong: false)
    }

    /// Of addresses in the network; as curl calls them.
    enum Family: String, CaseIterable, Sendable {
        case ipv4, ipv6
    }

    /// How all requests of a run are made.
    struct Manner: Sendable {
        var method: String?
        /// Of the addresses that the host's name has; nil for any.
        var family: Family?
        /// Sent beside curl's own.
        var headers: [String] = []
        /// The name and the password to sign in with.
        var account: (name: String, password: String)?
        /// Whether the reader's own file of passwords, `.netrc`, counts.
        var usesOwnPasswords = false
        /// The largest body in bytes; what is larger is cut short.
        var limit = 1 << 16
        /// Whether it is a fault that none is answered.
        var needsAnswer = true
    }

    private let tool: Tool
    private static let atOnce = 250

    init() throws(Failure) {
        tool = try Tool("curl")
    }

    /// Asks for all of them, each once.
    ///
    /// - Returns: an answer for each, in their order.
    /// - Throws: where none of them is answered, and one must be.
    func run(_ requests: [Request], _ manner: Manner = Manner(), in scratch: ScratchFolder) throws(Failure) -> [Answer] {
        var answers: [Answer] = []
        for start in stride(from: 0, to: requests.count, by: Self.atOnce) {
            answers += try batch(requests[start..<min(start + Self.atOnce, requests.count)], manner, scratch)
        }
        return answers
    }

    private func batch(_ requests: ArraySlice<Request>, _ manner: Manner, _ scratch: ScratchFolder) throws(Failure) -> [Answer] {
        var settings = Self.settings + "max-filesize = \(manner.limit)\nmax-time = \(120 + (manner.limit >> 16))\n"
        if let method = manner.method { settings += method == "HEAD" ? "head\n" : "request = \"\(method)\"\n" }
        if let family = manner.family { settings += family.rawValue + "\n" }
        if let account = manner.account { settings += "basic\nuser = \"\(account.name):\(account.password)\"\n" }
        if manner.usesOwnPasswords { settings += "netrc-optional\n" }
        for header in manner.headers { settings += "header = \"\(header)\"\n" }
        // What is meant for this machine itself goes through nobody else's hands, whatever the environment says of proxies.
        if requests.allSatisfy({ SiteAddress.isThisMachine($0.address) }) { settings += "noproxy = \"*\"\n" }
        for request in requests { settings += "url = \"\(request.address)\"\noutput = \"\(request.output ?? "/dev/null")\"\n" }
        let outcome = try tool.run(["-q", "--config", "-"], input: settings, in: scratch)
        var answers = [Answer](repeating: .none, count: requests.count)
        for line in outcome.output.split(separator: "\n") {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 3, answers.indices.contains(numbers[0]) else { continue }
            answers[numbers[0]] = Answer(status: numbers[1] == 0 ? nil : numbers[1], isWhole: numbers[2] == 0, isTooLong: numbers[2] == 63)
        }
        guard !manner.needsAnswer || answers.contains(where: { $0.status != nil }) else {
            let first = requests.first?.address ?? ""
            throw Failure("\(first) does not answer: \(outcome.reason(lines: 1))", remedy: "Check the address, and that the server runs.")
        }
        return answers
    }

    private static let settings = """
        parallel
        parallel-max = 8
        silent
        show-error
        no-progress-meter
        path-as-is
        globoff
        proto = "=http,https"
        connect-timeout = 20
        speed-limit = 100
        speed-time = 30
        write-out = "%{urlnum} %{http_code} %{exitcode}\\n"

        """
}
