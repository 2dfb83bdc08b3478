import Access
import Diagnostics
import Files
import Glibc

/// A passphrase from whoever runs the command: out of a file, the environment variable `ROSTRUM_PASSPHRASE`, or typed on the terminal.
struct TypedPassphrase {
    static let variable = "ROSTRUM_PASSPHRASE"
    private static let limit = 4_096

    /// Nil: from elsewhere.
    let file: String?

    /// One that was chosen before.
    ///
    /// - Parameter locked: what it opens: "the keys in forum/office".
    func known(_ locked: String) throws(Failure) -> ChosenPassphrase {
        if let given = try given() { return ChosenPassphrase(given) }
        return ChosenPassphrase(try Terminal.secret("Passphrase for \(locked): ", remedy: Self.remedy))
    }

    /// A new one, typed twice.
    func new(_ locked: String) throws(Failure) -> ChosenPassphrase {
        if let given = try given() { return try ChosenPassphrase(choosing: given) }
        let first = try Terminal.secret("New passphrase for \(locked): ", remedy: Self.remedy)
        let chosen = try ChosenPassphrase(choosing: first)
        guard try Terminal.secret("The same again: ", remedy: Self.remedy) == first else {
            throw Failure("the two are not the same, and nothing was changed", remedy: "Run the command again.")
        }
        return chosen
    }

    private static let remedy = "Give it in the environment variable \(variable), or in a file with --passphrase-file."

    /// The first line of the file, or the variable; nil where neither is given.
    private func given() throws(Failure) -> String? {
        if let file {
            let bytes = try FileSystem.read(file, limit: Self.limit) ?? []
            let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
            guard !line.isEmpty else {
                throw Failure("there is no passphrase in the first line of \(file)", remedy: "Write it there, and nothing else.")
            }
            return String(decoding: line, as: UTF8.self)
        }
        guard let value = getenv(Self.variable), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
