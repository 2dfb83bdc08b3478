import Access
import Foundation
import Model
import Submissions
import Theme

/// What a submission is, at a glance.
extension SubmissionView {
    var head: String {
        let claimed = record.claimedBy.map { ", with \(PageLines.value($0))" } ?? ""
        var lines = ["Submission \(record.number): \(record.stateInWords)\(claimed)"]
        if let count { lines += [page.paragraph(count, first: "  ", rest: "  "), ""] }
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            let label = "  " + name + String(repeating: " ", count: max(1, 12 - name.count))
            lines.append(page.paragraph(value, first: label, rest: String(repeating: " ", count: 14)))
        }
        func said(_ name: String, _ value: String?) { add(name, value.map(PageLines.value)) }
        add("what", submission.kind?.rawValue ?? "not said: edit it, and a form asks for it")
        said("title", submission.title)
        add("where", place)
        said("replies to", submission.replyTo.map { "contribution \($0)" })
        said("question", submission.question.map(String.init))
        for question in submission.questions { said("asks", question) }
        add("language", submission.language.map { words.languages.name(of: $0) })
        add("categories", submission.categories.map { named($0, "category") }.joined(separator: ", "))
        said("by", person(submission.author.name, submission.author.position, submission.author.institution, submission.author.member))
        add("readers see", shown)
        said("guest", submission.guest.map { $0.name + ($0.until.map { ", until " + words.dates.day($0) } ?? "") })
        add("removes", submission.target.map { PageLines.value($0) + (owner(of: $0).map { ", by " + PageLines.value($0) } ?? "") })
        add("came from", origin)
        add("proof", record.proof.map(proved))
        said("subject", record.origin.subject)
        add("answers", record.answers.map { "submission \($0)" })
        add("received", time(record.received))
        add("due", record.due.map { due in Day(due).map { words.dates.day($0) } ?? due })
        return lines.joined(separator: "\n")
    }

    /// How much the checks found.
    private var count: String? {
        func counted(_ severity: RemarkKind.Severity) -> String? {
            let count = remarks.count { $0.kind.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let counts = [RemarkKind.Severity.error, .warning, .note].compactMap(counted)
        guard record.state.isWaiting, !counts.isEmpty else { return nil }
        let stands = remarks.contains { $0.kind.severity == .error } ? "; it cannot be approved as it is" : ""
        return "The checks found " + words.list(counts) + stands + "."
    }

    private var place: String? {
        if let place = record.place { return PageLines.value(place) }
        if let id = submission.discussion {
            guard let discussion = content.discussion(id) else { return PageLines.value(id) }
            let titles = discussion.opening
            let text = titles[Self.english] ?? titles[content.forum.defaultLanguage] ?? titles.min { $0.key < $1.key }?.value
            let title = text.map { " “\(PageLines.value($0.title))”" } ?? ""
            return "discussion \(id)\(title)" + (discussion.facts.map { ", " + named($0.room, "room") } ?? "")
        }
        return submission.room.map { named($0, "room") } ?? (submission.kind?.entry == nil ? nil : "the library")
    }

    /// Whom readers will be told of.
    private var shown: String? {
        switch submission.kind {
        case .invitation, .removal: return nil
        case .practice, .tool, .methodology, .experience: return "nobody: an entry of the library names no author"
        case .topic:
            let member = submission.attribution == Submission.Attribution.none ? nil : submission.author.member
            return member.map { "proposed by " + named($0, "member") } ?? "nobody"
        case .contribution, nil:
            let told = person(author.name, author.position, author.institution, author.member).map(PageLines.value) ?? "nobody"
            return author.role == .participant ? told : told + ", as \(author.role.rawValue)"
        }
    }

    /// Whose a contribution is that somebody wants removed.
    private func owner(of target: String) -> String? {
        let parts = target.split(separator: "/").map(String.init)
        guard parts.count == 2, let contributions = content.discussion(parts[0])?.contributions,
            case .posted(let posted) = contributions.first(where: { $0.number == parts[1] })?.content
        else { return nil }
        return person(posted.author, nil, nil, posted.member) ?? "somebody without a name"
    }

    private func person(_ name: String?, _ position: String?, _ institution: String?, _ member: String?) -> String? {
        let said = [name, position, institution, member.map { texts.name(of: $0, as: "member", in: Self.english) ?? $0 }].compactMap { $0 }
        return said.isEmpty ? nil : said.joined(separator: ", ")
    }

    /// What a sealed file proves, in words.
    private func proved(_ proof: Record.Proof) -> String {
        switch (proof.outcome, proof.holder) {
        case (.proved, .member(let code)?): "made with the passphrase of " + named(code, "member")
        case (.proved, .staff(let name)?): "made with the passphrase of \(PageLines.value(name)), of the staff"
        case (.proved, .guest(let name, let discussion)?):
            "made with the passphrase of \(PageLines.value(name)), guest of \(PageLines.value(discussion))"
        case (.unknown, _), (.proved, nil): "made with a passphrase that is none of those in use"
        case (.none, _): "none: sealed without a passphrase"
        }
    }

    private var origin: String {
        guard let sender = record.origin.sender else {
            let source = record.origin.source
            return source == "-" ? "standard input" : "the file " + PageLines.value(source)
        }
        let name = record.origin.senderName ?? ""
        return (name.isEmpty ? "" : PageLines.value(name) + " ") + "<\(PageLines.value(sender))>"
    }

    /// What the forum calls something, else its identifier.
    private func named(_ id: String, _ what: String) -> String { PageLines.value(texts.name(of: id, as: what, in: Self.english) ?? id) }

    func title(_ titles: Titles) -> String { titles.title(in: Self.english, else: content.forum.defaultLanguage).text }

    /// A time of a record, as the forum's clocks have it.
    func time(_ iso: String) -> String {
        guard let instant = Instant(iso: iso), let zone = TimeZone(identifier: content.forum.timeZone) else { return iso }
        let clock = DateFormatter()
        clock.locale = Locale(identifier: "en_GB")
        clock.timeZone = zone
        clock.dateFormat = "HH:mm"
        return words.dates.day(content.calendar.day(of: instant)) + ", "
            + clock.string(from: Date(timeIntervalSince1970: Double(instant.seconds)))
    }
}
