/// Finds the lines by which mail programs are known. Prose that quotes a letter names a day and a writer too; a mail program also writes
/// the minute, the address, or a head of fields.
enum MailRemains {
    /// How many lines a head has, from the sender to the subject, and over how many the line above a quotation is broken.
    private static let headLimit = 6
    private static let introductionLimit = 3

    /// The first line of each, counted from 0, as it is written. Of mails quoted in full only the first is told: the others stand below it.
    static func all(in body: [UInt8]) -> [(line: Int, text: String)] {
        let lines = String(decoding: body, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map { MailLine($0) }
        var found: [(line: Int, text: String)] = []
        var isCode = false
        var hasHead = false
        var next = 0
        for (index, line) in lines.enumerated() {
            if line.text.hasPrefix("```") || line.text.hasPrefix("~~~") { isCode.toggle() }
            guard !isCode, !line.isQuoted, !line.text.isEmpty, index >= next else { continue }
            if !hasHead, isRule(line.text) || isHead(lines, index) {
                hasHead = true
                found.append((index, line.written))
            } else if !hasHead, let count = introduction(lines, index) {
                found.append((index, line.written))
                next = index + count
            } else if MailAdvertisement.isOne(line), isAlone(lines, index) {
                found.append((index, line.written))
            }
        }
        return found
    }

    /// `-----Original Message-----`, or a sentence that says the same.
    private static func isRule(_ text: String) -> Bool {
        guard text.last == "-" || text.last == ":" else { return false }
        if text.last == ":" { return MailPhrases.forwarding.contains(trimmed(text)) }
        guard text.hasPrefix("--") || text.hasPrefix("- -") else { return false }
        return MailPhrases.original.contains(trimmed(text))
    }

    private static func trimmed(_ text: String) -> String {
        let isSign = { (character: Character) in character == "-" || character == " " || character == ":" }
        let end = text.lastIndex { !isSign($0) }
        return end.map { String(text[...$0].drop(while: isSign)) } ?? ""
    }

    /// The sender, then when it was sent and to whom or about what; with a plain date the sender's address too.
    private static func isHead(_ lines: [MailLine], _ index: Int) -> Bool {
        guard let first = fields(lines[index].text).first, first == .from else { return false }
        var found: Set<MailPhrases.Field> = []
        for line in lines[index...].prefix(headLimit) where !line.isQuoted { found.formUnion(fields(line.text)) }
        guard found.contains(.to) || found.contains(.subject) else { return false }
        return found.contains(.sent) || found.contains(.date) && lines[index].text.contains("@")
    }

    /// The fields that a line names, in their order: one at its start, or several in one line.
    private static func fields(_ text: String) -> [MailPhrases.Field] {
        var found: [MailPhrases.Field] = []
        var isStart = true
        for part in text.split(separator: ":", omittingEmptySubsequences: false).dropLast() {
            let words = part.split(separator: " ")
            let names = (1...3).map { words.suffix($0).joined(separator: " ") }
            if isStart {
                guard let field = MailPhrases.fields[words.joined(separator: " ")] else { return [] }
                found.append(field)
            } else if let field = names.lazy.reversed().compactMap({ MailPhrases.fields[$0] }).first {
                found.append(field)
            }
            isStart = false
        }
        return found
    }

    /// How many lines the line above a quotation takes, as in `On …, … wrote:`; nil where there is none.
    private static func introduction(_ lines: [MailLine], _ index: Int) -> Int? {
        var text = ""
        for (count, line) in lines[index...].prefix(introductionLimit).enumerated() {
            guard !line.text.isEmpty, !line.isQuoted else { return nil }
            text += (count == 0 ? "" : " ") + line.text
            guard text.last == ":" else { continue }
            let below = lines[(index + count + 1)...].prefix(2).contains { $0.isQuoted }
            return MailIntroduction(text).isOne(aboveQuotation: below) ? count + 1 : nil
        }
        return nil
    }

    /// Whether a line stands by itself above or below, as no line of a paragraph does.
    private static func isAlone(_ lines: [MailLine], _ index: Int) -> Bool {
        let isEmpty = { (line: Int) in !lines.indices.contains(line) || lines[line].text.allSatisfy { $0 == "-" } }
        return isEmpty(index - 1) || isEmpty(index + 1)
    }
}
