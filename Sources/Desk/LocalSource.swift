/// What a `LocalServer` serves.
package protocol LocalSource: Sendable {
    /// Called from several tasks at once.
    func answer(_ request: LocalRequest) async -> LocalAnswer
}

/// What this machine asks for.
package struct LocalRequest: Sendable {
    /// From the site's root, beginning with `/`, percent signs resolved.
    let path: String
    /// What stands behind the `?`.
    let query: String
    /// What the browser says of the languages that its user reads.
    let languages: String
    /// False where the browser says that a page of another origin asks.
    let isFromOwnPage: Bool

    /// The parts of the path; nil for one that leads out of the site or to what is hidden.
    var parts: [Substring]? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let unsafe = parts.contains { $0.hasPrefix(".") || $0.utf8.contains(0) || $0.contains("\\") }
        return path.hasPrefix("/") && !unsafe ? parts : nil
    }
}

/// What it gets.
package struct LocalAnswer: Sendable {
    let status: Int
    let type: String
    var bytes: [UInt8]
    /// Beside those that every answer has.
    var headers: [(name: String, value: String)] = []
    /// Whether what was asked for lies behind the same path with a `/` at its end.
    private(set) var isFolder = false

    init(status: Int = 200, type: String = LocalAnswer.html, _ bytes: [UInt8]) {
        self.status = status
        self.type = type
        self.bytes = bytes
    }

    static func text(_ text: String, status: Int) -> LocalAnswer {
        LocalAnswer(status: status, type: "text/plain; charset=utf-8", Array(text.utf8))
    }

    static var folder: LocalAnswer {
        var answer = LocalAnswer(status: 301, [])
        answer.isFolder = true
        return answer
    }

    static let html = "text/html; charset=utf-8"
}
