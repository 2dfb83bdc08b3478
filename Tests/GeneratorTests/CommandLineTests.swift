import Diagnostics
import Foundation
import Glibc
import ProgramUnderTest
import Testing

/// The program as it is called: what it prints where, and how it ends.
@Suite("The command line") struct CommandLineTests {
    @Test(arguments: [
        [], ["init"], ["check"], ["build"], ["audit"], ["render"], ["serve"], ["publish"], ["access"], ["access", "issue"],
        ["access", "invite"],
        ["access", "list"],
        ["access", "revoke"], ["access", "rotate"], ["office"], ["office", "lock"], ["office", "unlock"], ["office", "backup"],
        ["office", "restore"], ["office", "move"], ["report"],
    ])
    func everyCommandHasHelp(command: [String]) throws {
        let outcome = try Program.run(command + ["--help"])
        #expect(outcome.status == 0 && outcome.notes == "")
        #expect(outcome.output.contains("OVERVIEW: ") && outcome.output.contains("USAGE: rostrum"))
        #expect(outcome.output.contains((["rostrum"] + command).joined(separator: " ")))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.hasPrefix("USAGE: ") })
    }

    @Test func itsVersionIsAResult() throws {
        let outcome = try Program.run(["--version"])
        #expect(outcome.status == 0 && outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
    }

