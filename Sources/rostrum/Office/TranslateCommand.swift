import ArgumentParser

struct TranslateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate", abstract: "See what wants a translation, and put translations in place.",
        discussion: """
            `list` shows what is missing and what is outdated. `template` makes a file for a translator, who needs nothing but an editor; \
            `add` puts what comes back in place. For `add`, say who you are with --as, or set ROSTRUM_MODERATOR once.
            """,
        subcommands: [TranslateListCommand.self, TranslateTemplateCommand.self, TranslateAddCommand.self])
}
