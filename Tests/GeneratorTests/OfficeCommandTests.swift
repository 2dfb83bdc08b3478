import Files
import Foundation
import Glibc
import ProgramUnderTest
import Testing

/// The office as a whole: its lock, its backups, its place.
@Suite("Looking after the office") struct OfficeCommandTests {
    private static let passphrase = "five words nobody has said"
    private static let right = ["ROSTRUM_PASSPHRASE": passphrase]

    @Test func aLockedOfficeAsksEveryCommandThatNeedsKeys() throws {
        let forum = try TestForum(.small)
        let locked = try forum.rostrum("office", "lock", environment: Self.right)
        #expect(locked.status == 0 && locked.output.contains("are locked"))
        for command in [
            ["build"], ["access", "list"], ["access", "issue", "--staff", "Ann"], ["access", "rotate"], ["office", "unlock"],
        ] {
            let refused = try Program.run(forum.call(command), environment: ["ROSTRUM_PASSPHRASE": "five words somebody said"])
            #expect(refused.status == 2 && refused.output == "" && refused.notes.contains("not the passphrase"), "\(command)")
        }
        #expect(try forum.rostrum("check").status == 0)
        try forum.folder.write("passphrase", Self.passphrase + "\n")
        let file = ["--passphrase-file", forum.root + "/passphrase"]
        for command in [["build"], ["access", "list"], ["access", "issue", "--staff", "Ann"]] {
            #expect(try Program.run(forum.call(command + file)).status == 0, "\(command)")
        }
        #expect(try forum.rostrum("office", "lock", environment: Self.right).status == 2)
        #expect(try forum.rostrum("office", "unlock", environment: Self.right).status == 0)
        #expect(try forum.rostrum("access", "list").output.split(separator: "\n").count == 2)
        #expect(try forum.rostrum("office", "unlock").status == 2)
    }

    @Test func weakPassphrasesLockNothing() throws {
        let forum = try TestForum(.small)
        for weak in ["short", "aaaaaaaaaaaaaaaaaaaa"] {
            let refused = try forum.rostrum("office", "lock", environment: ["ROSTRUM_PASSPHRASE": weak])
            #expect(refused.status == 2 && refused.notes.contains("five or six words"))
        }
        #expect(try forum.rostrum("access", "list").status == 0)
    }

    @Test func aPassphraseIsAskedForWithoutShowingIt() throws {
        let forum = try TestForum(.small)
        let environment = forum.call(["office", "lock"])
        let twice = [("New passphrase", Self.passphrase), ("The same again", Self.passphrase)]
        let locked = try PseudoTerminal(environment).converse(twice)
        #expect(locked.status == 0 && locked.shown.contains("are locked") && !locked.shown.contains("five words"), "\(locked.shown)")
        // Backspace takes a whole character, Ctrl-U all that was typed.
        let typed = "nonsense\u{15}five words nobody has sai\u{E9}\u{7F}d"
        let list = try PseudoTerminal(forum.call(["access", "list"])).converse([("Passphrase for the keys", typed)])
        #expect(list.status == 0 && list.shown.contains("member\tXA") && !list.shown.contains("words"), "\(list.shown)")
    }

    /// Whatever ends a command while it asks, the terminal shows again what is typed.
    @Test func aTerminalIsLeftAsItWas() throws {
        let forum = try TestForum(.small)
        let call = forum.call(["office", "lock"])
        let before = try SiteTree(forum.root + "/office")
        for key in ["\u{3}", "\u{4}", "\u{1C}", "five\u{3}", "short"] {
            let terminal = try PseudoTerminal(call)
            #expect(terminal.echoes)
            let given = try terminal.converse([("New passphrase", key)])
            #expect(given.status == 2 && given.shown.contains("Run the command again") != (key == "short"), "\(given.shown)")
            #expect(terminal.echoes)
        }
        for signal in [SIGTERM, SIGINT, SIGHUP] {
            let terminal = try PseudoTerminal(call)
            let ended = try terminal.converse([("New passphrase", Self.passphrase), ("The same again", "")], signal: signal)
            #expect(ended.status != 0 && terminal.echoes, "\(signal): \(ended.shown)")
        }
        expectSame(try SiteTree(forum.root + "/office"), before, "the office")
    }

    @Test func twoThatDifferLockNothing() throws {
        let forum = try TestForum(.small)
        let outcome = try PseudoTerminal(forum.call(["office", "lock"])).converse([
            ("New passphrase", Self.passphrase), ("The same again", Self.passphrase + "!"),
        ])
        #expect(outcome.status == 2 && outcome.shown.contains("not the same"), "\(outcome.shown)")
        #expect(try forum.rostrum("access", "list").status == 0)
    }

