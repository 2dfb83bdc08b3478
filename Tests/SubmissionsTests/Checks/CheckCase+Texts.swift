import Markdown
import Submissions

private let sample = Sample()
private let everywhere = Sample().with("discussion", "2026-007")

private func known(_ source: KnownText.Source, _ body: String) -> @Sendable (inout CheckedMatter) -> Void {
    { $0.known = KnownTexts([KnownText(source, Sketch(of: [UInt8](body.utf8)))]) }
}

/// As many bytes of text, whose outline is that of another.
private func bytes(_ count: Int) -> @Sendable (inout CheckedMatter) -> Void {
    { matter in
        var submission = matter.submission
        submission.body = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        matter = CheckedMatter(submission, outline: matter.outline)
    }
}

extension CheckCase {
    static let texts: [CheckCase] = [
        CheckCase(.emptyText, [:], sample.body(" \n"), not: sample, .removal.body(""), sample.with("kind", "contribution\nkind: topic")),
        CheckCase(.emptyText, [:], sample.body("***\n<br>\n"), not: sample.body("![A chart of applications by year](a.png)").file("a.png")),
        CheckCase(
            .textTooLarge, ["size": "990001", "limit": "990000"], sample.with(bytes(990_001)),
            not: sample.with(bytes(990_000)), .removal.with(bytes(990_001))),
        CheckCase(.textTooCostly, [:], sample.with { $0 = CheckedMatter($0.submission, outline: .failure(.tooSlow)) }, not: sample),
        CheckCase(.tooShort, ["words": "3", "least": "10"], sample.body("We fully agree."), not: sample),
        CheckCase(
            .tooShort, ["words": "9", "least": "18"], everywhere.with("language", "zh").body("我们完全同意该意见。"),
            not: everywhere.with("language", "zh").body(Texts.chinese)),
        CheckCase(.tooShort, ["words": "41", "least": "50"], .tool.body(Texts.english), not: .tool, sample.body(Texts.english)),
        CheckCase(
            .tooLong, ["words": "1501", "most": "1500"], sample.body(String(repeating: "word ", count: 1_501)),
            not: sample.body(String(repeating: "word ", count: 1_500)), .tool.body(String(repeating: "word ", count: 1_501))),
        CheckCase(
            .tooLong, ["words": "2701", "most": "2700"], everywhere.with("language", "zh").body(String(repeating: "局", count: 2_701)),
            not: everywhere.with("language", "zh").body(String(repeating: "局", count: 2_700))),
        CheckCase(.unknownLanguage, ["language": "pt"], sample.with("language", "pt"), not: sample),
        CheckCase(
            .languageOutsideRoom, ["language": "fr", "room": "english"], sample.with("language", "fr").body(Texts.french),
            not: everywhere.with("language", "fr").body(Texts.french), .tool.with("language", "fr")),
        mismatch("en", "fr", Texts.french), mismatch("en", "es", Texts.spanish), mismatch("fr", "en", Texts.english),
        mismatch("en", "ru", Texts.russian), mismatch("fr", "ar", Texts.arabic), mismatch("en", "zh", Texts.chinese),
        mismatch("es", "fr", Texts.french), mismatch("ar", "en", Texts.english), mismatch("zh", "ru", Texts.russian),
        CheckCase(
            .languageMismatch, ["claimed": "en", "found": "fr"], everywhere.body("> " + Texts.english + "\n\n" + Texts.french),
            not: everywhere.body("> " + Texts.french + "\n\n" + Texts.english), everywhere.body(Texts.french + "\n\n" + Texts.english),
            everywhere.body("Bonjour et merci à tous."), everywhere.body(Texts.portuguese), everywhere.body(Texts.ukrainian),
            everywhere.body(Texts.persian), everywhere.with("language", "es").body(Texts.portuguese)),
        CheckCase(
            .duplicatePublished, ["title": "Help desks", "place": "2026-001/0004", "share": "100"],
            sample.with(known(.published(title: "Help desks", place: "2026-001/0004"), Texts.english)),
            not: sample.with(known(.published(title: "Help desks", place: "2026-001/0004"), Texts.french)),
            sample.with(known(.submission(4), Texts.english))),
        CheckCase(
            .duplicateWaiting, ["number": "7", "share": "100"], sample.with(known(.submission(7), Texts.english)),
            not: sample, sample.with(known(.submission(7), Texts.english)).with { $0.own = [.submission(7)] }),
    ]

