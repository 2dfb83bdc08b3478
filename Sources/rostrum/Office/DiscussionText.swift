import ArgumentParser
import Diagnostics
import Submissions

/// Where a command takes its text from: a file, standard input, or the editor.
struct DiscussionTextOption: ParsableArguments {
    @Option(help: ArgumentHelp("A file with the text, in place of the editor; - for standard input.", valueName: "file"))
    var file: String?

    /// The text, from wherever it comes.
    ///
    /// - Parameters:
    ///   - name: of the file in the editor.
    ///   - template: what the editor begins with; throws where what is to be written could not be used, so that nobody writes in vain.
    func written(name: String, template: () throws -> [UInt8]) throws -> DiscussionText {
        if let file { return DiscussionText(bytes: try TextInput.read(file), name: file == "-" ? "standard input" : file, template: nil) }
        let template = try template()
        return DiscussionText(bytes: try Editor.edit(template, name: name), name: name, template: template)
    }
}

/// A text that a moderator wrote.
struct DiscussionText {
    let bytes: [UInt8]
    /// Of the file, for the places of findings.
    let name: String
    /// What the editor began with; nil for a file.
    let template: [UInt8]?

    /// Whether somebody closed the editor without a word.
    var isUntouched: Bool { bytes == template }

    /// Throws, after it has said why, where it cannot be read as a text.
    func manuscript(_ common: CommonOptions, for purpose: Manuscript.Purpose = .any) throws -> Manuscript {
        var findings: [Finding] = []
        let manuscript = Manuscript.read(name: name, bytes: bytes, for: purpose, findings: &findings)
        try common.report(findings, unchanged: ", and nothing was changed")
        guard let manuscript else { throw Failure("\(name) cannot be read", remedy: "Save it as a text in UTF-8.") }
        return manuscript
    }

    /// Keeps what was written in the editor where what is done with it is refused.
    func kept<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            guard template != nil, !isUntouched else { throw error }
            let place = try Editor.keep(bytes, name: name)
            guard let failure = error as? Failure else {
                Console.note("What you wrote is kept in \(place).")
                throw error
            }
            throw Failure(
                failure.message, remedy: [failure.remedy, "What you wrote is kept in \(place)."].compactMap { $0 }.joined(separator: " "))
        }
    }
}
