import Confinement
import Diagnostics
import Files
import Foundation
import Glibc

/// The program that a moderator writes with.
enum Editor {
    /// Lets a text be changed, and gives it as it was left.
    ///
    /// - Parameter name: of the file that it is edited in; its ending tells the editor what it is.
    static func edit(_ text: [UInt8], name: String) throws(Failure) -> [UInt8] {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/" + name
        try FileSystem.create(path, text, mode: 0o600)
        let status = try run(program() + " " + ShellWord.quoted(path))
        let written = try FileSystem.read(path, limit: 1 << 24) ?? []
        guard status == 0 else {
            let why = status == 127 ? "there is no program by the name in EDITOR" : "the editor ended with an error (\(status))"
            throw try refusal(
                why + ", and nothing was changed",
                "Set EDITOR to a program that edits text, as in EDITOR=nano, or give the text with --file.",
                written == text ? nil : written, name)
        }
        guard written.count <= 1 << 20 else {
            throw try refusal("the text is longer than a megabyte", "Make it shorter, and give it with --file.", written, name)
        }
        guard String(validating: written, as: UTF8.self) != nil else {
            throw try refusal("what the editor left is no text in UTF-8", "Save it as UTF-8, and give it with --file.", written, name)
        }
        return written
    }

    /// Why what was written is not used, with where it is kept.
    private static func refusal(_ why: String, _ remedy: String, _ written: [UInt8]?, _ name: String) throws(Failure) -> Failure {
        guard let written else { return Failure(why, remedy: remedy) }
        return Failure(why, remedy: "\(remedy) What was written is kept in \(try keep(written, name: name)).")
    }

    /// Puts a text that could not be used where its author finds it: at home, or where that is not to be had, here, or where the
    /// system keeps what is passing.
    static func keep(_ text: [UInt8], name: String) throws(Failure) -> String {
        let home = ProcessInfo.processInfo.environment["HOME"].map { [$0] } ?? []
        var refusal: Failure?
        for folder in home + [FileManager.default.currentDirectoryPath, NSTemporaryDirectory()] {
            do throws(Failure) {
                return try keep(text, name: name, in: folder)
            } catch {
                refusal = refusal ?? error
            }
        }
        throw refusal ?? Failure("what was written cannot be kept")
    }

    private static func keep(_ text: [UInt8], name: String, in folder: String) throws(Failure) -> String {
        var path = folder + "/" + name
        var count = 1
        while try FileSystem.look(path) != nil {
            count += 1
            path = folder + "/\(count)-" + name
        }
        try FileSystem.create(path, text, mode: 0o600)
        return path
    }

    private static func program() throws(Failure) -> String {
        let environment = ProcessInfo.processInfo.environment
        if let named = [environment["VISUAL"], environment["EDITOR"]].compactMap({ $0 }).first(where: { !$0.isEmpty }) { return named }
        if let found = ["nano", "vim", "vi"].first(where: { Tool.exists($0) }) { return found }
        throw Failure("there is no editor", remedy: "Set EDITOR to the program you write with, or give a text with --file.")
    }

    /// Through the shell, because EDITOR may hold arguments, as in `code --wait`.
    private static func run(_ command: String) throws(Failure) -> Int32 {
        let words: [String] = ["sh", "-c", command]
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let refusal = posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ)
        guard refusal == 0 else {
            errno = refusal
            throw FileSystem.failure("cannot run", command)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
