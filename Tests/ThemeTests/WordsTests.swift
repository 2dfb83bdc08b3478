import Model
import Testing

@testable import Theme

@Suite struct WordsTests {
    /// What a language makes of the same things.
    struct Sample: Sendable, CustomTestStringConvertible {
        let code, day, month, nearDays, farDays, number, small, list, size, contributions, ownName, french, sorted: String
        var testDescription: String { code }
    }

    static let samples = [
        Sample(
            code: "ar", day: "23 نوفمبر 2026", month: "نوفمبر 2026", nearDays: "23–26 نوفمبر 2026",
            farDays: "23 نوفمبر 2026 – 22 يناير 2027",
            number: "1,234,567", small: "105", list: "A وB وC", size: "34 كيلوبايت",
            contributions: "لا مساهمات|مساهمة واحدة|مساهمتان|3 مساهمات|11 مساهمة|100 مساهمة|1,000,000 مساهمة", ownName: "العربية",
            french: "الفرنسية",
            sorted: "أ ب ت"),
        Sample(
            code: "zh", day: "2026年11月23日", month: "2026年11月", nearDays: "2026年11月23日至26日", farDays: "2026年11月23日至2027年1月22日",
            number: "1,234,567", small: "105", list: "A、B和C", size: "34 kB",
            contributions: "0条发言|1条发言|2条发言|3条发言|11条发言|100条发言|1,000,000条发言", ownName: "中文", french: "法文", sorted: "巴西 法国 中国"),
        Sample(
            code: "en", day: "23 November 2026", month: "November 2026", nearDays: "23 – 26 November 2026",
            farDays: "23 November 2026 – 22 January 2027", number: "1,234,567", small: "105", list: "A, B and C", size: "34 kB",
            contributions:
                "0 contributions|1 contribution|2 contributions|3 contributions|11 contributions|100 contributions|1,000,000 contributions",
            ownName: "English", french: "French", sorted: "côte cube Zebra"),
        Sample(
            code: "fr", day: "23 novembre 2026", month: "novembre 2026", nearDays: "23–26 novembre 2026",
            farDays: "23 novembre 2026 – 22 janvier 2027", number: "1\u{202F}234\u{202F}567", small: "105", list: "A, B et C",
            size: "34\u{A0}ko",
            contributions:
                "0 contribution|1 contribution|2 contributions|3 contributions|11 contributions|100 contributions|"
                + "1\u{202F}000\u{202F}000 de contributions",
            ownName: "Français", french: "français", sorted: "côte cube Zèbre"),
        Sample(
            code: "ru", day: "23 ноября 2026 г.", month: "ноябрь 2026 г.", nearDays: "23—26 ноября 2026 г.",
            farDays: "23 ноября 2026 — 22 января 2027 г.", number: "1\u{A0}234\u{A0}567", small: "105", list: "A, B и C", size: "34 кБ",
            contributions: "0 сообщений|1 сообщение|2 сообщения|3 сообщения|11 сообщений|100 сообщений|1\u{A0}000\u{A0}000 сообщений",
            ownName: "Русский", french: "французский", sorted: "ёлка ель ельник"),
        Sample(
            code: "es", day: "23 de noviembre de 2026", month: "noviembre de 2026", nearDays: "23 – 26 de noviembre de 2026",
            farDays: "23 de noviembre de 2026 – 22 de enero de 2027", number: "1.234.567", small: "105", list: "A, B y C", size: "34 kB",
            contributions:
                "0 contribuciones|1 contribución|2 contribuciones|3 contribuciones|11 contribuciones|100 contribuciones|"
                + "1.000.000 de contribuciones",
            ownName: "Español", french: "francés", sorted: "nube ñandú oro"),
    ]

    /// ICU sets thin and no-break spaces around dashes and units; which ones is not what is tested here.
    private func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{2009}" || $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }

    @Test(arguments: samples) func writesTheLanguage(_ sample: Sample) throws {
        let language = Language(sample.code)
        let theme = try ThemeFolder.theme()
        let words = theme.words(language)
        let strings = theme.strings(language)
        let first = try #require(Day("2026-11-23"))
        #expect(plain(words.dates.day(first)) == sample.day)
        #expect(plain(words.dates.month(11, year: 2026)) == sample.month)
        #expect(plain(words.dates.range(from: first, until: try #require(Day("2026-11-26")))) == sample.nearDays)
        #expect(plain(words.dates.range(from: first, until: try #require(Day("2027-01-22")))) == sample.farDays)
        #expect(words.dates.range(from: first, until: first) == words.dates.day(first))
        #expect(words.numbers.text(1_234_567) == sample.number)
        #expect(words.numbers.text(105) == sample.small)
        #expect(words.list(["A", "B", "C"]) == sample.list)
        #expect(plain(words.numbers.size(34_000)) == plain(sample.size))
        let counts = [0, 1, 2, 3, 11, 100, 1_000_000].map { strings.plural(.contributionCount, $0) }
        #expect(counts.joined(separator: "|") == sample.contributions)
        #expect(LanguageNames.ownName(of: language) == sample.ownName)
        #expect(words.languages.name(of: Language("fr")) == sample.french)
        let parts = sample.sorted.split(separator: " ").map { String($0) }
        #expect(words.sorted(parts.reversed(), by: { $0 }) == parts)
    }

