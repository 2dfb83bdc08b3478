import Model

/// The languages that a browser says its user reads, the most wanted first (RFC 9110, 12.5.4): `fr-CH, fr;q=0.9, en;q=0.8`.
struct AcceptedLanguages {
    /// Codes in small letters.
    private let codes: [String]
    /// A longer header than this, in signs, is read so far.
    private static let limit = 1_000

    init(_ header: String) {
        let wishes = header.prefix(Self.limit).lowercased().split(separator: ",").map { wish in
            let parts = wish.split(separator: ";").map { $0.filter { $0 != " " } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (code: parts.first ?? "", weight: weight)
        }
        codes = wishes.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element.code)
    }

    /// The first that is offered, without regard to the region; nil where none is.
    func first(of offered: [Language]) -> Language? {
        for code in codes {
            let main = code.split(separator: "-").first.map(String.init)
            if let found = offered.first(where: { [code, main].contains($0.code.lowercased()) }) { return found }
        }
        return nil
    }
}
