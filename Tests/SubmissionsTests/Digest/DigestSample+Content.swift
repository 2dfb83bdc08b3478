import Model

@testable import Submissions

extension DigestSample {
    /// Each thing that a digest tells, once.
    static let whole: DigestSample = {
        var sample = DigestSample()
        sample.add(
            "2026-001", opens: "2026-09-07", closes: "2026-10-02", ["en": "After the course", "fr": "Après la formation"],
            questions: ["What do you do?"],
            [posted("2026-09-08", member: "CH", author: "Ana Alpinist", question: 1, corrected: "2026-11-17")])
        sample.finish("2026-001", in: "fr", "La synthèse de la discussion.")
        sample.add(
            "2026-002", opens: "2026-11-02", closes: "2026-11-27",
            ["en": "Fees & forms", "ar": "الرسوم والاستمارات", "zh": "费用和表格", "ru": "Сборы и формы"],
            questions: ["Which fees?", "Who pays?", "When?"],
            [
                posted("2026-11-03", member: "CH", author: "Ana Alpinist", question: 1),
                posted("2026-11-16", member: "CN", author: "Wenren Mozhu", question: 2, replyTo: "0001", language: "zh", to: ["en"]),
                posted("2026-11-20", role: .moderator, author: "Forum secretariat"),
                posted("2026-11-22", role: .guest, author: "G. Guest", language: "ar"),
                posted("2026-11-22"),
            ])
        sample.add(
            "2026-003", opens: "2026-11-18", ["en": "What an office costs", "es": "Lo que cuesta una oficina"],
            questions: ["How much?", "For whom?"], [], guests: true)
        sample.add("2026-004", opens: "2026-12-01", ["ru": "Объявлено", "en": "Announced"], questions: ["Not before it opens?"], [])
        sample.add("2026-005", opens: "2026-12-02", ["en": "Hidden"], questions: [], [], announce: false)
        sample.add("2026-006", opens: "2026-06-01", ["en": "Silent"], questions: [], [])
        sample.entries = [
            LibraryEntry(
                id: "pairs",
                facts: LibraryEntry.Facts(kind: .practice, date: day("2026-11-19"), categories: ["c"], members: ["CH", "FR"]),
                texts: [Language("en"): sample.text("library/pairs/index.en.md", "en", "Pairs")], attachments: []),
            LibraryEntry(
                id: "gone", facts: nil, texts: [:], attachments: [],
                withdrawal: Withdrawal(date: day("2026-11-19"), requestedBy: .author)),
        ]
        return sample
    }()

    mutating func text(
        _ path: String, _ code: String, _ title: String = "", questions: [String] = [], from: String? = nil
    ) -> Text {
        excerpts[path] =
            "The beginning of \(path): " + (code == "zh" ? "我们的主管局两年来一直这样做，效果很好。" : "we have done so for two years, and it works.")
        let translation = from.map { Translation(of: Language($0), source: "h", machine: true) }
        return Text(path: path, language: Language(code), title: title, questions: questions, hash: "h", translation: translation)
    }

    /// - Parameter posts: contributions, numbered in their order; a nil one was withdrawn.
    mutating func add(
        _ id: String, opens: String, closes: String? = nil, _ titles: [String: String], questions: [String],
        _ posts: [Contribution.Posted?], guests: Bool = false, announce: Bool = true
    ) {
        var opening: [Language: Text] = [:]
        for (code, title) in titles { opening[Language(code)] = text("\(id)/index.\(code).md", code, title, questions: questions) }
        let contributions = posts.enumerated().map { index, posted -> Contribution in
            let number = "000\(index + 1)"
            guard let posted else {
                let withdrawal = Withdrawal(date: Self.day("2026-11-19"), requestedBy: .author)
                return Contribution(number: number, content: .withdrawn(withdrawal))
            }
            let own = { (text: Text, sample: inout DigestSample) in
                sample.text("\(id)/\(number).\(text.language).md", text.language.code, from: text.translation?.of.code)
            }
            return Contribution(
                number: number,
                content: .posted(
                    Contribution.Posted(
                        date: posted.date, role: posted.role, member: posted.member, author: posted.author, replyTo: posted.replyTo,
                        question: posted.question, corrected: posted.corrected, original: own(posted.original, &self),
                        translations: posted.translations.map { own($0, &self) })))
        }
        let facts = Discussion.Facts(
            room: "english", categories: ["c"], opens: .day(Self.day(opens)), closes: closes.map { .day(Self.day($0)) }, guests: guests,
            announce: announce)
        discussions.append(
            Discussion(id: id, facts: facts, opening: opening, contributions: contributions, summaries: [:], outcomes: [:], attachments: [])
        )
    }

    /// Gives a discussion a summary.
    mutating func finish(_ id: String, in code: String, _ beginning: String) {
        guard let index = discussions.firstIndex(where: { $0.id == id }) else { return }
        let old = discussions[index]
        let summary = text("\(id)/summary.\(code).md", code)
        excerpts[summary.path] = beginning
        discussions[index] = Discussion(
            id: id, facts: old.facts, opening: old.opening, contributions: old.contributions, summaries: [Language(code): summary],
            outcomes: [:], attachments: [])
    }

    /// A contribution; `add` gives it its texts.
    static func posted(
        _ date: String, role: Contribution.Role = .participant, member: String? = nil, author: String? = nil, question: Int? = nil,
        replyTo: String? = nil, corrected: String? = nil, language: String = "en", to languages: [String] = []
    ) -> Contribution.Posted {
        Contribution.Posted(
            date: day(date), role: role, member: member, author: author, replyTo: replyTo, question: question,
            corrected: corrected.map(day), original: Text(path: "", language: Language(language), hash: "h"),
            translations: languages.map {
                Text(
                    path: "", language: Language($0), hash: "h",
                    translation: Translation(of: Language(language), source: "h", machine: true))
            })
    }
}
