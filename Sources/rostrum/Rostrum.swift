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
        ])

    static func main() async {
        MarkdownWorker.runIfAsked()
        FreedMemory.keep()
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)  // a file that may not grow is told as a failure of the write
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let stop as ContentHasErrors {
            if let summary = stop.summary { Console.error(summary) }
            Glibc.exit(1)
        } catch let failure as Failure {
            Console.error(failure)
            Glibc.exit(2)
        } catch {
            // What ArgumentParser says: help and version are results, all else is a fault of the call.
            let wanted = exitCode(for: error).isSuccess
            Console.write((fullMessage(for: error) + "\n").utf8, to: wanted ? .results : .notes)
            Glibc.exit(wanted ? 0 : 2)
        }
    }
}

/// Ends a command with exit code 1; what is wrong has been said.
struct ContentHasErrors: Error {
    /// Nil where programs read what is said.
    let summary: String?
}
