import ArgumentParser
import Model

/// A letter with the passphrase, for commands that make one.
struct LetterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write the letter with the passphrase to this file, ready to be printed.", valueName: "file.html"))
    var letter: String?

    @Option(help: ArgumentHelp("The letter's language; without it, that of office/roster.yaml, else the forum's.", valueName: "code"))
    var language: Language?

    func validate() throws {
        guard letter != nil || language == nil else { throw ValidationError("--language is for --letter.") }
    }
}

extension Language: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(validating: argument)
    }
}
