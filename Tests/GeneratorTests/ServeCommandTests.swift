import Foundation
import Generator
import Glibc
import ProgramUnderTest
import Testing

/// `rostrum serve`: this machine alone, and nothing but the site or the forum's preview.
@Suite("The command serve", .serialized) struct ServeCommandTests {
    @Test func itServesTheSiteAndNothingElse() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let port = try LocalClient.freePort()
        let run = try Program.Run(["serve", "--finished", "--root", forum.root, "--port", "\(port)"])
        defer { run.send(SIGTERM) }
        try LocalClient.waitForWords(of: run)
        let page = try LocalClient.get(port, "/en/2026-001/")
        #expect(try page.status == 200 && page.body == forum.folder.bytes("site/en/2026-001/index.html"))
        for (name, value) in ServerFiles.headers { #expect((page.head + "\r\n").contains("\(name): \(value)\r\n"), "\(name)") }
        #expect(page.head.contains("nosniff") && page.head.contains("text/html; charset=utf-8"))
        #expect(try LocalClient.get(port, "/").body == forum.folder.bytes("site/index.html"))
        #expect(try LocalClient.get(port, "/en").status == 301)
        #expect(try LocalClient.get(port, "/en/?q=1").status == 200)
        let lost = try LocalClient.get(port, "/nowhere/")
        #expect(try lost.status == 404 && lost.body == forum.folder.bytes("site/404.html"))
        for path in [
            "/../content/forum.yaml", "/..%2fcontent/forum.yaml", "/%2e%2e/content/forum.yaml", "/en/../../office/keystore.json",
            "/.gitkeep", "//etc/passwd", "/%00", "/en%5c..%5c..%5coffice", "/....//office/keystore.json",
            "/%252e%252e/office/keystore.json",
        ] {
            let answer = try LocalClient.get(port, path)
            #expect(answer.status == 404 || answer.status == 400, "\(path): \(answer.status)")
        }
        try FileManager.default.createSymbolicLink(
            atPath: forum.root + "/site/link.html", withDestinationPath: forum.root + "/content/forum.yaml")
        #expect(try LocalClient.get(port, "/link.html").status == 404)
        for host in ["example.org", "localhost.example.org", "127.0.0.1.example.org", "example.org:\(port)", "localhost:\(port)x", ""] {
            #expect(try LocalClient.get(port, "/en/", host: host).status == 421, "\(host)")
        }
        #expect(try LocalClient.get(port, "/en/", host: "127.0.0.1:\(port)").status == 200)
        #expect(try LocalClient.get(port, "/en/", method: "POST").status == 405)
        #expect(try LocalClient.get(port, "/en/", method: "HEAD").body.isEmpty)
        let second = try Program.run(["serve", "--finished", "--root", forum.root, "--port", "\(port)"])
        #expect(second.status == 2 && second.notes.contains("the port \(port) is in use"), "\(second.notes)")
        #expect(second.notes.contains("--port "))
        run.send(SIGINT)
        #expect(try run.end().status == -SIGINT, "ended by Ctrl-C, and by nothing else")
    }

    @Test func itSaysWhichFreePortItTook() throws {
        let forum = try TestForum(.small)
        try forum.build()
        let run = try Program.Run(["serve", "--finished", "--root", forum.root, "--port", "0"])
        defer { run.send(SIGTERM) }
        try LocalClient.waitForWords(of: run)
        let port = try #require(UInt16(try run.output().dropFirst("http://localhost:".count).prefix { $0.isNumber }))
        #expect(port > 0)
        #expect(try LocalClient.get(port, "/").status == 200)
        run.send(SIGINT)
        #expect(try run.end().status == -SIGINT)
    }

    @Test func withoutASiteItSaysWhatToDo() throws {
        let outcome = try TestForum(.small).rostrum("serve", "--finished")
        #expect(outcome.status == 2 && outcome.notes.contains("rostrum build"))
    }
}