    @Test func aBackupBringsBackWhatWasLost() throws {
        let forum = try TestForum(.small)
        let build = try forum.rostrum("build")
        #expect(build.status == 0)
        let before = try forum.site()
        let file = forum.root + "/backup"
        let made = try forum.rostrum("office", "backup", file, environment: Self.right)
        #expect(made.status == 0 && made.output.contains("found whole"), "\(made.notes)")
        #expect(try forum.rostrum("office", "backup", file, environment: Self.right).status == 2, "no file is overwritten unasked")
        #expect(try forum.rostrum("office", "backup", file, "--replace", environment: Self.right).status == 0)
        try forum.folder.remove("office")
        let lost = try forum.rostrum("build")
        #expect(lost.status == 2)
        #expect(try forum.rostrum("office", "restore", file, environment: ["ROSTRUM_PASSPHRASE": "wrong"]).status == 2)
        #expect(!forum.folder.exists("office"))
        let restored = try forum.rostrum("office", "restore", file, environment: Self.right)
        #expect(restored.status == 0 && restored.output.contains("Revoke again"), "\(restored.notes)")
        #expect(try forum.rostrum("build").status == 0)
        #expect(try forum.site() == before)
    }

    @Test func anOfficeIsKeptAsideWhenItIsReplaced() throws {
        let forum = try TestForum(.small)
        let file = forum.root + "/backup"
        #expect(try forum.rostrum("office", "backup", file, environment: Self.right).status == 0)
        #expect(try forum.rostrum("access", "issue", "--staff", "Ann").status == 0)
        #expect(try forum.rostrum("office", "restore", file, "--check", environment: Self.right).output.contains("is whole"))
        #expect(try forum.rostrum("office", "restore", file, environment: Self.right).status == 2)
        #expect(try forum.rostrum("access", "list").output.contains("Ann"))
        let replaced = try forum.rostrum("office", "restore", file, "--replace", environment: Self.right)
        #expect(replaced.status == 0 && replaced.output.contains("office.2026-11-23T09:00:00Z"))
        #expect(try !forum.rostrum("access", "list").output.contains("Ann"))
        #expect(forum.folder.exists("office.2026-11-23T09:00:00Z/keystore.json"))
    }

    @Test func copiesThatALockOrARevocationDoesNotReachAreNamed() throws {
        let forum = try TestForum(.small)
        let copy = try ResolvedPath(forum.root).path + "/office.2026-11-23T09:00:00Z"
        #expect(try forum.rostrum("access", "issue", "--staff", "Ann").status == 0)
        #expect(try !forum.rostrum("access", "revoke", "--staff", "Ann").notes.contains("office."))
        let file = forum.root + "/backup"
        #expect(try forum.rostrum("office", "backup", file, environment: Self.right).status == 0)
        #expect(try forum.rostrum("office", "restore", file, "--replace", environment: Self.right).status == 0)
        let locked = try forum.rostrum("office", "lock", "--quiet", environment: Self.right)
        #expect(locked.status == 0 && locked.notes.contains("rm -r"), "\(locked.notes)")
        #expect(locked.notes.contains("not locked by this:\n  \(copy)\n"), "\(locked.notes)")
        let revoked = try forum.rostrum("access", "revoke", "--member", "XA", environment: Self.right)
        #expect(revoked.status == 0 && revoked.notes.contains("passphrase still counts:\n  \(copy)\n"), "\(revoked.notes)")
        #expect(try forum.rostrum("access", "issue", "--member", "XA", environment: Self.right).status == 0)
        let json = try forum.rostrum("access", "revoke", "--member", "XA", "--format", "json", environment: Self.right)
        #expect(json.output == "{\"member\":\"XA\",\"revoked\":true,\"copies\":[\"\(copy)\"]}\n" && json.notes == "")
    }

    @Test func aRestoredOfficeThatIsNoLongerLockedIsTold() throws {
        let forum = try TestForum(.small)
        let (open, locked) = (forum.root + "/open", forum.root + "/locked")
        #expect(try forum.rostrum("office", "backup", open, environment: Self.right).status == 0)
        #expect(try forum.rostrum("office", "lock", environment: Self.right).status == 0)
        #expect(try forum.rostrum("office", "backup", locked, environment: Self.right).status == 0)
        let same = try forum.rostrum("office", "restore", locked, "--replace", environment: Self.right)
        #expect(same.status == 0 && same.notes == "", "\(same.notes)")
        let call = ["office", "restore", open, "--replace", "--quiet", "--root", forum.root]
        let opened = try Program.run(call, environment: Self.right)
        #expect(opened.status == 0 && opened.notes.contains("are no longer"), "\(opened.notes)")
        #expect(opened.notes.contains("`rostrum office lock`"), "\(opened.notes)")
    }

    @Test(arguments: ["site", "content", "content/pages", "themes", ".rostrum", "office"])
    func whatIsPrivateIsNotWrittenWhereItIsLostOrPublished(folder: String) throws {
        let forum = try TestForum(.small)
        #expect(try forum.rostrum("build").status == 0)
        let place = forum.root + "/" + folder + "/new"
        let backup = try forum.rostrum("office", "backup", place, environment: Self.right)
        #expect(backup.status == 2 && backup.notes.contains("Name a place outside of"), "\(backup.notes)")
        let moved = try forum.rostrum("office", "move", place)
        #expect(moved.status == 2 && moved.notes.contains("Name a place outside of"), "\(moved.notes)")
        if folder != "office" {  // where a letter is as private as the keys
            let letter = try forum.rostrum("access", "issue", "--staff", "Ann", "--letter", place)
            #expect(letter.status == 2 && letter.output == "" && letter.notes.contains("Name a place outside of"), "\(letter.notes)")
        }
        #expect(!forum.folder.exists(folder + "/new") && forum.folder.exists("office/keystore.json"))
    }

