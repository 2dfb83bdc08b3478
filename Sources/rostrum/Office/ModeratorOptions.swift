import Access
import ArgumentParser
import Check
import ContentStore
import Diagnostics
import Files
import Foundation
import Markdown
import Model
import Quarantine
import Submissions
import Theme

/// Who decides, for commands that change something.
struct ModeratorOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who you are, as content/forum.yaml lists you; or set ROSTRUM_MODERATOR.", valueName: "name"))
    var name: String?

    /// The name, from the call or the environment.
    func moderator() throws(Failure) -> String {
        if let name, !name.isEmpty { return name }
        if let name = ProcessInfo.processInfo.environment["ROSTRUM_MODERATOR"], !name.isEmpty { return name }
        throw Failure(
            "nobody knows who decides this", remedy: "Say who you are: add --as \"Your name\", or set ROSTRUM_MODERATOR to it once.")
    }
}

extension CommonOptions {
    /// Holds the office, and finishes what an earlier command has left half done.
    func ledger() throws(Failure) -> Ledger {
        try requireForum()
        return try Ledger(root: root, office: try office()) { Console.note($0) }
    }

    /// Gives the keys of the office, once and when they are needed; nil where it has none.
    func keys() throws(Failure) -> LoadKeys {
        let (office, ask) = (try office(), ask)
        return { () throws(Failure) in try Keystore.exists(office: office) ? try Keystore.load(office: office, ask: ask) : nil }
    }

    /// The submissions, once what an earlier command has left half done is finished.
    func inbox() throws(Failure) -> Inbox {
        try requireForum()
        let office = try office()
        if try Ledger.isPending(office: office) { _ = try ledger() }
        return Inbox(office: office)
    }

    /// Throws where there is no forum, before an office is made in a place that is none.
    private func requireForum() throws(Failure) {
        guard try FileSystem.look(root + "/content") == nil else { return }
        throw Failure(
            "there is no forum in \(root): no folder content",
            remedy: "Go to the forum's folder, or name it with --root; `rostrum init` makes a new one.")
    }

    /// The content as it is now.
    func content() throws(Failure) -> ForumContent {
        try ForumContent(root: root, now: moment, markdown: MarkdownChild(command: ProgramPath.markdownWorker))
    }

    /// The office's roster, without States that do not take part. Throws where it cannot be used; what is wrong is said.
    func roster() throws -> Roster {
        let loaded = try Roster.load(office: try office())
        try report(loaded.findings)
        return try ForumMembers.known(loaded.value ?? Roster(), self, tell: true)
    }

    /// All checks, against what is published and waits now.
    func examination(_ content: ForumContent, _ inbox: Inbox) throws -> Examination {
        let roster = try Roster.load(office: try office()).value ?? Roster()
        let theme = try LoadedTheme.load(self, content.forum.languages).theme
        let vocabulary = theme.map { theme in
            Vocabulary(languages: Set(theme.languages), states: Set(theme.states.codes), names: theme.states.knows)
        }
        return try Examination(content, inbox: inbox, roster: roster, vocabulary: vocabulary)
    }

    /// What checks say, in the forum's languages. Throws where the theme's texts cannot be used; what is wrong is said.
    func remarkTexts(_ forum: Forum) throws -> RemarkTexts {
        let folders = try ThemeFolders.find(nil, root: root)
        let states = try LoadedTheme.load(self, forum.languages).theme?.states
        let (texts, findings) = try RemarkTexts.load(
            root: root, folders: folders, languages: forum.languages, forum: forum, states: states)
        guard let texts else {
            Console.note(FindingWriter(format: format, colour: Console.colour(on: .notes)).write(findings).utf8)
            throw Failure("the theme's remarks cannot be used", remedy: "Mend what is marked above.")
        }
        return texts
    }

    /// Puts into the content what was approved for today.
    func release() throws -> Release {
        let roster = try Roster.load(office: try office()).value ?? Roster()
        return try Release(
            root: root, office: try office(), roster: roster, at: moment, content: { () throws(Failure) in try content() },
            tell: { Console.note($0) })
    }

    /// A review, with the office held.
    func review(as moderator: ModeratorOptions) throws -> Review {
        let name = try moderator.moderator()
        let ledger = try ledger()
        let content = try content()
        return try Review(ledger, content: content, roster: try roster(), as: name, replies: try replies(content.forum))
    }
}
