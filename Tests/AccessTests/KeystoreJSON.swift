import Access
import Files

/// A keystore's file made from FORMAT.md, section 10, without the program: a slot for `passphrase`, and others for nobody.
struct KeystoreJSON {
    static let passphrase = "7K2M-Q4XZ-9TB3-WJ0H-VNPF"
    private static let site = "00112233445566778899aabbccddeeff"
    private static let salt = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    private static let issued = "2026-11-23T09:00:00Z"
    private static let master = String(repeating: "11", count: 32)
    private static let keyringSecret = String(repeating: "22", count: 32)
    private static let namesKey = String(repeating: "33", count: 32)
    /// S of `passphrase` with the salt and 100,000 rounds.
    private static let secret = "d3db21f1be8fab5acc0f269975ec79696e1ee11c66416fe2cb50352282924eaf"

    private let slots: [(kind: String, name: String, secret: String)]

    init(slots count: Int) {
        let others = (1..<count).map { number in
            (kind: "staff", name: "person \(1000 + number)", secret: Digest.sha256Hex("\(number)".utf8))
        }
        slots = [("member", "XA", KeystoreJSON.secret)] + others
    }

    var check: String {
        var values = [
            "1", KeystoreJSON.site, KeystoreJSON.salt, "100000", "7", "1", KeystoreJSON.keyringSecret, KeystoreJSON.namesKey, "1",
            "\(slots.count)", "1", KeystoreJSON.master,
        ]
        for slot in slots { values += [slot.kind, slot.name, slot.secret, KeystoreJSON.issued] }
        return Digest.sha256Hex(
            values.flatMap { value in
                (0..<4).map { UInt8(truncatingIfNeeded: value.utf8.count >> (24 - 8 * $0)) } + Array(value.utf8)
            })
    }

    func put(in folder: Folder) throws {
        let list = slots.map {
            "{\"kind\":\"\($0.kind)\",\"name\":\"\($0.name)\",\"secret\":\"\($0.secret)\",\"issued\":\"\(KeystoreJSON.issued)\"}"
        }
        let json = """
            {"version":1,"site":"\(KeystoreJSON.site)","salt":"\(KeystoreJSON.salt)","rounds":100000,"generation":7,"epoch":1,
            "masters":[{"epoch":1,"key":"\(KeystoreJSON.master)"}],"keyringSecret":"\(KeystoreJSON.keyringSecret)",
            "namesKey":"\(KeystoreJSON.namesKey)","slots":[\(list.joined(separator: ","))],"check":"\(check)"}
            """
        try FileSystem.makeFolder(folder.path + "/office", mode: 0o700)
        try FileSystem.replace(folder.path + "/office/keystore.json", Array(json.utf8), mode: 0o600)
    }
}
