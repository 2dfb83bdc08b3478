import CCrypt
import Diagnostics
import Glibc

/// bcrypt, as web servers compare passwords with it.
enum LoginHash {
    /// 2⁵ rounds, the least that servers write themselves: the server counts them anew for every file that a reader loads, and a
    /// passphrase of 90 random bits gains nothing from more.
    private static let cost: UInt = 5
    /// Bytes of salt.
    static let saltCount = 16

    /// `$2y$05$…`, 60 characters of ASCII.
    ///
    /// - Parameter salt: 16 bytes.
    static func hash(_ password: String, salt: [UInt8]) throws(Failure) -> String {
        var setting = [CChar](repeating: 0, count: 64)
        let settingCount = Int32(setting.count)
        let prepared = salt.withUnsafeBytes { salt in
            crypt_gensalt_rn("$2y$", cost, salt.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(salt.count), &setting, settingCount)
        }
        var room: UnsafeMutableRawPointer?
        var count: Int32 = 0
        defer { free(room) }
        guard prepared != nil, let hash = crypt_ra(password, setting, &room, &count) else {
            throw Failure(
                "this system's libcrypt makes no bcrypt hashes",
                remedy: "Install libcrypt in the version that Debian 12 has, or a later one.")
        }
        return String(cString: hash)
    }

    /// Whether a text is such a hash, so that it can stand in a list for a server.
    static func isValid(_ text: String) -> Bool {
        text.utf8.count == 60 && text.hasPrefix("$2y$")
            && text.utf8.allSatisfy { (46...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 36 }
    }
}
