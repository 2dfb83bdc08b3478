/// The encoding of the names in an archive, which is one for all of them where no entry says otherwise.
struct ArchiveNames {
    private let charset: Charset

    /// - Parameter names: as they stand in the archive.
    init(_ names: [[UInt8]]) {
        let legacy = names.filter { !UTF8Text.isValid($0) }
        charset = Charset(CharsetGuess.best(of: Self.candidates, for: Array(legacy.prefix(200).joined(separator: [0x0A]))))
    }

    func decode(_ name: [UInt8]) -> String {
        guard !UTF8Text.isValid(name) else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: charset.decodeLoosely(name) ?? name, as: UTF8.self)
    }

    /// Code pages of DOS and what Windows wrote in their place.
    private static let candidates = ["CP437", "CP866", "CP932", "GB18030", "BIG5-HKSCS", "CP949", "WINDOWS-1251", "WINDOWS-1252", "CP720"]
}
