import Diagnostics
import Generator

/// What a preview shows, and what is to be said of the files.
struct PreviewState: Sendable {
    /// What is wrong with the forum, where nothing can be shown.
    struct Failing: Sendable {
        let preview: Preview?
        let findings: [Finding]
    }

    /// The last look that gave something, from which the next one takes what has not changed.
    private(set) var latest: PreviewLook
    private(set) var stamps: PreviewStamps
    /// The last pages without errors, and what they carry to be told from others.
    private(set) var shown: (preview: Preview, build: String)?
    private var failure: Failure?
    private let session: String
    private var number = 1

    init(_ look: PreviewLook, stamps: PreviewStamps, session: String) {
        latest = look
        self.stamps = stamps
        self.session = session
        show(look)
    }

    var failing: Failing { Failing(preview: latest.preview, findings: latest.findings) }

    /// Whether the last look gave nothing, for a fault of the machine or the call.
    var hasFailed: Bool { failure != nil }

    /// Tells this state from all others, of other runs as well.
    var id: String { "\(session)-\(number)" }

    /// What browsers are told: the state, which pages are shown, and the findings, of very many the first.
    var json: String {
        if let failure { return json(errors: 1, warnings: 0, FindingWriter.array(failure)) }
        let errors = latest.findings.filter { $0.kind.severity == .error }
        let warnings = latest.findings.filter { $0.kind.severity == .warning }
        return json(errors: errors.count, warnings: warnings.count, FindingWriter.array((errors + warnings).prefix(300)))
    }

    private func json(errors: Int, warnings: Int, _ findings: String) -> String {
        "{\"id\":\(FindingWriter.quote(id)),\"pages\":\(FindingWriter.quote(shown?.build ?? "")),\"errors\":\(errors),"
            + "\"warnings\":\(warnings),\"findings\":\(findings)}"
    }

    /// - Returns: whether something else is found than before.
    mutating func take(_ look: PreviewLook, stamps: PreviewStamps) -> Bool {
        let isNews = failure != nil || look.findings != latest.findings
        (latest, self.stamps, failure) = (look, stamps, nil)
        number += 1
        show(look)
        return isNews
    }

    /// - Returns: whether it is another than before.
    mutating func take(_ failure: Failure) -> Bool {
        guard failure != self.failure else { return false }
        self.failure = failure
        number += 1
        return true
    }

    private mutating func show(_ look: PreviewLook) {
        if look.isSound, let preview = look.preview { shown = (preview, id) }
    }
}
