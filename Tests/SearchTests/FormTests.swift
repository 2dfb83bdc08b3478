import Model
import Testing

@testable import Search

/// What words are compared by.
@Suite struct FormTests {
    @Test(
        arguments: [
            ("Formation", "formation"), ("FORMATIONS", "formations"), ("École", "ecole"), ("e\u{301}cole", "ecole"), ("œuvre", "oeuvre"),
            ("Straße", "strasse"),
            ("niño", "nino"), ("Łódź", "lodz"), ("Øresund", "oresund"), ("ﬁle", "file"), ("Ｆｏｒｕｍ", "forum"), ("İstanbul", "istanbul"),
            ("Диплом", "диплом"), ("ещё", "еще"), ("Йод", "йод"), ("и\u{306}од", "йод"), ("ΛΌΓΟΣ", "λογοσ"), ("λόγος", "λογοσ"),
            ("الْمِلْكِيَّةُ", "الملكيه"), ("الملكيـــة", "الملكيه"), ("إدارة", "اداره"), ("أسماء", "اسماء"), ("آخر", "اخر"), ("مستوى", "مستوي"),
            ("٢٠٢٦", "2026"), ("۲۰۲۶", "2026"), ("２０２６", "2026"), ("soft\u{AD}ly", "softly"), ("نمی\u{200C}خواهم", "نميخواهم"),
            ("\u{301}", ""), ("\u{200F}", ""),
        ])
    func form(word: String, form: String) {
        #expect(Form.of(word) == form)
    }

    @Test func aFormHasAnEnd() {
        #expect(Form.of(String(repeating: "ab", count: 500)).count == 64)
    }

    /// Words of a language that differ by its grammar alone.
    @Test(
        arguments: [
            ("en", "trainings", "training"), ("en", "examined", "examining"), ("fr", "formations", "formation"),
            ("fr", "brevetés", "brevetée"),
            ("es", "patentes", "patente"), ("es", "capacitaciones", "capacitación"), ("ru", "обучения", "обучение"),
            ("ru", "патентов", "патентами"),
            ("ar", "الملكية", "ملكية"), ("ar", "المكتب", "مكتب"),
        ])
    func stems(language: String, one: String, other: String) throws {
        let stemmer = try #require(Stemmer(Language(language)))
        #expect(stemmer.term(one) == stemmer.term(other))
        #expect(!stemmer.term(one).isEmpty)
    }

    @Test func noStemmerForWhatSnowballDoesNotKnow() {
        #expect(Stemmer(Language("zh")) == nil)
    }
}
