/// What a mail program writes above a quotation, as in `On 16 Nov 2026, at 10:02, Forum <a@b.example> wrote:`.
struct MailIntroduction {
    private let text: String
    private let hasAddress: Bool

    /// - Parameter text: one to three lines, as `MailLine` folds them, the last of which ends with a colon.
    init(_ text: String) {
        self.text = MailLine.folded(text.unicodeScalars.dropLast())
        hasAddress = text.contains("@")
    }

    /// Whether it is one: an address in brackets and a verb; or the minute and the day, with an address or a quotation below.
    func isOne(aboveQuotation: Bool) -> Bool {
        let last = text.split(separator: " ").last.map(String.init) ?? ""
        let hasVerb = MailPhrases.verbs.contains { text.hasSuffix($0) } || isArabic
        let endsWithAddress = last.hasSuffix(">") && (last.contains("@") || hasAddress)
        guard hasVerb || endsWithAddress else { return false }
        if hasTimeAndDay { return hasAddress || aboveQuotation }
        return hasVerb && hasAddress && text.contains("<") && aboveQuotation
    }

    /// Arabic has the verb before the name.
    private var isArabic: Bool { MailPhrases.arabicVerbs.contains { verb in text.split(separator: " ").contains { $0 == verb } } }

    /// The minute as in `10:02`, and a year or a day as in `16.11.26`.
    private var hasTimeAndDay: Bool {
        let digits = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
        let pattern = String(decoding: digits, as: UTF8.self)
        let parts = pattern.split { !"0:/.-".contains($0) }
        let hasTime = parts.contains { $0.contains("0:00") }
        let hasDay = parts.contains { part in
            part.split(separator: "0", omittingEmptySubsequences: false).count == 5 || part.contains("0000")
                || [".", "/", "-"].contains { part.split(separator: $0).count == 3 }
        }
        return hasTime && hasDay
    }
}
