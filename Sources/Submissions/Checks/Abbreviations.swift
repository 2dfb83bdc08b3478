import Markdown

/// Finds abbreviations that a text explains nowhere.
struct Abbreviations {
    /// Each with the line on which it stands first.
    private var first: [String: (line: Int?, order: Int)] = [:]
    private var explained: Set<String> = []
    private let isMember: (String) -> Bool

    /// - Parameter isMember: whether two letters are the code of a State that takes part.
    init(isMember: @escaping (String) -> Bool) {
        self.isMember = isMember
    }

    /// Letters of an abbreviation.
    private static let lengths = 2...6
    /// How far an explanation in brackets is looked at, in scalars.
    private static let reach = 200

    /// In the order in which they stand in the text.
    var unexplained: [(abbreviation: String, line: Int?)] {
        first.filter { !explained.contains($0.key) }.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.line) }
    }

    /// Takes a piece of text up.
    ///
    /// - Parameter capitals: where all is in capitals, so that no word is an abbreviation.
    mutating func read(_ piece: Piece, except capitals: [Range<Int>]) {
        var rest = capitals[...]
        for word in piece.words {
            while let run = rest.first, run.upperBound <= word.range.lowerBound { rest = rest.dropFirst() }
            if let run = rest.first, run.contains(word.range.lowerBound) { continue }
            guard let abbreviation = Self.abbreviation(word, in: piece) else { continue }
            if Self.isExplained(word, in: piece) { explained.insert(abbreviation) }
            guard piece.kind != .quote, first[abbreviation] == nil, !Self.isKnown(abbreviation), !isMember(abbreviation) else { continue }
            first[abbreviation] = (piece.line(at: word.range.lowerBound), first.count)
        }
    }

    /// The abbreviation that a word is, without the `s` of a plural; nil for another word, a number of a document or a Roman numeral.
    private static func abbreviation(_ word: WrittenWord, in piece: Piece) -> String? {
        guard word.upper >= lengths.lowerBound, word.range.count <= lengths.upperBound + 1, !word.hasDigit else { return nil }
        var range = word.range
        if word.lower == 1, piece.scalars[range.upperBound - 1] == "s" { range = range.dropLast() }
        guard lengths.contains(range.count), piece.scalars[range].allSatisfy({ $0.isUpper && $0.isLatinOrCyrillic }) else { return nil }
        guard !isPartOfName(word.range, in: piece) else { return nil }
        let text = piece.text(range)
        return text.unicodeScalars.allSatisfy({ "IVX".unicodeScalars.contains($0) }) ? nil : text
    }

    /// Whether it stands in a number of a document, an address or a name of a file: `CDIP/17/INF/3`, `COVID-19`, `README.md`.
    private static func isPartOfName(_ range: Range<Int>, in piece: Piece) -> Bool {
        let joins = { (scalar: Unicode.Scalar?) in scalar.map { "/@_\\#&".unicodeScalars.contains($0) } ?? false }
        if joins(piece.scalar(range.lowerBound - 1)) || joins(piece.scalar(range.upperBound)) { return true }
        let next = piece.scalar(range.upperBound + 1)
        switch piece.scalar(range.upperBound) {
        case "-": return next?.digit != nil
        case ".": return next?.isLetterOrDigit == true
        case " ": return next?.digit != nil && piece.scalar(range.upperBound + 2)?.digit != nil && range.count == 2
        default: return false
        }
    }

    /// `Technology and Innovation Support Centre (TISC)`, `TISC (Technology and …)`, `TISC: Technology and …`.
    private static func isExplained(_ word: WrittenWord, in piece: Piece) -> Bool {
        if isOpening(piece.scalar(word.range.lowerBound - 1)) || isClosing(piece.scalar(word.range.upperBound)) { return true }
        var index = word.range.upperBound
        while piece.scalar(index) == " " { index += 1 }
        if isOpening(piece.scalar(index)) { return holdsWords(piece, from: index + 1) }
        let begins = piece.scalars[..<word.range.lowerBound].suffix(3).allSatisfy { !$0.isLetterOrDigit } && word.range.lowerBound <= 2
        return begins && [":", "：", "–", "—", "="].contains(piece.scalar(index) ?? " ")
    }

    /// Whether a bracket holds two words, or three ideographs.
    private static func holdsWords(_ piece: Piece, from start: Int) -> Bool {
        var words = 0
        var ideographs = 0
        var isInWord = false
        for scalar in piece.scalars[min(start, piece.scalars.count)...].prefix(reach) {
            if isClosing(scalar) { break }
            if Letters.isIdeograph(scalar.value) { ideographs += 1 }
            let isLetter = scalar.isLetterOrDigit
            if isLetter, !isInWord { words += 1 }
            isInWord = isLetter
        }
        return words >= 2 || ideographs >= 3
    }

    private static func isOpening(_ scalar: Unicode.Scalar?) -> Bool { scalar == "(" || scalar == "（" || scalar == "[" }
    private static func isClosing(_ scalar: Unicode.Scalar?) -> Bool { scalar == ")" || scalar == "）" || scalar == "]" }

    /// Whether everybody in the field knows an abbreviation, so that it needs no explanation.
    static func isKnown(_ abbreviation: String) -> Bool { known.contains(abbreviation) }

    private static let known: Set<String> = Set(
        """
        WIPO OMPI ВОИС UN ONU ООН UNO UNESCO ЮНЕСКО WTO OMC ВТО OMS WHO ВОЗ FAO ФАО ITU UIT МСЭ UNDP PNUD ПРООН UNCTAD ЮНКТАД CDIP КРИС SCP
        IP PI ИС IPR DPI ПИС PCT РСТ TRIPS ADPIC ТРИПС TK GI IG ГУ SME PME PYME PYMES МСП LDC PMA НРС ИКТ ICT TIC IT TI ИТ
        EPO OEP OEB ЕПВ EUIPO ARIPO OAPI ЕАПО EAPO USPTO JPO CNIPA KIPO PDF HTML XML CSV TXT DOC DOCX XLSX PPTX ODT ODS ODP PNG JPG JPEG GIF ZIP KB MB GB КБ МБ ГБ URL USB CD DVD FAQ SMS QR GPS HIV VIH ВИЧ
        USA US UK EU UE ЕС США РФ СНГ СССР USD EUR CHF GBP OK NGO ONG НПО ISO ИСО IPC CIB МПК AI IA ИИ MS MR MRS DR PHD NB PS TV ID NO
        AM PM GMT UTC CET CEO ISBN ISSN DOI
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

extension Unicode.Scalar {
    /// Whether it is of one of the two scripts in which abbreviations are written in capitals here.
    fileprivate var isLatinOrCyrillic: Bool { value < 0x250 || (0x400...0x52F).contains(value) }
}
