import Diagnostics
import FixtureForum
import Testing

/// A forum's address stands in the settings of web servers, where some characters would mean something else than themselves.
@Suite struct BaseAddressTests {
    private func kinds(of address: String) throws -> [FindingKind] {
        let forum = try TemporaryForum("base")
        let settings = String(decoding: try forum.bytes("content/forum.yaml"), as: UTF8.self).split(separator: "\n").map { line in
            line.hasPrefix("base-url:") ? "base-url: '\(address)'" : String(line)
        }
        try forum.write("content/forum.yaml", Array(settings.joined(separator: "\n").utf8) + [10])
        return try forum.check().findings.map(\.kind)
    }

    @Test(arguments: ["https://example.org/", "https://example.org:8443/technical_assistance/en-US/forum.2/~a/", "http://[::1]:8080/a/"])
    func isTakenAsItIs(_ address: String) throws {
        #expect(try kinds(of: address) == [])
    }

    @Test(arguments: ["$a", "a*", "a b", "a\"", "%2e", "a;b\\", "${HOME}", "a//b", "é", "a[b]", "[a-z]", "a/../b", ".", ".."])
    func isNoneWithSuchAPath(_ path: String) throws {
        #expect(try kinds(of: "https://example.org/\(path)/").contains(.badValue))
    }
}
