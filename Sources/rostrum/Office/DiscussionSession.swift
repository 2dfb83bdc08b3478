import Diagnostics
import Model
import Submissions

extension CommonOptions {
    /// What a moderator may do with the content as it is now; for looking only, the office is not held.
    func moderation(as moderator: ModeratorOptions) throws(Failure) -> Moderation {
        let name = try moderator.moderator()
        return try Moderation(try content(), as: name)
    }
}

/// One run of a command that changes discussions or translations: the office is held from here to the end, unless all is only shown.
struct DiscussionSession {
    let common: CommonOptions
    /// Nil for what is only shown.
    private let ledger: Ledger?
    let moderation: Moderation

    init(_ common: CommonOptions, as moderator: ModeratorOptions, isDryRun: Bool) throws {
        self.common = common
        _ = try moderator.moderator()
        ledger = isDryRun ? nil : try common.ledger()
        moderation = try common.moderation(as: moderator)
    }

    /// Carries an amendment out, or shows it, and says what came of it.
    ///
    /// - Parameters:
    ///   - done: what was done, and what to do next, as sentences.
    ///   - fields: further fields for programs, as they are written.
    func finish(_ amendment: Amendment, done: String, fields: [String] = []) throws {
        guard let ledger else { return try show(amendment) }
        try common.report(amendment.findings, unchanged: ", and nothing was changed")
        let replies = amendment.concernsAuthors ? try common.replies(moderation.content.forum) : nil
        let told = try moderation.carryOut(amendment, through: ledger, telling: replies)
        if !common.quiet, common.format == .text { for remark in amendment.remarks { Console.note(FindingWriter.printable(remark)) } }
        let isChanged = !amendment.changes.isEmpty
        let json = ["\"place\":\(FindingWriter.quote(amendment.place))", "\"changed\":\(isChanged)"] + fields + self.told(amendment)
        let text =
            isChanged
            ? ([done] + told.map(\.words) + translations(amendment)).joined(separator: "\n") : "Nothing was changed: it is so already."
        try common.say(text, json: "{" + json.joined(separator: ",") + "}")
    }

    private func show(_ amendment: Amendment) throws {
        if common.format == .json {
            let paths = amendment.changes.map { FindingWriter.quote($0.path) }.joined(separator: ",")
            let fields = ["\"place\":\(FindingWriter.quote(amendment.place))", "\"changed\":false", "\"wouldWrite\":[\(paths)]"]
            try Console.result("{" + (fields + told(amendment)).joined(separator: ",") + "}")
        } else {
            for change in amendment.changes { try Console.result(DiscussionChange(change, before: amendment.before[change.path]).text) }
            if amendment.changes.isEmpty { try Console.result("Nothing would be changed: it is so already.") }
            for remark in amendment.remarks { try Console.result(FindingWriter.printable(remark)) }
            for line in translations(amendment) { try Console.result(line) }
        }
        try common.report(amendment.findings)
    }

    /// What to do about translations that are outdated then.
    private func translations(_ amendment: Amendment) -> [String] {
        guard !amendment.outdated.isEmpty else { return [] }
        let list = amendment.outdated.map(\.code).joined(separator: ", ")
        let place = amendment.outdatedText
        return [
            "Outdated by this: the translation into \(list).",
            "Next: rostrum translate template \(place) --to \(amendment.outdated[0]) --output translation.md",
        ]
    }

    /// The same for programs.
    private func told(_ amendment: Amendment) -> [String] {
        let list = { (texts: [String]) in "[" + texts.map(FindingWriter.quote).joined(separator: ",") + "]" }
        return ["\"outdated\":\(list(amendment.outdated.map(\.code)))", "\"remarks\":\(list(amendment.remarks))"]
    }
}
