import ArgumentParser
import Diagnostics
import Files
import Glibc
import Markdown

/// The command line.
///
/// The rules of this target: commands are thin: they read the call, have the other targets do the work, and say what came
/// of it. Results go to standard output, everything else to standard error. Exit 0: done; 1: the content or submission has
/// errors; 2: the call or the machine is at fault.
@main
struct Rostrum: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rostrum",
        abstract: "Turns a folder of Markdown into a closed, multilingual forum that any web host can serve.",
        version: "0.1.0",
        subcommands: [
            InitCommand.self, CheckCommand.self, BuildCommand.self, RenderCommand.self, ServeCommand.self, AccessCommand.self,
            AuditCommand.self, PublishCommand.self, ExportCommand.self, OfficeCommand.self, InboxCommand.self, ReviewCommand.self,
            DiscussionCommand.self,
            TranslateCommand.self, WithdrawCommand.self, OutboxCommand.self, DigestCommand.self, ReportCommand.self, LogCommand.self,
        ])

    static func main() async {
        MarkdownWorker.runIfAsked()
        FreedMemory.keep()
        Console.keepDescriptors()
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)  // a file that may not grow is told as a failure of the write
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Glibc.exit(tell(error))
        }
    }

    /// Says why a command ended, and gives its exit code.
    private static func tell(_ reason: any Error) -> Int32 {
        if let stop = reason as? ContentHasErrors {
            if let summary = stop.summary { Console.error(summary) }
            return 1
        }
        do throws(Failure) {
            if let failure = reason as? Failure { throw failure }
            // What ArgumentParser says: help and version are results, all else is a fault of the call.
            let text = fullMessage(for: reason)
            if exitCode(for: reason).isSuccess {
                try Console.result(text)
                return 0
            }
            Console.note(text)
        } catch {
            Console.error(error)
        }
        return 2
    }
}

/// Ends a command with exit code 1; what is wrong has been said.
struct ContentHasErrors: Error {
    /// Nil where programs read what is said.
    let summary: String?
}
