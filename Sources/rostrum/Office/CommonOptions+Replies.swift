import Access
import ContentStore
import Diagnostics
import Foundation
import Model
import Quarantine
import Submissions
import Theme

extension CommonOptions {
    /// What writes to participants what was decided.
    ///
    /// - Parameters:
    ///   - remarks: what checks say, where that is to be told.
    ///   - quarantine: where one runs already.
    ///   - roster: where that was read already, and what is wrong in it was said.
    func replies(
        _ forum: Forum, remarks: RemarkTexts? = nil, quarantine: Quarantine? = nil, roster: Roster? = nil
    ) throws(Failure) -> Replies {
        let names = try pageNames()
        let child: Quarantine
        if let quarantine { child = quarantine } else { child = Quarantine(command: try ProgramPath.quarantine()) }
        let readers: Roster
        if let roster {
            readers = roster
        } else {
            readers = try ForumMembers.known(try Roster.load(office: try office()).value ?? Roster(), self, tell: false)
        }
        return Replies(
            try letterhead(forum), roster: readers, remarks: remarks, quarantine: child,
            entryPath: { entry in names?.name(for: "entry/\(entry)") }, seal: try seal())
    }

    /// Seals texts that go back to their authors; asks for the passphrase of locked keys then, and not before.
    private func seal() throws(Failure) -> Replies.Seal {
        let (office, ask) = (try office(), ask)
        return { (bundle, holder) throws(Failure) in
            guard try Keystore.exists(office: office) else { return nil }
            let keystore = try Keystore.load(office: office, ask: ask)
            // Whoever has no passphrase any more gets a mail without a file.
            guard keystore.slots.contains(where: { $0.holder == holder }) else { return nil }
            var generator = SystemRandomNumberGenerator()
            return try ReturnedText.seal(bundle, for: holder, in: keystore, using: &generator)
        }
    }

    /// What all mails of the forum have in common. Throws where the theme cannot be used.
    func letterhead(_ forum: Forum) throws(Failure) -> Letterhead {
        let loaded = try LoadedTheme.load(self, forum.languages)
        guard let theme = loaded.theme else {
            Console.note(FindingWriter(format: format, colour: Console.colour(on: .notes)).write(loaded.findings).utf8)
            throw Failure("the theme cannot be used, and so no mail can be written", remedy: "Mend what is marked above.")
        }
        return Letterhead(forum, theme)
    }

    /// forum.yaml. Throws where it cannot be used.
    func forum() throws(Failure) -> Forum {
        guard let forum = try ForumFile.load(self).forum else {
            throw Failure("content/forum.yaml cannot be used as it is", remedy: "See what `rostrum check` says of it.")
        }
        return forum
    }

    /// The names of pages; nil where there are no keys yet, or where they are locked and somebody would have to be asked.
    func pageNames() throws(Failure) -> OpaqueNames? {
        let office = try office()
        guard try Keystore.exists(office: office) else { return nil }
        let isGiven = passphraseFile != nil || ProcessInfo.processInfo.environment[TypedPassphrase.variable] != nil
        if !isGiven, try Keystore.isLocked(office: office) { return nil }
        return OpaqueNames(try Keystore.load(office: office, ask: ask))
    }
}

extension ReplyOutcome {
    /// What came of it, as a sentence.
    var words: String {
        switch self {
        case .written(let number, false):
            "Mail \(number) tells its author (`rostrum outbox show \(number)`); it goes with `rostrum outbox send`."
        case .written(let number, true):
            "Mail \(number) would tell its author, and is held, because nobody in the roster has that address: see `rostrum outbox show \(number)`."
        case .none(let reason): "No mail was written: \(reason.words)."
        }
    }

    /// The mail, for programs, behind a comma; nothing where there is none.
    var json: String { number.map { ",\"mail\":\($0)" } ?? "" }
}

extension ReplyOutcome.Reason {
    /// As a clause.
    var words: String {
        switch self {
        case .noSender: "content/forum.yaml has neither `submissions-address` nor `contact` to write from"
        case .noAddress: "there is no address to write to"
        case .badAddress: "mail cannot be sent to the address that it came from"
        case .automatic: "a program wrote it"
        case .ownAddress: "it came from the forum's own address"
        }
    }
}
