/// Whether a file whose name does not say so is a text.
enum TextSignature {
    /// - Parameter ending: the name's; a text with the ending of another format is a file of that.
    static func fits(_ bytes: [UInt8], ending: String) -> Bool {
        guard !bytes.isEmpty, !FileTypes.isKnown(ending), let text = TextDecoder.decodeFile(Array(bytes.prefix(8 << 10))) else {
            return false
        }
        // What is guessed must make sense: random bytes are some text in a legacy encoding too.
        if UTF8Text.isValid(bytes.prefix(4 << 10)) { return true }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        let strange = scalars.count { $0 == "\u{FFFD}" || OneLine.isControl($0) && $0 != "\n" && $0 != "\r" && $0 != "\t" }
        return strange * 50 <= scalars.count
    }
}