    @Test func theFirstOfAMonthIsAnOrdinalInFrench() throws {
        let first = try #require(Day("2026-12-01"))
        #expect(Dates(Language("fr")).day(first) == "1er décembre 2026")
        #expect(Dates(Language("es")).day(first) == "1 de diciembre de 2026")
    }

    @Test(arguments: [
        ("fr", "novembre 2026", "Novembre 2026"), ("es", "árabe y chino", "Árabe y chino"), ("ru", "ноябрь", "Ноябрь"),
        ("ar", "عربية", "عربية"),
        ("zh", "2026年11月", "2026年11月"), ("en", "", ""),
    ]) func headingsBeginWithACapital(code: String, text: String, shown: String) {
        #expect(Words(Language(code)).capitalised(text) == shown)
    }

    @Test func sentencesStandBehindOneAnother() {
        #expect(Words(Language("fr")).sentences("Un.", "Deux.") == "Un. Deux.")
        #expect(Words(Language("zh")).sentences("一。", "二。") == "一。二。")
    }

    @Test func everyMonthAndDigitComesOut() throws {
        for language in ThemeFolder.languages {
            let dates = Dates(language)
            #expect(Set((1...12).map { dates.month($0, year: 2026) }).count == 12)
            #expect(dates.month(0, year: 2026).contains("2026"))
            #expect(Numbers(language).text(7) == "7")
            #expect(Numbers(language).text(70) == "70")
        }
    }

    @Test(arguments: [
        ("ar", "0 zero,1 one,2 two,3 few,10 few,11 many,99 many,100 other,102 other,103 few,111 many"),
        ("ru", "0 many,1 one,2 few,4 few,5 many,11 many,12 many,14 many,21 one,22 few,25 many,101 one,111 many,112 many"),
        ("fr", "0 one,1 one,2 other,1000000 many,1000001 other,2000000 many"), ("es", "0 other,1 one,2 other,1000000 many"),
        ("zh", "0 other,1 other"), ("en", "0 other,1 one,2 other"), ("de", "1 one,2 other"),
    ]) func takesThePluralThatTheLanguageHas(_ code: String, _ table: String) throws {
        for entry in table.split(separator: ",") {
            let parts = entry.split(separator: " ")
            let count = try #require(Int(parts[0]))
            #expect(PluralCategory.category(of: count, in: Language(code)).rawValue == parts[1], "\(code) \(count)")
            #expect(PluralCategory.categories(of: Language(code)).contains(PluralCategory.category(of: count, in: Language(code))))
        }
    }

    @Test func statesHaveTheNamesOfTheUnitedNations() throws {
        let states = try ThemeFolder.theme().states
        #expect(states.codes.count == 194)
        #expect(!states.codes.contains("PW") && !states.codes.contains("SS") && states.codes.contains("FM"))
        let expected = [
            "CI en Côte d'Ivoire", "TR en Türkiye", "TR fr Türkiye", "KR en Republic of Korea", "KR zh 大韩民国", "KR ru Республика Корея",
            "KR ar جمهورية كوريا", "KP en Democratic People's Republic of Korea", "LA en Lao People's Democratic Republic",
            "IR en Iran (Islamic Republic of)", "SY en Syrian Arab Republic", "VN en Viet Nam", "RU en Russian Federation",
            "TZ en United Republic of Tanzania", "BO en Bolivia (Plurinational State of)", "VE en Venezuela (Bolivarian Republic of)",
            "MD en Republic of Moldova", "CV en Cabo Verde", "SZ en Eswatini", "TL en Timor-Leste", "BN en Brunei Darussalam",
            "FM en Micronesia (Federated States of)", "VA en Holy See", "US en United States of America", "GB en United Kingdom",
            "CN en China", "CN zh 中国", "MM en Myanmar", "NO en Norway", "CZ en Czechia", "MK en North Macedonia", "CH fr Suisse",
            "NL en Netherlands (Kingdom of the)", "KN es Saint Kitts y Nevis", "XA en XA",
        ]
        for line in expected {
            let parts = line.split(separator: " ", maxSplits: 2).map { String($0) }
            #expect(states.name(of: parts[0], in: Language(parts[1])) == parts[2])
        }
        for language in ThemeFolder.languages {
            let names = states.codes.map { states.name(of: $0, in: language) }
            #expect(Set(names).count == 194, "\(language)")
            #expect(!names.contains { $0.contains("&") || $0.contains("St.") || $0.contains("-ва") }, "\(language)")
        }
    }

    @Test(arguments: [
        ("2026-09-01", "2026-10-15", "1er septembre – 15 octobre 2026"), ("2026-09-01", "2026-09-15", "1er–15 septembre 2026"),
        ("2026-01-31", "2026-02-01", "31 janvier – 1er février 2026"), ("2031-12-01", "2032-01-01", "1er décembre 2031 – 1er janvier 2032"),
    ])
    func theFirstOfAMonthIsAnOrdinalInFrench(from: String, until: String, shown: String) throws {
        let text = Dates(Language("fr")).range(from: try #require(Day(from)), until: try #require(Day(until)))
        #expect(text.map { $0.isWhitespace ? " " : $0 } == Array(shown), "\(text)")
    }
}
