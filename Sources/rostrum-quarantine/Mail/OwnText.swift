import Quarantine

/// What a part of a mail says, as Markdown with LF line endings.
struct OwnText {
    var bytes: [UInt8]
    /// Whether it stood within an OpenPGP signature of its own.
    var isSigned = false
    /// Why there is no text.
    var hidden: Opened.Refusal.Reason?

    static func read(_ bytes: [UInt8], of part: MailPart) -> OwnText {
        let decoded = TextDecoder.decode(bytes, label: label(of: part, bytes))
        guard part.type == "text/plain" else { return OwnText(bytes: HTMLText.markdown(decoded)) }
        let text = TextDecoder.normalise(decoded)
        let unsigned = ArmouredText.open(text)
        var own = unsigned ?? OwnText(bytes: text)
        if part.parameter("format") == "flowed" { own.bytes = FlowedText.unfold(own.bytes, deletesSpace: part.parameter("delsp") == "yes") }
        return own
    }

    /// All parts as one text: some clients divide it at each attachment.
    static func joined(_ parts: [[UInt8]]) -> [UInt8] {
        var text: [UInt8] = []
        for part in parts {
            if !text.isEmpty {
                while text.last == 0x0A { text.removeLast() }
                text += [0x0A, 0x0A]
            }
            text += part
        }
        return LeadingFrontMatter.mended(text)
    }

    /// The text in a `winmail.dat`, and whether it was HTML.
    static func packed(in winmail: Winmail) -> ([UInt8], isHTML: Bool) {
        if let text = winmail.text { return (joined([TextDecoder.normalise(text)]), false) }
        if let html = winmail.html { return (joined([HTMLText.markdown(html)]), true) }
        if let rtf = winmail.rtf { return (joined([TextDecoder.normalise(RichText.text(rtf))]), false) }
        return ([], false)
    }

    /// What the part says of its encoding, or an HTML document of its own.
    private static func label(of part: MailPart, _ bytes: [UInt8]) -> String? {
        if let charset = part.parameters["charset"], !charset.isEmpty { return charset }
        guard part.type == "text/html" else { return nil }
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        guard let start = head.firstRange(of: "charset=")?.upperBound else { return nil }
        return String(head[start...].drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix { !"\"'>;/ ".contains($0) })
    }
}
