import ArgumentParser
import Diagnostics
import Model
import Submissions

struct TranslateListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what is missing, outdated or done in each language.",
        discussion: """
            Discussions are wanted in the languages of their rooms, entries of the library and pages in every language of the forum. The \
            most recent discussions come first, each with the languages in question. A few lines are shown of what is outdated and of what \
            is missing; with --all every line, and discussions in every language.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("List translations into that language only.", valueName: "language"), transform: Language.parse)
    var language: Language?

    @Option(help: ArgumentHelp("List discussions of that room only.", valueName: "room"))
    var room: String?

    @Flag(help: "Show every line, also of what is done, and want every language of the forum for discussions too.")
    var all = false

    /// Lines of each state, where not all are asked for.
    private static let few = 15

    func run() throws {
        let work = try TranslationWork(try common.content(), language: language, room: room, everything: all)
        guard common.format == .text else {
            for language in work.languages { for line in json(language) { try Console.result(line) } }
            return
        }
        for line in counts(work.languages.filter { !$0.items.isEmpty }) { try Console.result(line) }
        for state in TextVersions.State.allCases where all || state != .done {
            for line in lines(work.rows(state), state) { try Console.result(line) }
        }
        guard !common.quiet else { return }
        try Console.result(next(work))
    }

    private func counts(_ languages: [TranslationWork.LanguageWork]) -> [String] {
        let states = TextVersions.State.allCases
        // The words are the same in each line, so that the numbers stand below each other.
        let rows = languages.map { language in
            ["\(language.language):"]
                + states.map { "\(language.count($0)) \($0.rawValue)" + ($0 == states.last ? "" : ",") }
        }
        return ListTable(rows, rightAligned: [1, 2, 3]).lines
    }

    /// Those in a state, each with the languages in which it is.
    private func lines(_ rows: [TranslationWork.Row], _ state: TextVersions.State) -> [String] {
        guard !rows.isEmpty else { return [] }
        let shown = all ? rows[...] : rows.prefix(Self.few)
        let table = ListTable(
            shown.map { row in
                [row.text.name.words, row.languages.map(\.code).joined(separator: " "), "from \(row.from)"]
            })
        let lines = zip(table.lines, shown).map { ListTable.line("  " + $0, "", quoted: PageLines.value($1.text.title)) }
        let more = rows.count - shown.count
        return ["", state.rawValue] + lines + (more > 0 ? ["  … and \(more) more: rostrum translate list\(options) --all"] : [])
    }

    /// What was asked for, to be asked for again.
    private var options: String {
        (language.map { " --language \($0)" } ?? "") + (room.map { " --room \($0)" } ?? "")
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
