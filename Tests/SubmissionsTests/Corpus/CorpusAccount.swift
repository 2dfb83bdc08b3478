import Diagnostics
import Model
import Submissions

/// What came of one thing, in a text that can be written by hand: see any `expected.txt`.
struct CorpusAccount {
    /// Where the thing lies: no text names this machine's paths.
    private let input: String
    private var lines: [String] = []

    init(input: String) {
        self.input = input
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    // MARK: The import

    mutating func leftAlone(_ path: String) { lines.append("left alone: " + local(path)) }

    mutating func add(_ outcomes: [Intake.Outcome]) throws {
        for outcome in outcomes { lines.append(line(outcome)) }
    }

    /// A second import must bring nothing.
    mutating func second(_ outcomes: [Intake.Outcome], isSame: Bool) {
        lines.append("")
        let news = outcomes.filter {
            switch $0 {
            case .known, .setAsideBefore, .tooLarge: false
            case .received, .rejoined, .setAside, .locked: true
            }
        }
        lines.append(news.isEmpty && isSame ? "imported again: nothing new" : "imported again: it changes the office")
        lines += news.map { "  " + line($0) }
    }

    private func line(_ outcome: Intake.Outcome) -> String {
        switch outcome {
        case .received(let number, let source): "submission \(number): \(local(source))"
        case .rejoined(let number, let source): "submission \(number) again: \(local(source))"
        case .known(let number, let source): "submission \(number), known: \(local(source))"
        case .setAsideBefore(let source): "set aside before: \(local(source))"
        case .setAside(let reason, let source): "set aside (\(reason.rawValue)): \(local(source))"
        case .locked(let source): "left, as the keys are locked: \(local(source))"
        case .tooLarge(let source): "too large: \(local(source))"
        }
    }

    private func local(_ path: String) -> String {
        let name = input.split(separator: "/").last.map(String.init) ?? input
        return CorpusText.visible(path.hasPrefix(input) ? name + path.dropFirst(input.count) : path)
    }

    // MARK: A submission

    /// - Parameter kept: the text as the office keeps it, for where its fields cannot be read.
    mutating func add(_ record: Record, _ result: Examination.Result, kept: [UInt8]) {
        let submission = result.submission
        lines += ["", "submission \(record.number)"]
        add("kind", submission.kind?.rawValue ?? "not said")
        add("belongs to", place(submission))
        add("language", submission.language?.code)
        add("title", submission.title)
        add("member", submission.author.member)
        add("readers see", seen(submission))
        add("sent by", record.origin.sender.map { [record.origin.senderName ?? "", $0].filter { !$0.isEmpty }.joined(separator: ", ") })
        add(
            "proof",
            record.proof.map { [$0.outcome.rawValue, $0.by?.rawValue, $0.name, $0.discussion].compactMap { $0 }.joined(separator: " ") })
        add("subject", record.origin.subject)
        add("mail", record.origin.nature.isEmpty ? nil : record.origin.nature.joined(separator: ", "))
        let words = CorpusText.shortened(submission.body)
        add("text", words)
        if words == "none" { add("  kept as", CorpusText.shortened(kept)) }
        for file in record.files {
            add("file", ([file.name, file.type] + file.traits).joined(separator: ", "))
            if file.stored != file.name { add("  kept as", file.stored) }
        }
        for left in record.leftOut { add("left out", "\(left.name) (\(left.reason))") }
        for remark in result.remarks { lines.append("  " + line(remark)) }
    }

    /// What approving it would write, where nothing stands against it.
    mutating func add(_ approval: Result<Review.Approval, Failure>) {
        switch approval {
        case .failure(let failure): lines.append("  cannot be approved: \(failure.message)")
        case .success(let approval):
            let errors = approval.findings.filter { $0.kind.severity == .error }
            for error in errors { lines.append("  cannot be approved: \(CorpusText.visible(error.message))") }
            guard errors.isEmpty else { return }
            guard let placement = approval.placement else { return lines.append("  approving it writes nothing") }
            for change in placement.changes { add(change) }
        }
    }

    private mutating func add(_ change: Change) {
        guard case .put(let path, let bytes, _) = change else { return lines.append("  removes \(change.path)") }
        lines.append("  writes \(path)")
        guard path.hasSuffix(".md") || path.hasSuffix(".yaml") else { return }
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        lines += text.dropLast().map { $0.isEmpty ? "    |" : "    | " + CorpusText.visible($0) }
    }

    private mutating func add(_ name: String, _ value: String?) {
        if let value { lines.append("  \(name): \(CorpusText.visible(value))") }
    }

    private func place(_ submission: Submission) -> String? {
        let answers = submission.replyTo.map { ", answers \($0)" } ?? ""
        let question = submission.question.map { ", question \($0)" } ?? ""
        let place = submission.discussion ?? submission.target ?? submission.room ?? (submission.kind?.entry == nil ? nil : "library")
        return place.map { $0 + answers + question }
    }

    private func seen(_ submission: Submission) -> String? {
        let author = submission.author
        let all: [String?] =
            switch submission.attribution {
            case .name, nil: [author.name, author.position, author.institution, author.member]
            case .member: [author.member]
            case .some(.none): ["nobody"]
            }
        let told = all.compactMap { $0 }
        return told.isEmpty ? nil : told.joined(separator: ", ")
    }

    private func line(_ remark: Remark) -> String {
        let values = remark.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        let place = remark.line.map { " line \($0)" } ?? ""
        let head = "\(remark.kind.severity.rawValue)[\(remark.kind.rawValue)]\(place)"
        return CorpusText.visible(values.isEmpty ? head : head + ": " + values)
    }

    /// The first line that differs.
    static func difference(_ found: String, _ expected: String) -> String {
        let found = found.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let index = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(found.count, expected.count)
        let line = { (lines: [Substring]) in index < lines.count ? String(lines[index]) : "the end" }
        return "line \(index + 1) is \"\(line(found))\", not \"\(line(expected))\""
    }
}
