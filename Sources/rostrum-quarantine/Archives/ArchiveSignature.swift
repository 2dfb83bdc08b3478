/// Whether bytes are an archive that is opened: a zip, a tar, packed or not, or a 7z.
enum ArchiveSignature {
    static func fits(_ bytes: [UInt8]) -> Bool { false }
}
