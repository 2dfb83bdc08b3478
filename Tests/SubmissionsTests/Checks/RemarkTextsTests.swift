import Diagnostics
import Foundation
import Model
import Submissions
import Testing

@Suite("What remarks say")
struct RemarkTextsTests {
    private static let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
    private static let codes = ["ar", "en", "es", "fr", "ru", "zh"]

    private func load(_ folders: [String] = ["themes/wipo"], _ codes: [String] = codes) throws -> (texts: RemarkTexts?, findings: [Finding])
    {
        try RemarkTexts.load(root: String(Self.root), folders: folders, languages: codes.map { Language($0) })
    }

    private func texts() throws -> RemarkTexts { try #require(try load().texts) }

    /// A folder with a changed file of one language, in front of the theme's own.
    private func load(changing code: String, _ change: (String) -> String) throws -> [Finding] {
        let folder = FileManager.default.temporaryDirectory.path + "/rostrum-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/remarks", withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(atPath: folder) } catch { print(error) } }
        let text = try String(contentsOfFile: Self.root + "/themes/wipo/remarks/\(code).yaml", encoding: .utf8)
        let changed = change(text)
        #expect(changed != text)
        try Data(changed.utf8).write(to: URL(fileURLWithPath: folder + "/remarks/\(code).yaml"))
        let (texts, findings) = try load([folder, "themes/wipo"])
        #expect((texts == nil) == !findings.isEmpty)
        #expect(findings.allSatisfy { $0.location?.file.hasSuffix("/remarks/\(code).yaml") == true })
        return findings
    }

    @Test(arguments: codes) func everyKindHasBothTextsInTheOrderOfKinds(code: String) throws {
        #expect(try load().findings == [])
        let text = try String(contentsOfFile: Self.root + "/themes/wipo/remarks/\(code).yaml", encoding: .utf8)
        let keys = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix(" ") }.map { String($0.dropLast()) }
        #expect(keys == RemarkKind.allCases.map(\.rawValue) + ["additions"])
    }

    @Test(arguments: codes) func eachIsASentenceOfItsOwnWithItsValues(code: String) throws {
        let texts = try texts()
        var seen: Set<String> = []
        for kind in RemarkKind.allCases {
            let remark = Remark(kind, Dictionary(uniqueKeysWithValues: kind.placeholders.map { ($0, "‹\($0)›") }))
            for reader in RemarkTexts.Reader.allCases {
                let text = texts.text(of: remark, for: reader, in: Language(code))
                #expect(text.hasSuffix(code == "zh" ? "。" : "."), "\(text)")
                #expect(!text.contains("{") && !text.contains("}") && !text.contains("\"") && !text.contains("  "), "\(text)")
                #expect(seen.insert(text).inserted, "\(text)")
            }
        }
    }

    /// A moderator sees all that is known; what concerns other submissions and the roster is not for a participant.
    @Test func readersAreToldWhatIsForThem() throws {
        let texts = try texts()
        for kind in RemarkKind.allCases {
            let remark = Remark(kind, Dictionary(uniqueKeysWithValues: kind.placeholders.map { ($0, "‹\($0)›") }))
            let forModerator = texts.text(of: remark, for: .moderator, in: Language("en"))
            for name in kind.placeholders { #expect(forModerator.contains("‹\(name)›"), "\(kind)") }
        }
        let waiting = Remark(.duplicateWaiting, ["number": "17", "share": "90"])
        #expect(!texts.text(of: waiting, for: .participant, in: Language("en")).contains("17"))
    }

    @Test func valuesAreWrittenAsTheLanguageWritesThem() throws {
        let texts = try texts()
        let closed = Remark(.closedDiscussion, ["discussion": "2026-001", "date": "2026-10-31"])
        #expect(texts.text(of: closed, for: .participant, in: Language("en")).contains("closed on 31 October 2026,"))
        #expect(texts.text(of: closed, for: .participant, in: Language("fr")).contains("le 31 octobre 2026 "))
        let language = Remark(.languageMismatch, ["claimed": "en", "found": "fr"])
        #expect(texts.text(of: language, for: .moderator, in: Language("es")).contains("este idioma: inglés."))
        #expect(texts.text(of: language, for: .moderator, in: Language("zh")).contains("所填的语言是英文，但文稿看来是法文"))
        let large = Remark(.attachmentTooLarge, ["file": "a.pdf", "size": "30000000", "limit": "25000000"])
        #expect(texts.text(of: large, for: .moderator, in: Language("en")).contains("(30 MB; the most is 25 MB)"))
        #expect(texts.text(of: large, for: .moderator, in: Language("fr")).contains("25\u{202F}Mo"))
    }

    @Test func whatTheForumNamesIsToldByItsName() throws {
        let named = try RemarkTexts.load(
            root: String(Self.root), folders: ["themes/wipo"], languages: Self.codes.map { Language($0) }, forum: SampleForum.forum)
        let texts = try #require(named.texts)
        let outside = Remark(.categoryOutsideRoom, ["category": "strategies", "room": "french"])
        let participant = texts.text(of: outside, for: .participant, in: Language("en"))
        #expect(participant.contains("“French room”") && participant.contains("“Strategies”") && !participant.contains("french"))
        let translated = texts.text(of: Remark(.closedRoom, ["room": "spanish"]), for: .participant, in: Language("fr"))
        #expect(translated.contains("salle d’Espagne") && !translated.contains("spanish"))
        #expect(texts.text(of: outside, for: .moderator, in: Language("en")).contains("“French room (french)”"))
        let sender = Remark(.senderUnknown, ["sender": "a@b.example", "member": "CH"])
        #expect(texts.text(of: sender, for: .participant, in: Language("fr")).contains("Suisse (exemple)"))
        // What there is not has no name.
        let unknown = Remark(.unknownRoom, ["room": "german"])
        #expect(texts.text(of: unknown, for: .moderator, in: Language("en")).contains("“german”"))
        let code = Remark(.unknownMember, ["member": "ZZ"])
        #expect(texts.text(of: code, for: .participant, in: Language("en")).contains("“ZZ”"))
    }

    @Test(arguments: codes) func moderatorsAreToldWhatThereIs(code: String) throws {
        let texts = try texts()
        let text = { (meant: String, known: String, reader: RemarkTexts.Reader) in
            texts.text(of: Remark(.unknownRoom, ["room": "x", "meant": meant, "known": known]), for: reader, in: Language(code))
        }
        let bare = text("", "", .moderator)
        #expect(text("‹m›", "", .moderator).hasPrefix(bare) && text("‹m›", "", .moderator).contains("‹m›"))
        #expect(text("", "‹k›", .moderator).hasPrefix(bare) && text("‹m›", "‹k›", .moderator).contains("‹k›"))
        #expect(!text("‹m›", "‹k›", .participant).contains("‹"))
    }

    @Test func whatAValueBringsAlongIsHarmless() throws {
        let texts = try texts()
        let remark = Remark(.brokenLink, ["link": "a\nb\u{202E}c\u{1B}[2J\u{200B}{link}\u{2028}<b>"])
        let english = texts.text(of: remark, for: .moderator, in: Language("en"))
        #expect(english.contains("forum: a bc [2J{link} <b>. Correct"))
        let arabic = texts.text(of: remark, for: .moderator, in: Language("ar"))
        #expect(arabic.contains("\u{2068}a bc [2J{link} <b>\u{2069}"))
        let name = Remark(.missingFile, ["file": "خطة.pdf"])
        #expect(texts.text(of: name, for: .moderator, in: Language("en")).contains("\u{2068}خطة.pdf\u{2069}"))
    }

    @Test func englishStandsInForALanguageThatWasNotAskedFor() throws {
        let texts = try #require(try load(["themes/wipo"], ["fr"]).texts)
        let remark = Remark(.emptyText)
        #expect(texts.text(of: remark, for: .moderator, in: Language("de")) == texts.text(of: remark, for: .moderator, in: Language("en")))
        #expect(texts.text(of: remark, for: .moderator, in: Language("fr")) != texts.text(of: remark, for: .moderator, in: Language("en")))
        let (missing, findings) = try load(["themes/wipo"], ["de"])
        #expect(missing == nil && findings.map(\.kind) == [.stringMissing] && findings[0].location?.file == "themes/wipo/remarks/de.yaml")
    }

    @Test func aFoldersOwnFileComesFirst() throws {
        #expect(try load(changing: "fr") { $0.replacing("Il n’y a pas de texte.", with: "Texte absent.") } == [])
    }

    @Test func whatIsWrongInAFileHasItsPlace() throws {
        let unknown = try load(changing: "fr") { $0.replacing("\ncapitals:", with: "\ncapitales:") }
        #expect(Set(unknown.map(\.kind)) == [.unknownKey, .missingKey] && unknown.contains { $0.hint == "did you mean \"capitals\"?" })
        let half = try load(changing: "ru") { $0.replacing("capitals:\n  moderator", with: "capitals:\n  moderators") }
        #expect(Set(half.map(\.kind)) == [.unknownKey, .missingKey])
        let extra = try load(changing: "zh") { $0.replacing("类型（{type}）", with: "类型（{kind}）") }
        #expect(
            extra.map(\.kind) == [.stringMalformed] && extra[0].message.contains("{kind}") && extra[0].hint == "its values: {file}, {type}")
        let fewer = try load(changing: "es") { $0.replacing(" ({size}; máximo: {limit}). Pida", with: " ({size}). Pida") }
        #expect(fewer.map(\.kind) == [.stringMalformed] && fewer[0].hint == "English has {file}, {limit}, {size}")
        #expect((fewer[0].location?.line ?? 0) > 100)
        let brace = try load(changing: "ar") { $0.replacing("({number}). احذفه", with: "({number). احذفه") }
        #expect(Set(brace.map(\.kind)) == [.stringMalformed])
        let empty = try load(changing: "en") { $0.replacing("\"There is no text. Return it as incomplete.\"", with: "\"\"") }
        #expect(empty.map(\.kind) == [.wrongType])
        #expect(try load(changing: "en") { _ in "x: [" }.map(\.kind) == [.yamlSyntax])
    }
}
