import Model
package import Statistics
import Theme

/// What a facilitator tells a discussion half way, in Markdown, for a moderator to look over and post: names regions, members and questions,
/// and no person.
package struct HalfWayNote {
    private let half: HalfWay
    private let names: ReportNames

    /// - Parameter names: in the note's language.
    package init(_ half: HalfWay, _ names: ReportNames) {
        self.half = half
        self.names = names
    }

    /// The whole note, ended by a line break.
    package var markdown: [UInt8] {
        let title = names.text(.halfTitle, ["discussion": half.use.id, "date": names.day(half.today).shown])
        let invitation = half.use.unanswered.isEmpty || half.use.isClosed ? [] : [names.text(.halfInvitation)]
        let parts = ["**\(title)**", time, numbers] + questions + regions + members + languages + waiting + invitation
        return Array((parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
    }

    private var time: String {
        if half.daysGone == 0 { return names.text(.halfNotOpen, ["date": names.day(half.use.opens).shown]) }
        let end = half.use.closes.map { names.day($0).shown }
        if half.use.isClosed { return names.text(.halfClosed, ["date": end ?? ""]) }
        let passed = names.strings.plural(of: ReportString.halfPassed, half.daysGone)
        guard let end, let left = half.daysLeft else { return sentences([passed, names.text(.halfNoEnd)]) }
        return sentences([passed, names.strings.plural(of: ReportString.halfLeft, left), names.text(.halfLastDay, ["date": end])])
    }

    private var numbers: String {
        let tally = half.use.sofar
        guard tally.contributions > 0 else { return names.text(.halfNone) }
        return sentences([
            names.strings.plural(of: ReportString.halfContributions, tally.contributions),
            names.strings.plural(of: ReportString.halfParticipants, tally.participants),
            names.strings.plural(of: ReportString.halfMembers, tally.members),
        ])
    }

    private var questions: [String] {
        guard !half.use.questions.isEmpty else { return [] }
        let lines = half.use.questions.map { question in
            let count = question.contributions == 0 ? "**\(names.text(.halfSilent))**" : contributions(question.contributions)
            return names.text(
                .halfQuestion,
                [
                    "number": String(question.number), "question": Self.escaped(names.question(question.number, of: half.use.id).shown),
                    "count": count,
                ])
        }
        let rest = half.use.unassigned
        return [heading(.halfQuestions), lines.joined(separator: "\n")]
            + (rest > 0 ? [names.strings.plural(of: ReportString.halfUnassigned, rest)] : [])
    }

    private var regions: [String] {
        let spoken = half.regions.groups.filter { $0.tally.contributions > 0 }
        let silent = half.silentRegions
        // Where no region is known, there is nothing to tell of them.
        guard half.regions.groups.contains(where: { if case .of = $0.key { true } else { false } }) else { return [] }
        let rest = silent.isEmpty ? [] : [names.text(.halfSilentRegions, ["regions": Self.escaped(names.words.list(silent))])]
        return section(.halfRegions, spoken.map { (names.origin($0.key) { Cell(.text($0), shown: $0) }, $0.tally.contributions) }) + rest
    }

    private var members: [String] {
        let heard = half.members.groups.map { (names.origin($0.key, name: names.member), $0.tally.contributions) }
        let order = names.words.sorted(heard.map(\.0.shown), by: \.self)
        return section(.members, heard.sorted { (order.firstIndex(of: $0.0.shown) ?? 0) < (order.firstIndex(of: $1.0.shown) ?? 0) })
    }

    private var languages: [String] {
        let used = half.languages.groups.filter { $0.tally.contributions > 0 }
        return section(.halfLanguages, used.map { (names.language($0.key), $0.tally.contributions) })
    }

    private var waiting: [String] {
        half.waiting > 0 ? [names.strings.plural(of: ReportString.halfWaiting, half.waiting)] : []
    }

    /// Nothing where there is no row.
    private func section(_ title: ReportString, _ rows: [(Cell, Int)]) -> [String] {
        let lines = rows.map { "- \(Self.escaped($0.0.shown)): \(names.number($0.1).shown)" }
        return lines.isEmpty ? [] : [heading(title), lines.joined(separator: "\n")]
    }

    private func heading(_ title: ReportString) -> String { "## " + names.text(title) }

    private func contributions(_ count: Int) -> String { names.strings.plural(StringKey.contributionCount, count) }

    private func sentences(_ all: [String]) -> String { all.dropFirst().reduce(all.first ?? "") { names.words.sentences($0, $1) } }

    /// A text of somebody else as Markdown shows it, whatever signs are in it.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            if "\\`*_[]<>&#~|".contains(character) { out.append("\\") }
            out.append(character == "\n" ? " " : character)
        }
    }
}
