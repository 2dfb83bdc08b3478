import Diagnostics
import Foundation
import Glibc

/// The program `rostrum`, which lies beside the test bundle.
package enum Program {
    package static let path: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return (bundle as NSString).deletingLastPathComponent + "/rostrum"
    }()

    /// What runs it as a Markdown worker.
    package static let worker = [path, "--markdown-worker"]

    /// What opens what comes from outside: the program `rostrum-quarantine`, which lies there too.
    package static let quarantine = [path + "-quarantine"]

    /// What a finished process left.
    package struct Outcome {
        /// The exit code, or minus the number of the signal that ended it.
        package let status: Int32
        package let output: String
        package let notes: String
    }

    /// Runs the program to its end.
    ///
    /// - Parameter environment: set beside what this process has.
    package static func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws -> Outcome {
        try run(executable: path, arguments, input: input, environment: environment)
    }

    package static func run(executable: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws
        -> Outcome
    {
        try Run(executable: executable, arguments, input: input, environment: environment).end()
    }

    /// A process under way; what it writes goes to files, so that it never waits for us.
    package struct Run {
        private let process = Process()
        private let folder = TemporaryFolder()

        package init(executable: String = Program.path, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:])
            throws
        {
            try folder.write("input", input)
            for name in ["output", "notes"] { try folder.write(name, []) }
            process.executableURL = URL(fileURLWithPath: executable)
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
            process.standardInput = try FileHandle(forReadingFrom: folder.url("input"))
            process.standardOutput = try FileHandle(forWritingTo: folder.url("output"))
            process.standardError = try FileHandle(forWritingTo: folder.url("notes"))
            try process.run()
        }

        package var isRunning: Bool { process.isRunning }

        /// What it has written to standard output so far.
        package func output() throws -> String { String(decoding: try folder.bytes("output"), as: UTF8.self) }

        package func send(_ signal: Int32) {
            if process.isRunning { kill(process.processIdentifier, signal) }
        }

        package func end() throws -> Outcome {
            process.waitUntilExit()
            let status = process.terminationStatus
            return Outcome(
                status: process.terminationReason == .exit ? status : -status, output: try output(),
                notes: String(decoding: try folder.bytes("notes"), as: UTF8.self))
        }
    }
}
