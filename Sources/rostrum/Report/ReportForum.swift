import Access
import ContentStore
import Diagnostics
import Files
import Model
import Reports
import Statistics
import Submissions
import Theme

/// What a report is made of, read once.
struct ReportForum {
    let content: Content
    let calendar: ForumCalendar
    let language: Language
    let theme: Theme
    let roster: Roster
    let inbox: Inbox
    /// The codes of the forum's members; where all States are, of those that have a passphrase.
    let members: [String]

    /// Throws where something is wrong in the content, as numbers of what could be read alone would be wrong; it is said.
    init(_ common: CommonOptions, language wanted: Language?) throws {
        inbox = try common.inbox()
        let loader = ContentLoader(root: common.root) { Digest.sha256Hex($0) }
        let (forum, listing) = (try loader.forum(), try ContentLister(root: common.root).list())
        var findings = forum.findings + listing.findings
        var items: [ContentItem] = []
        for folder in listing.folders {
            let loaded = try loader.load(folder)
            findings += loaded.findings
            if let item = loaded.item { items.append(item) }
        }
        try common.report(Finding.ordered(findings.filter { $0.kind.severity == .error }))
        guard let settings = forum.value, let calendar = ForumCalendar(settings.timeZone) else { throw ContentHasErrors(summary: nil) }
        content = Content(settings, items)
        self.calendar = calendar
        language = wanted ?? settings.defaultLanguage
        let loaded = try LoadedTheme.load(common, [language])
        if loaded.theme == nil { try settings.require(language) }  // the Committee's report may be in any that the theme has
        try common.report(loaded.findings)
        guard let theme = loaded.theme else { throw ContentHasErrors(summary: nil) }
        self.theme = theme
        roster = try common.roster()
        members = try Self.members(settings, common)
    }

    /// Regions by member's code.
    var regions: [String: String] { roster.members.compactMapValues(\.region) }

    /// The language that a note in a discussion is written in, where nothing else is said: its room's first.
    func firstLanguage(of discussion: String) -> Language? {
        let room = content.discussions.first { $0.id == discussion }?.facts?.room
        return content.forum.rooms.first { $0.id == room }?.languages.first
    }

    var names: ReportNames {
        ReportNames(content.forum, discussions: content.discussions, entries: content.entries, theme: theme, language: language)
    }

    private static func members(_ forum: Forum, _ common: CommonOptions) throws(Failure) -> [String] {
        guard case .some(let members) = forum.members else {
            guard try Keystore.exists(office: common.office()) else { return [] }
            return try Keystore.load(office: common.office(), ask: common.ask).slots.compactMap { slot in
                if case .member(let code) = slot.holder { code } else { nil }
            }
        }
        return members.map(\.code)
    }
}
