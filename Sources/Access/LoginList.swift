package import Diagnostics
import Files
package import Model

/// Who may sign in to a part of the site with `gate: server`: a list as Apache and nginx read it (`htpasswd`), in the office's
/// folder `htpasswd/`. FORMAT.md has a section on it.
package struct LoginList: Sendable, Equatable {
    /// `members`, or `guests-2026-014`: of the list's file, and what the server's settings call it.
    package let name: String
    /// A line for each account: its name, a colon, and a bcrypt hash.
    package let text: String
    /// With which the office itself asks the server for what those on the list may read, and so whether it has this very list.
    package let probe: Account

    /// A name and a password, as a browser asks for them.
    package struct Account: Sendable, Equatable {
        package let name: String
        package let password: String
    }

    /// The name of an audience's list.
    package static func name(of audience: Audience) -> String {
        switch audience {
        case .members: "members"
        case .guests(let discussion): "guests-\(discussion)"
        }
    }

    /// The list of those who may read what is for `audience`: members and staff may read everything.
    package init(_ audience: Audience, of keystore: Keystore, at now: Instant) throws(Failure) {
        name = Self.name(of: audience)
        var lines: [String] = []
        if audience != .members { lines.append(Self.line(try Self.probe(.members, Self.lines(.members, keystore, now), keystore))) }
        lines += Self.lines(audience, keystore, now)
        let probe = try Self.probe(audience, lines, keystore)
        text = ([Self.line(probe)] + lines).map { $0 + "\n" }.joined()
        self.probe = probe.account
    }

    /// Those who have a passphrase, and cannot sign in with it: it was issued before this program kept what servers compare.
    package static func missing(_ keystore: Keystore, at now: Instant) -> [Holder] {
        keystore.standing(at: now).filter { $0.login == nil }.map(\.holder)
    }

    private static func lines(_ audience: Audience, _ keystore: Keystore, _ now: Instant) -> [String] {
        keystore.standing(at: now).compactMap { slot in
            if case .guest(_, let discussion) = slot.holder, audience != .guests(of: discussion) { return nil }
            return slot.login.map { "\(keystore.userName(of: slot.holder)):\($0)" }
        }
    }

    private static func line(_ probe: (account: Account, hash: String)) -> String { "\(probe.account.name):\(probe.hash)" }

    /// Its password stands for the other lines, so that a server with an older list refuses it.
    private static func probe(_ audience: Audience, _ lines: [String], _ keystore: Keystore) throws(Failure) -> (
        account: Account, hash: String
    ) {
        let list = name(of: audience)
        let info = Format.info("login probe", keystore.site, list, Digest.sha256Hex(Format.encode(lines)))
        let secret = keystore.keyringSecret.child(info)
        let account = Account(name: "audit-\(list)", password: Hexadecimal.text(secret.bytes(Format.info("password"), count: 16)))
        let salt = secret.bytes(Format.info("salt"), count: LoginHash.saltCount)
        return (account, try LoginHash.hash(account.password, salt: salt))
    }
}

extension LoginList {
    /// The folder of the lists, in the office.
    package static let folder = "htpasswd"

    /// Puts lists into the office, and removes those that are no longer.
    ///
    /// - Returns: whether anything there has changed.
    package static func write(_ lists: [LoginList], office: String) throws(Failure) -> Bool {
        let folder = office + "/" + Self.folder
        try FileSystem.makeFolder(folder, mode: 0o700)
        var changed = false
        for list in lists {
            let path = folder + "/" + list.name
            let bytes = Array(list.text.utf8)
            if try FileSystem.look(path)?.kind == .file, try FileSystem.read(path, limit: 16 << 20) == bytes { continue }
            try FileSystem.replace(path, bytes, mode: 0o600)
            changed = true
        }
        let names = Set(lists.map(\.name))
        for entry in try FileSystem.entries(of: folder) where entry.name.hasPrefix("guests-") && !names.contains(entry.name) {
            try FileSystem.remove(folder + "/" + entry.name)
            changed = true
        }
        return changed
    }

    /// Whether every one of these lists is in the office.
    package static func exist(_ names: [String], office: String) throws(Failure) -> Bool {
        for name in names where try FileSystem.look("\(office)/\(folder)/\(name)") == nil { return false }
        return true
    }
}

extension Keystore {
    /// With what a reader signs in beside the passphrase, with `gate: server`: a State's code, or a name that tells nobody's: servers
    /// write it into their logs.
    package func userName(of holder: Holder) -> String {
        let opaque = { (purpose: String) in String(OpaqueNames(self).name(for: purpose).prefix(8)) }
        return switch holder {
        case .member(let code): code
        case .staff(let name): "staff-" + opaque("login/staff/\(name)")
        case .guest(let name, let discussion): "guest-\(discussion)-" + opaque("login/guest/\(discussion)/\(name)")
        }
    }
}
