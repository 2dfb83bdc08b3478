import Diagnostics
import Files
import Foundation
import Glibc
import Markdown
import Testing

@Suite("Rendering in child processes", .serialized)
struct WorkerTests {
    /// The program lies beside the test bundle.
    private let command: [String]

    init() throws {
        let bundle = try #require(CommandLine.arguments.first { $0.hasSuffix(".xctest") })
        let folder = bundle[..<(try #require(bundle.lastIndex(of: "/")))]
        command = [folder + "/rostrum", MarkdownWorker.argument]
    }

    private func text(_ body: String, prefix: String = "") -> MarkdownText {
        MarkdownText(body: [UInt8](body.utf8), prefix: prefix, headings: nil)
    }

    @Test func resultsAreThoseOfThisProcessInOrder() throws {
        let texts = (0..<300).map {
            text("# Text \($0)\n\n[a](b\($0)) ![c](d) " + String(repeating: "word ", count: $0), prefix: "c\($0)-")
        }
        let expected = texts.map { Result<RenderedText, MarkdownFault>.success(MarkdownRenderer.render($0)) }
        #expect(try MarkdownChild(command: command).render(texts) == expected)
        #expect(try MarkdownChild(command: command).render([]) == [])
    }

    @Test func outlinesAndRenderingsComeFromTheSameChildWithinTheSameLimits() throws {
        let child = MarkdownChild(command: command)
        let bodies = (0..<100).map { [UInt8]("# Text \($0)\n\n[a](b\($0)) and `c`\n".utf8) }
        let expected = bodies.map { Result<TextOutline, MarkdownFault>.success(MarkdownRenderer.outline($0)) }
        #expect(try child.outline(bodies) == expected)
        #expect(try child.render([text("a")]) == [.success(MarkdownRenderer.render(text("a")))])
        let results = try child.outline([bodies[0], text(Costly.slow).body, text(Costly.large).body, bodies[1]])
        #expect(results == [expected[0], .failure(.tooSlow), .failure(.tooLarge), expected[1]])
        #expect(try child.outline([[UInt8](repeating: 97, count: MarkdownLimits.bytes + 1)]) == [.failure(.tooLong)])
    }

    @Test func aSlowTextIsFoundAmongOthers() throws {
        let slow = text(Costly.slow)
        let results = try MarkdownChild(command: command).render([text("a"), slow, text("b")])
        #expect(results.map(\.fault) == [nil, .tooSlow, nil])
        #expect(results[2] == .success(MarkdownRenderer.render(text("b"))))
    }

    @Test func aTextThatTakesMuchMemoryIsFound() throws {
        let results = try MarkdownChild(command: command).render([text("a"), text(Costly.large), text("b")])
        #expect(results.map(\.fault) == [nil, .tooLarge, nil])
    }

    @Test func aTextThatIsTooLongIsNotTried() throws {
        let long = text(String(repeating: "a", count: MarkdownLimits.bytes + 1))
        #expect(try MarkdownChild(command: command).render([long, text("b")]).map(\.fault) == [.tooLong, nil])
    }

    /// Patterns for which this or other Markdown parsers are known to take quadratic time or worse: whatever becomes of them,
    /// it comes soon, and what comes is safe.
    @Test(arguments: Costly.patterns.indices)
    func costlyTextsEndSoon(index: Int) throws {
        let clock = ContinuousClock()
        let child = MarkdownChild(command: command)
        var results: [Result<RenderedText, MarkdownFault>] = []
        let time = try clock.measure { results = try child.render([text(Costly.patterns[index])]) }
        try #require(results.count == 1)
        #expect(try child.render([text("after")]) == [.success(MarkdownRenderer.render(text("after")))])
        if case .success(let result) = results[0] {
            let html = String(decoding: result.asWritten(), as: UTF8.self)
            if html.utf8.count < 300_000 { #expect(AllowedHTML.fault(in: html) == nil) }
        }
        #expect(time < .seconds(60), "\(Costly.patterns[index].prefix(40)) took \(time)")
    }

    @Test func aProgramThatIsNoWorkerIsAFailure() {
        for command in [["/bin/true"], ["/bin/echo", "no worker at all"], ["/nowhere/rostrum"], []] {
            #expect(throws: Failure.self) { try MarkdownChild(command: command).render([text("a")]) }
        }
    }

    /// Programs that greet like a worker and then go wrong.
    @Test(arguments: ["kill -SEGV $$", "kill -ABRT $$", "exit 1", "exit 0", "cat", "head -c 4 /dev/zero", "yes"])
    func aWorkerThatDiesOrTalksNonsenseIsACrash(fault: String) throws {
        let script = "printf '\\022\\0\\0\\0\\0\\0\\0\\0rostrum-markdown-1'; " + fault
        let child = MarkdownChild(command: ["/bin/sh", "-c", script])
        #expect(try child.render([text("a"), text("b")]).map(\.fault) == [.crashed, .crashed])
    }

    @Test func childrenEndWithTheirOwners() throws {
        // Other tests of this process have workers too: these go by a name of their own.
        let name = FileManager.default.temporaryDirectory.path + "/rostrum-" + UUID().uuidString
        try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: command[0])
        defer { unlink(name) }
        let own: [String]
        do {
            let child = MarkdownChild(command: [name, MarkdownWorker.argument])
            _ = try child.render([text("a")])
            own = try FileSystem.entries(of: "/proc").map(\.name).filter { contents("/proc/\($0)/cmdline").hasPrefix(name + "\0") }
            #expect(own.count == 1 && own.allSatisfy(isChild))
        }
        #expect(!own.contains(where: isChild))
    }

    /// Whether a process is a child of this one, ended or not, that nobody has waited for.
    private func isChild(_ process: String) -> Bool {
        contents("/proc/\(process)/status").contains("\nPPid:\t\(getpid())\n")
    }

    /// What is in a file of `/proc`; nothing where the process has ended.
    private func contents(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}

extension Result where Success == RenderedText, Failure == MarkdownFault {
    /// Why there is no text.
    var fault: MarkdownFault? {
        if case .failure(let fault) = self { fault } else { nil }
    }
}