    private static func mismatch(_ claimed: String, _ found: String, _ text: String) -> CheckCase {
        CheckCase(
            .languageMismatch, ["claimed": claimed, "found": found], everywhere.with("language", claimed).body(text),
            not: everywhere.with("language", found).body(text))
    }

    static let guide: [CheckCase] = [
        CheckCase(
            .headingSkipped, ["heading": "Costs", "level": "4", "before": "2"],
            sample.adding("## What we did\n\nText.\n\n#### Costs\n\nText."),
            not: sample.adding("### What we did\n\nText.\n\n#### Costs\n\nText.\n\n## Then\n\nText.")),
        CheckCase(
            .capitals, ["text": "PLEASE READ THIS CAREFULLY"], sample.adding("PLEASE READ THIS CAREFULLY. It matters."),
            not: sample.adding("The UN, WIPO, FAO and UNESCO met. ARIPO, OAPI, EAPO, EUIPO and others came."),
            sample.adding("`PLEASE READ THIS CAREFULLY`"),
            sample.adding("> PLEASE READ THIS CAREFULLY")),
        CheckCase(
            .capitals, ["text": "HELP DESKS FOR EVERYBODY"], .topic.with("title", "HELP DESKS FOR EVERYBODY"),
            not: .topic.with("title", "WIPO DESKS")),
        CheckCase(
            .capitals, ["text": "GENERAL REMARKS"], sample.adding("## GENERAL REMARKS\n\nText."),
            not: sample.adding("## WIPO AND UNESCO\n\nText.")),
        CheckCase(
            .capitals, ["text": "МЫ ОЧЕНЬ ПРОСИМ ВАС ОТВЕТИТЬ"], sample.adding("МЫ ОЧЕНЬ ПРОСИМ ВАС ОТВЕТИТЬ!"),
            not: sample.adding("Мы очень просим ВАС ответить!")),
        CheckCase(
            .capitals, ["text": "TOUS LES DÉPOSANTS"], sample.adding("À TOUS LES DÉPOSANTS : merci."), not: sample.adding(Texts.chinese),
            sample.adding(Texts.arabic)),
        CheckCase(
            .abbreviation, ["abbreviation": "TISC"], sample.adding("Our TISC is small."),
            not: sample.adding("Our Technology and Innovation Support Centre (TISC) is small. The TISC grew. Other TISCs too."),
            sample.adding("Our TISC (Technology and Innovation Support Centre) is small."), sample.adding("See WO/PCT/TISC/3 and TISC-2."),
            sample.adding("A `TISC`, see https://example.org/TISC-LIST for it."),
            sample.adding("- TISC: Technology and Innovation Support Centre")),
        CheckCase(
            .abbreviation, ["abbreviation": "ЦПТИ"], sample.adding("Наш ЦПТИ вырос."),
            not: sample.adding("Центр поддержки технологий и инноваций (ЦПТИ) вырос."), sample.adding("ВОИС и ООН помогли, РСТ тоже.")),
        CheckCase(
            .abbreviation, ["abbreviation": "TISC"], sample.adding("我们的TISC很小。"), not: sample.adding("我们的TISC（技术与创新支持中心）很小。"),
            sample.adding("الملكية (TISC) مركز")),
        CheckCase(
            .abbreviation, ["abbreviation": "CATI"], sample.adding("Les CATI du pays."),
            not: sample.adding("XA et CH, un PDF de 2 MB, chapitre XIV de l'OMPI, partie II.")),
        CheckCase(.rawHTML, [:], sample.adding("A <b>word</b>."), not: sample.adding("A `<b>` and 3 < 4.")),
        CheckCase(
            .hiddenCharacters, ["count": "2"], sample.adding("in\u{200B}visible\u{202E}"),
            not: sample.adding(Texts.persian), sample.adding("\u{200F}" + Texts.arabic), sample.adding("a\u{A0}b é 👩\u{200D}🔬")),
        CheckCase(.hiddenCharacters, ["count": "1"], sample.adding("a\u{200D}b"), not: sample),
    ]
}
