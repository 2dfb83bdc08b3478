/// Tells what Outlook packs into a `winmail.dat`.
enum Winmail {
    static func fits(_ bytes: [UInt8], type: String, name: String) -> Bool {
        bytes.starts(with: [0x78, 0x9F, 0x3E, 0x22])
    }
}
