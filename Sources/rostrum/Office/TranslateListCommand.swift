import ArgumentParser
import Diagnostics
import Model
import Submissions

struct TranslateListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what is missing, outdated or done in each language.",
        discussion: """
            Discussions are wanted in the languages of their rooms, entries of the library and pages in every language of the forum. The \
            most recent discussions come first. Of each language a few lines are shown; with --all every line, and discussions in every \
            language.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("List translations into that language only.", valueName: "language"), transform: Language.parse)
    var language: Language?

    @Option(help: ArgumentHelp("List discussions of that room only.", valueName: "room"))
    var room: String?

    @Flag(help: "Show every line, also of what is done, and want every language of the forum for discussions too.")
    var all = false

    /// Lines of each language, where not all are asked for.
    private static let few = 15

    func run() throws {
        let work = try TranslationWork(try common.content(), language: language, room: room, everything: all)
        guard common.format == .text else {
            for language in work.languages { for line in json(language) { try Console.result(line) } }
            return
        }
        for language in work.languages where !language.items.isEmpty {
            let counts = TextVersions.State.allCases.map { "\(language.count($0)) \($0.rawValue)" }.joined(separator: ", ")
            try Console.result("\(language.language): \(counts)")
        }
        for language in work.languages { for line in lines(language) { try Console.result(line) } }
        guard !common.quiet else { return }
        try Console.result(next(work))
    }

    /// Those of a language that something is to be done about; with --all the others too.
    private func lines(_ work: TranslationWork.LanguageWork) -> [String] {
        let items = work.items.filter { all || $0.state != .done }
        guard !items.isEmpty else { return [] }
        let shown = all ? items[...] : items.prefix(Self.few)
        let more = items.count - shown.count
        return ["", "\(work.language)"]
            + shown.map { item in
                let state = item.state.rawValue + String(repeating: " ", count: 8 - item.state.rawValue.count)
                return "  \(state)  \(item.text.name.words)  from \(item.from)  “\(FindingWriter.printable(item.text.title))”"
            } + (more > 0 ? ["  … and \(more) more: rostrum translate list --language \(work.language) --all"] : [])
    }

    private func next(_ work: TranslationWork) -> String {
        let todo = work.languages.flatMap { language in language.items.map { (language.language, $0) } }.filter { $0.1.state != .done }
        guard let (language, first) = todo.first(where: { $0.1.state == .outdated }) ?? todo.first else {
            return work.languages.allSatisfy(\.items.isEmpty) ? "Nothing is to be translated." : "Everything is translated."
        }
        let from = first.isOneOfSeveral ? " --from \(first.from)" : ""
        return "\nNext: rostrum translate template \(first.text.name.words) --to \(language)\(from) --output translation.md"
    }

    private func json(_ work: TranslationWork.LanguageWork) -> [String] {
        let code = FindingWriter.quote(work.language.code)
        let counts = TextVersions.State.allCases.map { "\"\($0.rawValue)\":\(work.count($0))" }.joined(separator: ",")
        return ["{\"language\":\(code),\(counts)}"]
            + work.items.filter { all || $0.state != .done }.map { item in
                "{\"text\":\(FindingWriter.quote(item.text.name.words)),\"language\":\(code),\"state\":\"\(item.state.rawValue)\","
                    + "\"from\":\(FindingWriter.quote(item.from.code)),\"title\":\(FindingWriter.quote(item.text.title))}"
            }
    }
}
