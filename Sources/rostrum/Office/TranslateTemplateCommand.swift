import ArgumentParser
import Diagnostics
import Files
import Model
import Submissions

struct TranslateTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Make a file for a translator, with the original in it.",
        discussion: """
            The translator writes above the original, in any editor, and sends the file back; `rostrum translate add` takes it as it is. \
            An earlier translation stands in it already. The file knows which state of the original it was made of.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: TranslateTextOptions

    @Option(help: ArgumentHelp("The file to make; standard output where it is not said.", valueName: "file"), transform: NamedPath.parse)
    var output: String?

    func run() throws {
        let name = try TextName(options.text)
        let bytes = try Moderation.template(for: name, to: options.to, from: options.from, in: try common.content())
        guard let output else { return try Console.result(bytes) }
        if let obstacle = try NamedPath.obstacle(output) {
            throw Failure("there is \(obstacle) at \(output) already", remedy: "Name another file with --output.")
        }
        try FileSystem.create(output, bytes)
        try common.say(
            "\(output) is ready to be translated. When it comes back: rostrum translate add \(name.words) --to \(options.to) --file \(output)",
            json: "{\"text\":\(FindingWriter.quote(name.words)),\"file\":\(FindingWriter.quote(output))}")
    }
}
