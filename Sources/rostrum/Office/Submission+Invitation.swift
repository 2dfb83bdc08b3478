import Diagnostics
import Submissions

extension Submission {
    /// The command that does what an invitation asks for, for a shell.
    var invitationCommand: String {
        var words = ["rostrum access invite --discussion \(discussion ?? "")"]
        words.append("--name \(ShellWord.quoted(FindingWriter.printable(guest?.name ?? "")))")
        words.append("--requested-by \(ShellWord.quoted(author.member ?? ""))")
        if let until = guest?.until { words.append("--until \(until)") }
        return words.joined(separator: " ")
    }
}

/// A text as one word of a command that somebody types or a shell runs.
enum ShellWord {
    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
