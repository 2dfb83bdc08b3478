import Foundation
import Glibc
import ProgramUnderTest

/// A terminal for one process, on which the test types what it is asked.
struct PseudoTerminal {
    private let master: FileHandle
    private let process = Process()

    /// Starts the program on a terminal of its own.
    init(_ arguments: [String]) throws {
        var (descriptor, slave): (Int32, Int32) = (-1, -1)
        guard openpty(&descriptor, &slave, nil, nil, nil) == 0 else { throw CocoaError(.fileReadUnknown) }
        master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["--ctty", "--wait", Program.path] + arguments
        let end = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.standardInput = end
        process.standardOutput = end
        process.standardError = end
        // A thread of the tests may hold signals back, and what it starts would do so too.
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    /// Whether it shows what is typed.
    var echoes: Bool {
        var settings = termios()
        return tcgetattr(master.fileDescriptor, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    /// Sends a signal to the program, from outside of the terminal.
    func send(_ signal: Int32) throws {
        // The process that was started waits for the program, its only child.
        let children = "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children"
        let number = try String(contentsOfFile: children, encoding: .utf8).split(separator: " ").first.flatMap { Int32($0) }
        guard let number, kill(number, signal) == 0 else { throw CocoaError(.executableLoad) }
    }

    /// Waits for each question and types what belongs to it; gives all that was shown, and the exit code.
    ///
    /// - Parameter signal: sent at the last question, in place of its answer.
    func converse(
        _ lines: [(question: String, answer: String)], signal: Int32? = nil
    ) throws -> (shown: String, status: Int32) {
        var shown = ""
        for (index, line) in lines.enumerated() {
            var seen = ""
            while !seen.contains(line.question) {
                let more = master.availableData
                guard !more.isEmpty else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: seen]) }
                seen += String(decoding: more, as: UTF8.self)
            }
            shown += seen
            if let signal, index == lines.count - 1 { try send(signal) } else { master.write(Data((line.answer + "\n").utf8)) }
        }
        process.waitUntilExit()
        let descriptor = master.fileDescriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        var rest = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(descriptor, &rest, rest.count), count > 0 {
            shown += String(decoding: rest.prefix(count), as: UTF8.self)
        }
        return (shown, process.terminationStatus)
    }
}