    @Test(arguments: [
        ["biuld"], ["build", "--unknown"], ["build", "--jobs", "0"], ["build", "--jobs", "many"], ["build", "--now", "yesterday"],
        ["check", "--format", "xml"], ["access", "issue"], ["access", "issue", "--member", "XA", "--staff", "Ann"], ["render"],
        ["build", "--root", "/nowhere"], ["check", "--root", "/nowhere"], ["serve", "--root", "/nowhere"], ["render", "/nowhere.md"],
        ["access", "list", "--root", "/nowhere"], ["access", "revoke"], ["access", "revoke", "--guest", "Ann"],
        ["access", "revoke", "--member", "XA", "--discussion", "2026-001"], ["access", "revoke", "--member", "XA", "--root", "/nowhere"],
        ["access", "rotate", "--root", "/nowhere"], ["access", "invite", "--discussion", "2026-001", "--name", "Ann"],
        ["access", "issue", "--member", "XA", "--language", "fr"], ["office", "lock", "--root", "/nowhere"],
        ["office", "unlock", "--root", "/nowhere"], ["office", "backup", "/nowhere/file", "--root", "/nowhere"],
        ["office", "restore", "/nowhere/file", "--root", "/nowhere"], ["office", "restore", "a", "--check", "--replace"],
        ["office", "move", "/nowhere", "--root", "/nowhere"], ["build", "--theme", "../wipo"],
        ["init", "--root", "/nowhere/x", "/nowhere/y"], ["init", ""], ["check", "--root", ""], ["render", ""], ["office", "move", ""],
        ["office", "backup", ""], ["office", "restore", ""],
        ["report", "--format", "xml"], ["report", "--from", "2026-02-30"], ["report", "--from", "2026-02-02", "--to", "2026-02-01"],
        ["report", "--discussion", "2026-001", "--format", "csv"], ["report", "--root", "/nowhere"], ["report", "--output", ""],
        ["publish", "--to", ""], ["publish", "--zip", ""], ["office", "lock", "--passphrase-file", ""],
    ])
    func faultsOfTheCallEndWithTwo(arguments: [String]) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2, "\(outcome.status)")
        #expect(outcome.output == "" && !outcome.notes.isEmpty)
        #expect(!outcome.notes.contains("Fatal error") && !outcome.notes.contains("Failure("), "\(outcome.notes)")
    }

    @Test func aFaultIsToldWithWhatToDo() throws {
        let forum = try TestForum(.small)
        let invite = ["access", "invite", "--discussion", "2026-002", "--name", "Bo", "--requested-by", "XA"]
        try FileManager.default.createSymbolicLink(
            atPath: forum.root + "/link.md", withDestinationPath: "content/pages/help/index.en.md")
        for (call, words) in [
            (["init", "--root", "x", "y"], "Give the folder once"), (["check", "--root", ""], "A path is needed"),
            (["check", "--now", "3000-01-01T00:00:00Z"], "a year from 1900 to 2999"),
            (forum.call(invite + ["--until", "2026-02-30"]), "a year from 1900 to 2999"),
            (["render", forum.root + "/link.md"], "links are not followed"), (["render", forum.root], "Name an ordinary file"),
            (["access", "rotate", "--root", forum.root + "/content"], "--root"),
        ] {
            let outcome = try Program.run(call)
            #expect(outcome.status == 2 && outcome.output == "" && outcome.notes.contains(words), "\(call): \(outcome.notes)")
        }
    }

    @Test func jsonIsJSON() throws {
        let forum = try TestForum(.small)
        let build = try forum.rostrum("build", "--format", "json")
        let totals = try #require(try JSONSerialization.jsonObject(with: Data(build.output.utf8)) as? [String: Double])
        #expect(Set(totals.keys) == ["pages", "written", "kept", "rendered", "plainBytes", "indexing"])
        #expect(totals["pages"] == Double(try forum.site().pages.count))
        try forum.folder.write(
            "content/pages/help/index.en.md", "---\ntitle: \"A \\\"quoted\\\" \\u0007 title\"\nmenus: \"\\\"\"\n---\n[x](y.md)\n")
        let check = try forum.rostrum("check", "--format", "json")
        #expect(check.status == 1)
        #expect(check.notes == "")
        let findings = try check.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(findings.count >= 3)
        for finding in findings {
            #expect(Set(finding.keys).isSubset(of: ["severity", "id", "message", "file", "line", "column", "hint"]), "\(finding.keys)")
            #expect(Set(finding.keys).isSuperset(of: ["severity", "id", "message", "file"]), "\(finding.keys)")
        }
        let member = try forum.rostrum("access", "issue", "--member", "XB", "--format", "json")
        let keys = try #require(try JSONSerialization.jsonObject(with: Data(member.output.utf8)) as? [String: String])
        #expect(Set(keys.keys) == ["member", "passphrase"] && keys["member"] == "XB" && keys["passphrase"]?.count == 24)
        let new = TemporaryFolder().path + "/new"
        let made = try Program.run(["init", new, "--format", "json"])
        #expect(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: String] == ["folder": new])
        let issue = try forum.rostrum("access", "issue", "--staff", "Ann \"the\" \\ Üser", "--format", "json")
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(issue.output.utf8)) as? [String: String])
        #expect(answer["staff"] == "Ann \"the\" \\ Üser" && answer["passphrase"]?.count == 24)
        let list = try forum.rostrum("access", "list", "--format", "json").output.split(separator: "\n")
        let holders = try list.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String] }
        #expect(holders.map { $0?["member"] ?? $0?["staff"] } == ["XA", "XB", "Ann \"the\" \\ Üser"])
    }

    @Test func passphrasesAreForMembersAlone() throws {
        let forum = try TestForum(.small)
        for (code, hint) in [
            ("XC", "did you mean \"X"), ("CG", "did you mean \"CH\"?"), ("France", "one of: CH, XA, XB"), ("xa", "did you mean \"XA\"?"),
        ] {
            let outcome = try forum.rostrum("access", "issue", "--member", code)
            #expect(outcome.status == 2 && outcome.output == "", "\(code)")
            #expect(outcome.notes.contains("no State with the code \"\(code)\"") && outcome.notes.contains(hint), "\(outcome.notes)")
        }
        #expect(try forum.rostrum("access", "list").output.split(separator: "\n").count == 1)
        #expect(try forum.rostrum("access", "issue", "--staff", "two\nlines").status == 2)
        let issued = try forum.rostrum("access", "issue", "--member", "CH")
        #expect(issued.status == 0 && issued.output.wholeMatch(of: #/([0-9A-Z]{4}-){4}[0-9A-Z]{4}\n/#) != nil)
        #expect(issued.notes.contains("shown once"))
        let listed = try forum.rostrum("access", "list").output
        #expect(listed == "member\tCH\t2026-11-23T09:00:00Z\nmember\tXA\t2026-11-23T09:00:00Z\n")
    }

    @Test func keysAreForTheirOwnerAlone() throws {
        let forum = try TestForum(.small)
        #expect(try mode(forum.root + "/office") == 0o700 && mode(forum.root + "/office/keystore.json") == 0o600)
        try forum.build()
        #expect(try mode(forum.root + "/.rostrum") == 0o700)
        chmod(forum.root + "/office/keystore.json", 0o644)
        let outcome = try forum.rostrum("build")
        #expect(outcome.status == 2 && outcome.notes.contains("chmod 600"))
    }

    @Test func aNewForumBuildsAtOnce() throws {
        let folder = TemporaryFolder()
        let root = folder.path + "/new"
        #expect(try Program.run(["init", root]).status == 0)
        #expect(try mode(root) == 0o755)
        let check = try Program.run(["check", "--root", root])
        #expect(check.status == 0 && check.notes == "" && check.output == "No errors and no warnings.\n")
        let nobody = try Program.run(["access", "list", "--root", root])
        #expect(nobody.status == 0 && nobody.output == "" && nobody.notes.contains("Nobody"))
        let nowhere = try Program.run(["access", "issue", "--member", "QQ", "--root", root])
        #expect(nowhere.status == 2 && nowhere.output == "" && nowhere.notes.contains("no State with the code \"QQ\""))
        let early = try Program.run(["build", "--root", root])
        #expect(early.status == 2 && early.notes.contains("rostrum access issue"))
        #expect(try Program.run(["access", "issue", "--staff", "Ann", "--root", root]).status == 0)
        #expect(try mode(root + "/office") == 0o700 && mode(root + "/office/keystore.json") == 0o600)
        let build = try Program.run(["build", "--root", root])
        #expect(build.status == 0 && build.notes == "" && build.output.contains("pages"))
        let again = try Program.run(["init", root])
        #expect(again.status == 2)
    }

    @Test func quietAndColourlessWhereAsked() throws {
        let forum = try TestForum(.small)
        let quiet = try forum.rostrum("build", "--quiet", environment: ["NO_COLOR": "1"])
        #expect(quiet.status == 0 && quiet.output == "")
        #expect(quiet.notes.contains("warning[outdated]"))
        // On a terminal, which `script` is, findings are coloured unless NO_COLOR is set.
        let call = forum.call(["check"]).joined(separator: " ")
        for (setting, isColoured) in [("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false)] {
            let command = ["-qec", "\(setting) \(Program.path) \(call)", "/dev/null"]
            let outcome = try Program.run(executable: "/usr/bin/script", command, environment: ["NO_COLOR": ""])
            #expect(outcome.output.contains("outdated"), "\(outcome.output)")
            #expect(outcome.output.contains("\u{1B}[1;33m") == isColoured, "\(setting)")
        }
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
}
