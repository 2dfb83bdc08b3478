/// Tells telephone numbers from years, amounts, dates and numbers of documents.
enum Telephones {
    static func isTelephone(_ run: DigitRun, in piece: Piece) -> Bool {
        guard (6...15).contains(run.digits.count) else { return false }
        if isInternational(run) { return true }
        let before = Before(piece, run.range.lowerBound)
        if before.endsWith(words) { return !isDiscussion(run) && (!run.groups.contains(4) || !isDate(run)) }
        return !before.isNumberSign && !before.endsWith(documents) && !isDate(run) && !isTime(run) && isLocal(run)
    }

    /// `+41 22 338 91 11`, `00 41 22 338 91 11`: a code of a country, and seven digits at least.
    private static func isInternational(_ run: DigitRun) -> Bool {
        guard run.beginsWithPlus || (run.digits.starts(with: [0, 0]) && run.digits[2] != 0) else { return false }
        let code = run.beginsWithPlus ? 0 : 2
        guard run.digits.count >= code + 8, run.digits[code] != 0 else { return false }
        // Rounded amounts, as in "+1 000 000 000".
        return run.digits.suffix(6) != [0, 0, 0, 0, 0, 0]
    }

    /// Forms that are telephone numbers in some country and hardly anything else.
    private static func isLocal(_ run: DigitRun) -> Bool {
        let count = run.digits.count
        guard !run.separators.contains("/") else { return false }
        // 022 338 91 11, 01.23.45.67.89, 0612345678; not 0.12345678, nor 0036-8075, which is a periodical's.
        if run.digits[0] == 0, (9...11).contains(count), run.groups[0] >= 2 { return run.groups.count != 2 || run.groups[0] < 6 }
        // (212) 555-0123, 8 (495) 123-45-67
        if run.hasBracket, (9...12).contains(count), run.groups.count >= 3 { return run.groups.prefix(2).contains { (2...5).contains($0) } }
        // 212-555-0123
        if run.groups == [3, 3, 4], run.separators.allSatisfy({ $0 == "-" || $0 == "." }) { return true }
        // 138 1234 5678, 13812345678
        let isMobile = count == 11 && run.digits[0] == 1 && (3...9).contains(run.digits[1])
        return isMobile && (run.groups == [11] || run.groups == [3, 4, 4])
    }

    /// `01.02.2019`, `2019-02-01`, `01/02/19`.
    private static func isDate(_ run: DigitRun) -> Bool {
        guard run.groups.count == 3, !run.beginsWithPlus, !run.hasBracket else { return false }
        return run.groups == [2, 2, 4] || run.groups == [4, 2, 2] || run.groups == [2, 2, 2] || run.groups == [1, 2, 4]
            || run.groups == [2, 1, 4]
    }

    /// `2026-014`
    private static func isDiscussion(_ run: DigitRun) -> Bool {
        run.groups == [4, 3] && run.separators == ["-"] && run.digits[0] == 2
    }

    /// `08.30-12.45`
    private static func isTime(_ run: DigitRun) -> Bool {
        run.groups == [2, 2, 2, 2] && run.separators == [".", "-", "."]
    }

    /// Words before a telephone number, or endings of them.
    private static let words: Set<String> = [
        "tel", "tél", "telephone", "téléphone", "teléfono", "telefono", "tlf", "phone", "cellphone", "mobile", "mob", "móvil", "movil",
        "celular", "gsm", "fax", "whatsapp", "telegram", "viber", "call", "appelez", "llame", "llamar",
        "тел", "телефон", "телефону", "моб", "мобильный", "факс", "звоните", "هاتف", "الهاتف", "تلفون", "جوال", "الجوال", "المحمول", "فاكس",
        "الفاكس", "واتساب", "电话", "手机", "传真", "热线", "座机",
    ]

    /// Words before a number that is none of a telephone.
    private static let documents: Set<String> = [
        "isbn", "issn", "iso", "no", "nº", "n", "num", "numéro", "número", "number", "doi", "ep", "us", "wo", "cn", "jp", "de", "fr", "gb",
        "ru",
        "patent", "brevet", "patente", "патент", "application", "demande", "solicitud", "заявка", "номер", "رقم", "专利", "申请号", "号",
        "usd", "chf", "eur", "orcid", "id", "ref", "réf",
    ]
}
