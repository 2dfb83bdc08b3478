import Foundation
import Glibc
import ProgramUnderTest
import Testing

/// `rostrum serve` without more: the preview, which follows the forum's files.
@Suite("The command serve with a preview", .serialized) struct PreviewCommandTests {
    private static let title = "content/discussions/2026-001/index.en.md"

    private struct News: Decodable {
        struct Finding: Decodable {
            let severity: String
            let message: String
            let file: String?
            let line: Int?
        }
        let id: String
        let pages: String
        let errors: Int
        let findings: [Finding]
    }

    private func news(_ port: UInt16, since known: String = "") throws -> News {
        let answer = try LocalClient.get(port, "/.rostrum/events?since=\(known)", header: "Sec-Fetch-Site: same-origin\r\n")
        try #require(answer.status == 200)
        #expect(answer.head.contains("application/json") && answer.head.contains("nosniff"))
        return try JSONDecoder().decode(News.self, from: Data(answer.body))
    }

    private func text(_ port: UInt16, _ path: String) throws -> String {
        String(decoding: try LocalClient.get(port, path).body, as: UTF8.self)
    }

    private func serve(_ forum: TestForum, _ words: String...) throws -> (run: Program.Run, port: UInt16) {
        let run = try Program.Run(forum.call(["serve", "--port", "0"] + words))
        try LocalClient.waitForWords(of: run)
        return (run, try #require(UInt16(try run.output().dropFirst("http://localhost:".count).prefix { $0.isNumber })))
    }

    @Test func itFollowsTheFilesAndTellsWhatIsWrong() throws {
        let forum = try TestForum(.small)
        try forum.folder.remove("office")
        let before = try SiteTree(forum.root)
        let (run, port) = try serve(forum)
        defer { run.send(SIGTERM) }
        let first = try news(port)
        #expect(first.errors == 0 && !first.pages.isEmpty)
        let sound = try text(port, "/en/2026-001/")
        #expect(sound.contains("data-build=\"\(first.pages)\""))

        try forum.folder.edit(Self.title, "title: ", "title: Better: ")
        let broken = try news(port, since: first.id)
        #expect(broken.errors > 0 && broken.pages == first.pages)
        let finding = try #require(broken.findings.first)
        #expect(finding.severity == "error" && finding.file == Self.title && finding.line == 2)
        #expect(try text(port, "/en/2026-001/") == sound, "the page is the one before")

        try forum.folder.edit(Self.title, "title: Better: ", "title: Better ")
        let mended = try news(port, since: broken.id)
        #expect(mended.errors == 0 && mended.pages != first.pages)
        #expect(try text(port, "/en/2026-001/").contains("<h1>Better "))

        try forum.folder.remove("content")
        let gone = try news(port, since: mended.id)
        #expect(gone.errors == 1 && gone.findings.first?.file == nil && gone.pages == mended.pages)
        try forum.folder.copy("\(TestForum.repository)/Tests/Fixtures/forum/content", to: "content")
        #expect(try news(port, since: gone.id).errors == 0)

        let after = try SiteTree(forum.root)
        #expect(after.files == before.files && after.folders == before.folders, "nothing was written")
    }

    @Test func itAnswersThisMachineAlone() throws {
        let forum = try TestForum(.small)
        let (run, port) = try serve(forum)
        defer { run.send(SIGTERM) }
        for path in ["/en/", "/.rostrum/events"] {
            for host in ["example.org", "localhost.example.org", "example.org:\(port)"] {
                #expect(try LocalClient.get(port, path, host: host).status == 421, "\(path) \(host)")
            }
            #expect(try LocalClient.get(port, path, method: "POST").status == 405)
        }
        for origin in ["cross-site", "same-site", "none"] {
            #expect(try LocalClient.get(port, "/.rostrum/events", header: "Sec-Fetch-Site: \(origin)\r\n").status == 403)
        }
        let page = try LocalClient.get(port, "/en/", header: "Origin: http://example.org\r\n")
        #expect(page.status == 200 && !page.head.lowercased().contains("access-control-"))
        #expect(page.head.contains("Cross-Origin-Resource-Policy: same-origin") && page.head.contains("script-src 'self'"))
        for path in [
            "/../content/forum.yaml", "/..%2fcontent/forum.yaml", "/%2e%2e/content/forum.yaml", "/en/../../office/keystore.json",
            "/content/forum.yaml", "/.rostrum/", "/.rostrum/lock", "//etc/passwd", "/%00", "/en%5c..%5coffice",
        ] {
            #expect(try [400, 404].contains(LocalClient.get(port, path).status), "\(path)")
        }
        let home = try LocalClient.get(port, "/", header: "Accept-Language: fr-CH\r\n")
        #expect(home.status == 302 && home.head.contains("Location: /fr/"))
        #expect(try LocalClient.get(port, "/en/2026-001").head.contains("Location: /en/2026-001/"))
    }

    @Test func pagesThatWaitHoldUpNeitherOthersNorItsEnd() async throws {
        let forum = try TestForum(.small)
        let (run, port) = try serve(forum)
        defer { run.send(SIGTERM) }
        let id = try news(port).id
        let ended = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        Thread.detachNewThread {
                            // Those that still wait when the program ends get no answer.
                            let answer = try? LocalClient.get(port, "/.rostrum/events?since=\(id)")
                            continuation.resume(returning: answer?.status == 200)
                        }
                    }
                }
            }
            // Eight more than may wait are answered at once; then the rest is let go.
            var answered = 0
            for await isAnswered in group {
                if isAnswered { answered += 1 }
                if answered == 8 { run.send(SIGINT) }
            }
            return answered
        }
        #expect(ended == 8)
        #expect(try run.end().status == -SIGINT, "ended by Ctrl-C, and by nothing else")
    }

    @Test func aFaultOfTheCallIsToldAtOnce() throws {
        let forum = try TestForum(.small)
        let (run, port) = try serve(forum)
        defer { run.send(SIGTERM) }
        let second = try forum.rostrum("serve", "--port", "\(port)")
        #expect(second.status == 2 && second.notes.contains("the port \(port) is in use"), "\(second.notes)")
        #expect(try forum.rostrum("serve", "--theme", "none").notes.contains("there is no theme \"none\""))
        #expect(try forum.rostrum("serve", "--finished", "--theme", "wipo").status == 2)
    }
}
