import Model

/// The forms and terms of the texts of one language, and which words are which. INDEX.md, section 1.
struct Vocabulary {
    private let stemmer: Stemmer?
    /// Words as they are written, so that each is folded and stemmed once.
    private var written = WordTable()
    /// By the number of a written word; nil where it is none.
    private var termOf: [UInt32?] = []
    private(set) var forms = WordTable()
    private(set) var terms = WordTable()
    /// The terms of each form, ascending by number.
    private(set) var termsOf: [[UInt32]] = []
    /// Ideographs and pairs of them, by their forms.
    private var ideographs = WordTable()
    /// By the number of an ideograph or a pair.
    private var termOfIdeographs: [UInt32] = []

    init(_ language: Language) {
        stemmer = Stemmer(language)
    }

    /// The term of a word as it is written; nil where it is none.
    mutating func term(_ word: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let (number, isNew) = written.number(word)
        if isNew { termOf.append(add(String(decoding: word, as: UTF8.self))) }
        return termOf[Int(number)]
    }

    /// The term of an ideograph, or of a pair of them, by its form.
    mutating func term(ideographs form: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let (number, isNew) = ideographs.number(form)
        if isNew {
            let form = String(decoding: form, as: UTF8.self)
            termOfIdeographs.append(add(form: form, term: form))
        }
        return termOfIdeographs[Int(number)]
    }

    private mutating func add(_ word: String) -> UInt32? {
        let form = Form.of(word)
        guard !form.isEmpty else { return nil }
        guard let stemmer, !Form.hasDigit(form) else {
            return add(form: form, term: form)
        }
        let stem = stemmer.term(word)
        return add(form: form, term: stem.isEmpty ? form : stem)
    }

    private mutating func add(form: String, term: String) -> UInt32 {
        let (form, isNew) = forms.number(form)
        if isNew { termsOf.append([]) }
        let (term, _) = terms.number(term)
        if !termsOf[Int(form)].contains(term) { termsOf[Int(form)].append(term) }
        return term
    }
}
