/// Finds numbers that tell who somebody is or how they are reached: of telephones, accounts, cards and papers.
enum PersonalNumbers {
    /// A number with its place.
    struct Found {
        let kind: RemarkKind
        /// As written; of accounts, cards and papers only what is needed to find it again.
        let text: String
        /// Index of its first scalar in the piece.
        let start: Int
        let end: Int
    }

    /// All numbers of a piece, in no particular order. Linear: each kind goes through the piece once, and looks no further than the
    /// longest number of its kind from where one may begin.
    static func all(in piece: Piece) -> [Found] {
        var found = IBANs.all(in: piece) + IdentityNumbers.all(in: piece)
        var isTaken = [Bool](repeating: false, count: piece.scalars.count)
        for number in found { for index in number.start..<number.end { isTaken[index] = true } }
        let runs = DigitRun.all(in: piece).filter { !isTaken[$0.range.lowerBound] && !isTaken[$0.range.upperBound - 1] }
        for run in runs {
            if run.isPartOfName(in: piece) { continue }
            if CardNumbers.isCard(run) {
                found.append(
                    Found(
                        kind: .cardNumber, text: masked(piece.text(run.range)), start: run.range.lowerBound, end: run.range.upperBound))
            } else if Telephones.isTelephone(run, in: piece) {
                found.append(
                    Found(kind: .telephone, text: piece.text(run.range), start: run.range.lowerBound, end: run.range.upperBound))
            }
        }
        return found
    }

    /// Its beginning and its end without what divides it: a remark goes into mails, where the number itself has no business.
    static func masked(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0.isLetterOrDigit }
        let (before, behind) = scalars.count >= 12 ? (4, 2) : (2, 1)
        return String(String.UnicodeScalarView(scalars.prefix(before))) + "…" + String(String.UnicodeScalarView(scalars.suffix(behind)))
    }
}
