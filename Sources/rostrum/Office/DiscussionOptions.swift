import ArgumentParser
import Diagnostics
import Model
import Quarantine
import Submissions

extension Moment {
    /// For an option that takes a day or a time.
    static func parse(_ argument: String) throws -> Moment {
        guard let moment = Moment(argument) else {
            throw ValidationError("Write a day that there is, as in 2026-12-07, or a time, as in 2026-12-07T18:00:00+01:00.")
        }
        return moment
    }
}

extension Language {
    /// For an option that takes a language.
    static func parse(_ argument: String) throws -> Language {
        guard let language = Language(validating: argument) else {
            throw ValidationError("Write a language as two or three small letters, as in fr.")
        }
        return language
    }
}

/// Files that are attached.
struct AttachOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file to attach; may be given several times. It is opened in quarantine first.", valueName: "file"),
        transform: NamedPath.parse)
    var attach: [String] = []

    /// Opened in quarantine, and held against the forum's rules.
    func enclosures(_ content: ForumContent) throws(Failure) -> [Enclosure] {
        if attach.isEmpty { return [] }
        return try Enclosure.read(
            attach, rules: content.forum.attachments, quarantine: Quarantine(command: try ProgramPath.quarantine()),
            scanner: try VirusScanner.find())
    }
}
