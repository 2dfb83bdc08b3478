import Model
import Testing

@testable import Search

/// How texts are cut into words.
@Suite struct WordReaderTests {
    /// Forms with their positions; in a language without stems, terms are forms.
    private func words(_ text: String) -> [String] {
        var reader = WordReader(Vocabulary(Language("zh")))
        var found: [(UInt32, Int)] = []
        reader.read(text) { found.append(($0, $1)) }
        return found.map { "\(String(decoding: reader.vocabulary.terms[$0.0], as: UTF8.self)) \($0.1)" }
    }

    @Test(
        arguments: [
            ("", []), (" — ", []), ("One two", ["one 0", "two 1"]), ("L’assistance d'État", ["l 0", "assistance 1", "d 2", "etat 3"]),
            ("by-law_2026.014", ["by 0", "law 1", "2026 2", "014 3"]), ("one\ntwo", ["one 0", "two 9"]),
            ("知识产权", ["知 0", "知识 0", "识 1", "识产 1", "产 2", "产权 2", "权 3"]),
            ("WIPO的PCT", ["wipo 0", "的 1", "pct 2"]), ("A股", ["a 0", "股 1"]), ("知，识", ["知 0", "识 1"]),
            ("カタログ", ["カ 0", "カタ 0", "タ 1", "タロ 1", "ロ 2", "ロク 2", "ク 3"]),
            ("المِلكية الفكرية", ["الملكيه 0", "الفكريه 1"]), ("a\u{200B}b", ["ab 0"]), ("\u{301}x", ["x 0"]), ("😀 x", ["x 0"]),
            ("𠀀𠀁", ["𠀀 0", "𠀀𠀁 0", "𠀁 1"]),
            ("½ x²", ["1⁄2 0", "x2 1"]),
        ] as [(String, [String])])
    func cut(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }
}