    @Test func whatIsInTheWayIsCalledWhatItIs() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("folder/file", "x")
        for replace in [[], ["--replace"]] {
            let call = forum.call(["office", "backup", forum.root + "/folder"] + replace)
            #expect(try Program.run(call, environment: Self.right).notes.contains("there is already a folder"))
        }
        let missing = try forum.rostrum("office", "move", forum.root + "x/missing/office")
        #expect(missing.status == 2 && missing.notes.contains("there is no folder") && forum.folder.exists("office/keystore.json"))
        let same = try forum.rostrum("office", "move", forum.root + "/office")
        #expect(same.status == 2 && same.notes.contains("already"))
    }

    /// A full disk leaves the office where it was, and nothing of it on the disk; needs the right to mount one.
    @Test(.enabled(if: getuid() == 0 && TinyDisk.isPossible)) func aMoveThatDoesNotFitLeavesNothing() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("office/large", [UInt8](repeating: 1, count: 2_000_000))
        let before = try SiteTree(forum.root + "/office")
        let disk = try TinyDisk(megabytes: 1)
        let moved = try forum.rostrum("office", "move", disk.folder.path + "/office")
        #expect(moved.status == 2 && moved.notes.contains("Make room on this disk"), "\(moved.notes)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == [])
        expectSame(try SiteTree(forum.root + "/office"), before, "the office")
        #expect(try forum.rostrum("access", "list").status == 0)
    }

    /// However the keys are damaged, a backup takes their place.
    @Test func anOfficeThatCannotBeReadIsReplaced() throws {
        let forum = try TestForum(.small)
        let (file, keys) = (forum.root + "/backup", forum.root + "/office/keystore.json")
        #expect(try forum.rostrum("office", "backup", file, environment: Self.right).status == 0)
        for (index, damage) in ["", "{\"locked\":1}", "\0"].enumerated() {
            try forum.folder.write("office/keystore.json", damage)
            chmod(keys, 0o600)
            let call = ["office", "restore", file, "--replace", "--root", forum.root, "--now", "2026-11-23T09:00:0\(index)Z"]
            let restored = try Program.run(call, environment: Self.right)
            #expect(restored.status == 0, "\(damage): \(restored.notes)")
            #expect(try forum.rostrum("access", "list").output.contains("XA"))
        }
        try forum.folder.remove("office/keystore.json")
        try forum.folder.write("office/keystore.json/file", "x")
        let restored = try forum.rostrum("office", "restore", file, "--replace", environment: Self.right)
        #expect(restored.status == 2 && restored.notes.contains("already"), "the name was taken in this second: \(restored.notes)")
        let later = ["office", "restore", file, "--replace", "--root", forum.root, "--now", "2026-11-23T09:00:09Z"]
        #expect(try Program.run(later, environment: Self.right).status == 0)
        #expect(try forum.rostrum("access", "list").output.contains("XA"))
    }

    @Test func aBuildSaysThatABackupIsDue() throws {
        let forum = try TestForum(.small)
        let build = { (now: String) in try Program.run(["build", "--root", forum.root, "--now", now]).notes }
        #expect(try !build("2026-11-24T09:00:00Z").contains("office backup"))
        #expect(try build("2026-11-30T09:00:00Z").contains("The office has never been backed up"))
        #expect(try forum.rostrum("office", "backup", forum.root + "/backup", environment: Self.right).status == 0)
        #expect(try !build("2026-11-30T08:00:00Z").contains("office backup"))
        #expect(try build("2026-12-01T09:00:00Z").contains("last backed up 8 days ago"))
    }

    @Test func anOfficeThatWasMovedIsFound() throws {
        let forum = try TestForum(.small)
        let vault = TemporaryFolder()
        let target = vault.path + "/office"
        let moved = try forum.rostrum("office", "move", target)
        #expect(moved.status == 0, "\(moved.notes)")
        #expect(!forum.folder.exists("office") && vault.exists("office/keystore.json"))
        #expect(try forum.rostrum("build").status == 0)
        #expect(try forum.rostrum("access", "issue", "--staff", "Ann").status == 0)
        #expect(!forum.folder.exists("office"))
        #expect(try forum.rostrum("office", "move", forum.root + "/content/office").status == 2)
        try FileManager.default.moveItem(atPath: target, toPath: target + ".away")
        let away = try forum.rostrum("access", "issue", "--staff", "Bob")
        #expect(away.status == 2 && away.output == "" && away.notes.contains("Connect the disk"), "\(away.notes)")
        try FileManager.default.moveItem(atPath: target + ".away", toPath: target)
        #expect(try forum.rostrum("office", "move", forum.root + "/office").status == 0)
        #expect(try forum.rostrum("access", "list").output.contains("Ann"))
    }
}
