import Foundation
import Testing

/// What a program that was taken over could do: read programs and libraries, and answer.
struct ConfinementTests {
    private let outcomes: [String: String]

    init() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Child().command)
        process.arguments = ["--prove-confinement"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        var outcomes: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            outcomes[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        self.outcomes = outcomes
    }

    @Test func nothingIsWrittenRunOrReached() {
        let forbidden = [
            "write a file", "create a file", "make a folder", "remove a file", "link a file", "open a socket", "open a local socket",
            "start a process", "run a program", "signal another process", "signal all processes", "trace a process", "change its memory",
            "make memory a file", "set the limits of another process",
        ]
        for attempt in forbidden {
            #expect(outcomes[attempt]?.hasPrefix("refused") == true, "\(attempt): \(outcomes[attempt] ?? "not tried")")
        }
    }

    @Test func whatLibrariesNeedStaysPossible() {
        for attempt in ["read /usr", "read /proc/self/statm", "start a thread"] { #expect(outcomes[attempt] == "done", "\(attempt)") }
        #expect(outcomes["core dump"] == "off")
    }

    @Test func nothingElseIsReadWhereTheKernelHasLandlock() throws {
        let landlock = try #require(outcomes["landlock"])
        let expected = landlock == "missing" ? "done" : "refused"
        for attempt in ["read /etc/passwd", "list /"] { #expect(outcomes[attempt]?.hasPrefix(expected) == true, "\(attempt)") }
    }
}
