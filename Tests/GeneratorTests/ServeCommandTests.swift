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
        let port = try freePort()
        let run = try Program.Run(["serve", "--finished", "--root", forum.root, "--port", "\(port)"])
        defer { run.send(SIGTERM) }
        try waitForWords(of: run)
        let page = try get(port, "/en/2026-001/")
        #expect(try page.status == 200 && page.body == forum.folder.bytes("site/en/2026-001/index.html"))
        for (name, value) in ServerFiles.headers { #expect((page.head + "\r\n").contains("\(name): \(value)\r\n"), "\(name)") }
        #expect(page.head.contains("nosniff") && page.head.contains("text/html; charset=utf-8"))
        #expect(try get(port, "/").body == forum.folder.bytes("site/index.html"))
        #expect(try get(port, "/en").status == 301)
        #expect(try get(port, "/en/?q=1").status == 200)
        let lost = try get(port, "/nowhere/")
        #expect(try lost.status == 404 && lost.body == forum.folder.bytes("site/404.html"))
        for path in [
            "/../content/forum.yaml", "/..%2fcontent/forum.yaml", "/%2e%2e/content/forum.yaml", "/en/../../office/keystore.json",
            "/.gitkeep", "//etc/passwd", "/%00", "/en%5c..%5c..%5coffice", "/....//office/keystore.json",
            "/%252e%252e/office/keystore.json",
        ] {
            let answer = try get(port, path)
            #expect(answer.status == 404 || answer.status == 400, "\(path): \(answer.status)")
        }
        try FileManager.default.createSymbolicLink(
            atPath: forum.root + "/site/link.html", withDestinationPath: forum.root + "/content/forum.yaml")
        #expect(try get(port, "/link.html").status == 404)
        for host in ["example.org", "localhost.example.org", "127.0.0.1.example.org", "example.org:\(port)", "localhost:\(port)x", ""] {
            #expect(try get(port, "/en/", host: host).status == 421, "\(host)")
        }
        #expect(try get(port, "/en/", host: "127.0.0.1:\(port)").status == 200)
        #expect(try get(port, "/en/", method: "POST").status == 405)
        #expect(try get(port, "/en/", method: "HEAD").body.isEmpty)
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
        try waitForWords(of: run)
        let port = try #require(UInt16(try run.output().dropFirst("http://localhost:".count).prefix { $0.isNumber }))
        #expect(port > 0)
        #expect(try get(port, "/").status == 200)
        run.send(SIGINT)
        #expect(try run.end().status == -SIGINT)
    }

    @Test func withoutASiteItSaysWhatToDo() throws {
        let outcome = try TestForum(.small).rostrum("serve", "--finished")
        #expect(outcome.status == 2 && outcome.notes.contains("rostrum build"))
    }

    private func waitForWords(of run: Program.Run) throws {
        for _ in 0..<200 {
            if try run.output().contains("http://localhost:") { return }
            usleep(50_000)
        }
        Issue.record("the server does not say that it listens")
    }

    private func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = Self.loopback(0)
        try #require(
            withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, 16) } } == 0)
        var length = socklen_t(16)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// One request as its bytes, so that no library tidies the path up.
    private func get(
        _ port: UInt16, _ path: String, host: String? = nil, method: String = "GET"
    ) throws -> (status: Int, head: String, body: [UInt8]) {
        // FlyingFox listens on the loopback address of IPv4 or IPv6, or both.
        let descriptor = try connected(port)
        defer { close(descriptor) }
        let request = Array("\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "localhost:\(port)")\r\nConnection: close\r\n\r\n".utf8)
        let sent = send(descriptor, request, request.count, Int32(MSG_NOSIGNAL))
        try #require(sent == request.count)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        let cut = bytes.firstRange(of: Array("\r\n\r\n".utf8)) ?? bytes.endIndex..<bytes.endIndex
        let head = String(decoding: bytes[..<cut.lowerBound], as: UTF8.self)
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return (status, head, Array(bytes[cut.upperBound...]))
    }

    private func connected(_ port: UInt16) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var wait = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = Self.loopback(port)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, 16) }
        }
        if result == 0 { return descriptor }
        close(descriptor)
        let other = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        setsockopt(other, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_port = port.bigEndian
        six.sin6_addr = in6addr_loopback
        let length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        try #require(
            withUnsafePointer(to: &six) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(other, $0, length) } } == 0)
        return other
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
