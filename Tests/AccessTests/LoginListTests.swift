import Diagnostics
import Files
import Foundation
import Model
import SeededNumbers
import Testing

@testable import Access

private let now = Instant(seconds: 1_795_392_000)

/// What a server compares passphrases with, with `gate: server`.
@Suite struct LoginListTests {
    private func keystore(seed: UInt64 = 1) throws -> (keystore: Keystore, passphrases: [Passphrase]) {
        var generator = Seeded(seed)
        var keystore = Keystore.create(rounds: 100_000, using: &generator)
        var passphrases: [Passphrase] = []
        let calendar = try #require(ForumCalendar("Europe/Zurich"))
        let holders: [Holder] = [
            .member("XA"), .staff("Ana María: Ñandú"), .guest(name: "Bo", discussion: "2026-014"),
            .guest(name: "Bo", discussion: "2026-015"),
        ]
        for holder in holders {
            var invitation: Invitation?
            if case .guest = holder { invitation = Invitation(requestedBy: "XA", until: Day("2026-12-31"), calendar: calendar) }
            let issued = try keystore.issue(holder, invitation: invitation, at: now, using: &generator)
            keystore = issued.keystore
            passphrases.append(issued.passphrase)
        }
        return (keystore, passphrases)
    }

    /// Vectors of bcrypt as others have published them, for version 2y and this cost.
    @Test func hashesAsOthersDo() throws {
        // The salt of sixteen bytes 0x10 41 04 … is "CCCC…" in bcrypt's own base 64.
        let salt: [UInt8] = [0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10]
        #expect(try LoginHash.hash("U*U", salt: salt) == "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")
        #expect(LoginHash.isValid("$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"))
        for other in ["", "$2y$05$short", "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyO:W"] {
            #expect(!LoginHash.isValid(other))
        }
    }

    @Test func listsThoseWhoMayReadAndNobodyElse() throws {
        let (keystore, passphrases) = try keystore()
        func names(_ list: LoginList) -> [String] { list.text.split(separator: "\n").map { String($0.prefix { $0 != ":" }) } }
        let staff = keystore.userName(of: .staff("Ana María: Ñandú"))
        let guest = keystore.userName(of: .guest(name: "Bo", discussion: "2026-014"))
        #expect(staff.hasPrefix("staff-") && staff.count == 14 && guest.hasPrefix("guest-2026-014-") && guest.count == 23)
        let members = try LoginList(.members, of: keystore, at: now)
        #expect(members.name == "members" && names(members) == ["audit-members", "XA", staff])
        let guests = try LoginList(.guests(of: "2026-014"), of: keystore, at: now)
        #expect(guests.name == "guests-2026-014")
        #expect(names(guests) == ["audit-guests-2026-014", "audit-members", "XA", staff, guest])
        // A server hashes what is typed with the salt that stands in the list.
        for (index, name) in ["XA", staff, guest].enumerated() {
            let line = try #require(guests.text.split(separator: "\n").first { $0.hasPrefix(name + ":") })
            let hash = line.dropFirst(name.count + 1)
            #expect(hash.hasPrefix("$2y$05$") && LoginHash.isValid(String(hash)))
            #expect(keystore.slots[index].login == String(hash))
            #expect(!guests.text.contains(passphrases[index].grouped) && !guests.text.contains(passphrases[index].symbols))
        }
        #expect(!guests.text.contains("Bo") && !members.text.contains("Ana"))
        #expect(LoginList.missing(keystore, at: now).isEmpty)
    }

    @Test func whoHasLapsedIsOnNoList() throws {
        let (keystore, _) = try keystore()
        let later = try #require(Instant(iso: "2027-01-01T00:00:00Z"))
        let guest = keystore.userName(of: .guest(name: "Bo", discussion: "2026-014"))
        #expect(try LoginList(.guests(of: "2026-014"), of: keystore, at: now).text.contains(guest))
        #expect(try !LoginList(.guests(of: "2026-014"), of: keystore, at: later).text.contains(guest))
    }

    @Test func theOfficesOwnAccountStandsForTheListAsItIs() throws {
        let (keystore, _) = try keystore()
        let list = try LoginList(.members, of: keystore, at: now)
        #expect(try LoginList(.members, of: keystore, at: now) == list)
        var generator = Seeded(5)
        let other = try keystore.issue(.member("XB"), at: now, using: &generator).keystore
        let changed = try LoginList(.members, of: other, at: now)
        #expect(changed.probe.name == list.probe.name && changed.probe.password != list.probe.password)
        #expect(try LoginList(.members, of: self.keystore(seed: 2).keystore, at: now).probe.password != list.probe.password)
        #expect(!list.text.contains(list.probe.password) && list.probe.password.count == 32)
    }

    @Test func stayInTheOfficeForItsOwner() throws {
        let folder = Folder()
        let (keystore, _) = try keystore()
        let lists = [try LoginList(.members, of: keystore, at: now), try LoginList(.guests(of: "2026-014"), of: keystore, at: now)]
        try FileSystem.makeFolder(folder.path + "/office", mode: 0o700)
        let office = folder.path + "/office"
        #expect(try LoginList.write(lists, office: office))
        #expect(try !LoginList.write(lists, office: office))
        #expect(try LoginList.exist(["members", "guests-2026-014"], office: office))
        #expect(try FileSystem.mode(office + "/htpasswd/members").map { $0 & 0o777 } == 0o600)
        #expect(try FileSystem.mode(office + "/htpasswd").map { $0 & 0o777 } == 0o700)
        #expect(try LoginList.write([lists[0]], office: office))
        #expect(try !LoginList.exist(["guests-2026-014"], office: office))
    }

    /// What version 2 of the file has no place for is missing, and stays so until the passphrase is issued again.
    @Test func anOlderKeystoreHasNoLogins() throws {
        let folder = Folder()
        try KeystoreJSON(slots: 2).put(in: folder)
        let old = try Keystore.load(office: folder.path + "/office")
        #expect(LoginList.missing(old, at: now) == [.member("XA"), .staff("person 1001")])
        #expect(try LoginList(.members, of: old, at: now).text.split(separator: "\n").count == 1)
        var generator = Seeded(3)
        let issued = try old.issue(.member("XA"), at: now, using: &generator).keystore
        #expect(LoginList.missing(issued, at: now) == [.staff("person 1001")])
        try Keystore.change(office: folder.path + "/office", using: &generator) { _, _ in (issued, ()) }
        #expect(try Keystore.load(office: folder.path + "/office") == issued)
    }
}
