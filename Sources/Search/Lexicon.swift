/// The forms in their order, and the terms in the order of their numbers.
struct Lexicon {
    private let vocabulary: Vocabulary
    /// Numbers of forms in the vocabulary, by code points.
    private let forms: [UInt32]
    /// Numbers of terms in the vocabulary: the place of each is its number in the index.
    let terms: [UInt32]
    /// The other way round.
    let numbers: [UInt32]

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        // Bytes of UTF-8 have the order of code points.
        let forms = (0..<UInt32(vocabulary.forms.count)).sorted { a, b in
            vocabulary.forms[a].lexicographicallyPrecedes(vocabulary.forms[b])
        }
        self.forms = forms
        var terms: [UInt32] = []
        var numbers = [UInt32](repeating: .max, count: vocabulary.terms.count)
        for form in forms {
            for term in Self.sorted(vocabulary.termsOf[Int(form)], vocabulary) where numbers[Int(term)] == .max {
                numbers[Int(term)] = UInt32(terms.count)
                terms.append(term)
            }
        }
        self.terms = terms
        self.numbers = numbers
    }

    /// By code points, so that their order does not depend on which word came first.
    private static func sorted(_ terms: [UInt32], _ vocabulary: Vocabulary) -> [UInt32] {
        guard terms.count > 1 else { return terms }
        return terms.sorted { vocabulary.terms[$0].lexicographicallyPrecedes(vocabulary.terms[$1]) }
    }

    /// Whether each term is a single ideograph, by its number in the index.
    var singles: [Bool] {
        terms.map { term in
            let scalars = String(decoding: vocabulary.terms[term], as: UTF8.self).unicodeScalars
            return scalars.count == 1 && scalars.contains { ScalarKind.isIdeograph($0.value) }
        }
    }

    /// - Parameter counts: in how many documents each term occurs, by its number in the index.
    func words(_ counts: [Int]) -> ShardWriter {
        var words = ShardWriter(.words, size: 12_000)
        var before = 0
        for form in forms {
            let spelled = vocabulary.forms[form]
            words.add(.word(spelled)) { bytes, begins in
                if begins { before = 0 }
                let terms = vocabulary.termsOf[Int(form)].map { Int(numbers[Int($0)]) }.sorted()
                bytes.sorted(spelled)
                bytes.n(terms.count)
                for term in terms {
                    bytes.z(term - before)
                    bytes.n(counts[term])
                    before = term
                }
            }
        }
        return words
    }

    /// Forms that may be mistyped, reversed.
    func endings() -> ShardWriter {
        var endings = ShardWriter(.endings, size: 12_000)
        let reversed = forms.compactMap { form -> [UInt8]? in
            let text = String(decoding: vocabulary.forms[form], as: UTF8.self)
            let scalars = text.unicodeScalars
            guard scalars.count >= 4, !Form.hasDigit(text), !scalars.contains(where: { ScalarKind.isIdeograph($0.value) }) else {
                return nil
            }
            return Array(String(String.UnicodeScalarView(scalars.reversed())).utf8)
        }
        for form in reversed.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            endings.add(.word(form[...])) { bytes, _ in bytes.sorted(form[...]) }
        }
        return endings
    }
}
