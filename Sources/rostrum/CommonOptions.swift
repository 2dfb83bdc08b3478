import Access
import ArgumentParser
import ContentStore
import Diagnostics
import Files
import Foundation
import Generator
import Model
import Statistics

/// What every command that works on a forum takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "The forum's folder.", transform: NamedPath.parse)
    var root = "."

    @Option(help: ArgumentHelp("The time to take for now, as in 2026-11-23T09:00:00Z.", valueName: "time"), transform: Instant.parse)
    var now: Instant?

    @Option(help: "How results and findings are written: text or json.")
    var format: FindingWriter.Format = .text

    @Flag(help: "Say nothing but results and findings.")
    var quiet = false

    @Option(help: ArgumentHelp("How many threads to use.", valueName: "number"))
    var jobs: Int?

    @Option(help: ArgumentHelp("A file with the passphrase that the office is locked with.", valueName: "file"), transform: NamedPath.parse)
    var passphraseFile: String?

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 64.") }
    }

    /// The time, from the call or the clock.
    var moment: Instant { now ?? Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down))) }

    /// The forum's office, wherever it is.
    func office() throws(Failure) -> String { try Office.folder(root: root) }

    /// Gives the passphrase of what is locked: from a file, the environment or the terminal.
    var ask: AskPassphrase { { [passphraseFile] (locked) throws(Failure) in try TypedPassphrase(file: passphraseFile).known(locked) } }

    /// - Parameters:
    ///   - theme: the name of a theme whose files go before those of `wipo`.
    ///   - root: the forum's folder, where it is not the one that was named.
    ///   - office: where that is no matter; nil to find it.
    func settings(theme: String?, root: String? = nil, office: String? = nil) throws(Failure) -> Build.Settings {
        let root = root ?? self.root
        let found: String
        if let office { found = office } else { found = try Office.folder(root: root) }
        let workers = Workers(count: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        return Build.Settings(
            root: root, office: found, ask: ask, themes: try ThemeFolders.find(theme, root: root), now: moment,
            workers: workers,
            command: ProgramPath.markdownWorker,
            progress: quiet ? Progress() : .terminal, facts: office == nil ? try facts(root: root, office: found) : .none)
    }

    /// What the office tells for the page of statistics; nothing where the forum wants no such page.
    private func facts(root: String, office: String) throws(Failure) -> PageFacts {
        let forum = try ContentLoader(root: root) { Digest.sha256Hex($0) }.forum().value
        guard forum?.statisticsPage ?? false else { return .none }
        guard let roster = try Roster.load(office: office).value else {
            throw Failure(
                "\(office)/roster.yaml cannot be used as it is, and the page of statistics needs its regions",
                remedy: "See what `rostrum report` says of it.")
        }
        return PageFacts(regions: roster.members.compactMapValues(\.region), office: try OfficeFacts.read(office: office))
    }

    /// Says what a command has done.
    func say(_ text: String, json: String) throws {
        switch format {
        case .json: try Console.result(json)
        case .text where !quiet: try Console.result(text)
        case .text: break
        }
    }

    /// Writes findings where they belong, and stops when there are errors.
    ///
    /// - Parameters:
    ///   - stream: where findings are what was asked for, they are results.
    ///   - unchanged: said of what the command would have changed.
    func report(_ findings: [Finding], to stream: Console.Stream = .notes, unchanged: String = "") throws {
        let text = FindingWriter(format: format, colour: Console.colour(on: stream)).write(findings).utf8
        switch stream {
        case .results: try Console.result(text)
        case .notes: Console.note(text)
        }
        let errors = findings.count { $0.kind.severity == .error }
        guard errors > 0 else { return }
        let said = errors == 1 ? "there is 1 error" : "there are \(errors) errors"
        throw ContentHasErrors(
            summary: format == .json ? nil : "\(said)\(unchanged). Mend what is marked above, and run the command again.")
    }
}

extension Instant {
    /// For an option that takes a time.
    static func parse(_ argument: String) throws -> Instant {
        guard let instant = Instant(iso: argument) else {
            throw ValidationError("Write it as in 2026-11-23T09:00:00Z, with a year from 1900 to 2999.")
        }
        return instant
    }
}

extension FindingWriter.Format: ExpressibleByArgument {}
