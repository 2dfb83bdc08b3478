import Quarantine

extension MailReader {
    /// What is left of a text without the files that stand within it.
    mutating func takeFiles(out bytes: [UInt8], of part: MailPart, with opener: inout Opener) -> [UInt8] {
        let found = UuencodedFiles(in: bytes, atMost: QuarantineLimits.parts - within)
        within += found.files.count
        for file in found.files {
            let said = String(decoding: TextDecoder.decode(file.name, label: part.parameters["charset"]), as: UTF8.self)
            let name = contents.free(FileName.attachment(said) ?? numberedPart(""))
            opener.add(file.bytes, name: name, called: name, to: &contents, depth: depth)
        }
        return found.text
    }
}
