import Foundation
import Glibc

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
        try process.run()
    }

    /// Waits for each question and types what belongs to it; gives all that was shown, and the exit code.
    func converse(_ lines: [(question: String, answer: String)]) throws -> (shown: String, status: Int32) {
        var shown = ""
        for line in lines {
            var seen = ""
            while !seen.contains(line.question) {
                let more = master.availableData
                guard !more.isEmpty else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: seen]) }
                seen += String(decoding: more, as: UTF8.self)
            }
            shown += seen
            master.write(Data((line.answer + "\n").utf8))
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
