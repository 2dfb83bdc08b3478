import Access
import ArgumentParser
import Diagnostics
import Files
import Foundation
import Model
import Theme

struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Decide who can unlock the forum.", subcommands: [Issue.self, List.self])

    struct Issue: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a passphrase for a Member State or for someone of the staff, and print it.",
            discussion: """
                The passphrase is printed once and stored nowhere: write it into the letter now. Whoever had one before needs the \
                new one as soon as the site has been built and uploaded again.
                """)

        @OptionGroup var common: CommonOptions

        @Option(help: ArgumentHelp("The State's code, as in CH.", valueName: "code"))
        var member: String?

        @Option(help: ArgumentHelp("A name for the person of the staff.", valueName: "name"))
        var staff: String?

        func validate() throws {
            guard (member == nil) != (staff == nil) else { throw ValidationError("Give either --member CODE or --staff NAME.") }
        }

        func run() throws {
            let holder: Holder
            if let member {
                try requireMember(member)
                holder = .member(member)
            } else {
                holder = .staff(staff ?? "")
            }
            var generator = SystemRandomNumberGenerator()
            let now = common.moment
            try Keystore.change(office: common.office, using: &generator, deliver: show) { (keystore, generator) throws(Failure) in
                try keystore.issue(holder, at: now, using: &generator)
            }
            if common.format == .text && !common.quiet {
                Console.note("This passphrase is shown once and kept nowhere. It opens the forum after the next `rostrum build`.")
            }
        }

        private func show(_ passphrase: Passphrase) throws(Failure) {
            do {
                try Console.result(common.format == .json ? json(passphrase.grouped) : passphrase.grouped)
            } catch {
                throw Failure(
                    "no passphrase was issued, because it could not be shown: \(error.message)",
                    remedy: "One that was issued before is still the right one. Run the command again where its output can be read.")
            }
        }

        /// A passphrase for a State that takes no part would be a mistake.
        private func requireMember(_ code: String) throws {
            let (forum, findings) = try ForumFile.load(common)
            guard let forum else {
                try common.report(findings)
                return
            }
            let known =
                switch forum.members {
                case .some(let members): members.map(\.code)
                case .all: try states(forum)
                }
            guard !known.contains(code) else { return }
            let hint = Suggestion.hint(for: code, among: known) ?? "Codes are two capital letters, as in CH."
            throw Failure("no State with the code \"\(code)\" takes part in this forum", remedy: hint)
        }

        /// The codes that `members: all` stands for.
        private func states(_ forum: Forum) throws -> [String] {
            let folders = try ThemeFolders.find(nil, root: common.root)
            let (theme, findings) = try Theme.load(root: common.root, folders: folders, languages: forum.languages)
            try common.report(findings)
            return theme?.states.codes ?? []
        }

        private func json(_ passphrase: String) -> String {
            let (key, name) = member.map { ("member", $0) } ?? ("staff", staff ?? "")
            return "{\"\(key)\":\(FindingWriter.quote(name)),\"passphrase\":\(FindingWriter.quote(passphrase))}"
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show who has a passphrase, and since when.")

        @OptionGroup var common: CommonOptions

        func run() throws {
            guard try FileSystem.look(common.office + "/keystore.json") != nil || ForumFile.load(common).forum == nil else {
                return Console.note("Nobody has a passphrase yet.")
            }
            let keystore = try Keystore.load(office: common.office)
            for slot in keystore.slots {
                let issued = Date(timeIntervalSince1970: Double(slot.issued.seconds)).ISO8601Format()
                let (kind, name) =
                    switch slot.holder {
                    case .member(let code): ("member", code)
                    case .staff(let name): ("staff", name)
                    case .guest(let name, _): ("guest", name)
                    }
                switch common.format {
                case .json: try Console.result("{\"\(kind)\":\(FindingWriter.quote(name)),\"issued\":\"\(issued)\"}")
                case .text: try Console.result("\(kind)\t\(name)\t\(issued)")
                }
            }
        }
    }
}
