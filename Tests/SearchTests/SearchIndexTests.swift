import Model
import Testing

@testable import Search

/// The bytes of an index, read as its format says.
@Suite struct SearchIndexTests {
    private static let documents = [
        IndexDocument(
            kind: .tool, categories: ["training", "law"], members: ["XB", "XA"], day: 20_000, path: "en/abc/", title: "Fee simulation",
            byline: "Sample State A", date: "4 October 2024", text: "Fees are simulated.\nThe fee of a patent.\n"),
        IndexDocument(kind: .page, path: "en/help/", title: "Help", text: ""),
        IndexDocument(
            kind: .discussion, room: "english", categories: ["training"], day: 19_990, path: "en/2026-001/",
            title: "After the course (2026-001)",
            text: "What do you do?\n"),
        IndexDocument(
            kind: .contribution, room: "english", categories: ["training"], members: ["XA"], day: 20_001, path: "en/2026-001/",
            anchor: "c0001",
            title: "Après le cours", titleLanguage: "fr", titleCounts: false, byline: "Ana Silva",
            text: "We simulate fees, côté and cote.\n"),
    ]

    private func index(_ documents: [IndexDocument], _ language: String = "en") -> SearchIndex {
        SearchIndex(documents, language: Language(language)) { "\($0)-\($1)" }
    }

    @Test func anIndexOfNothingIsATableAlone() throws {
        let index = index([])
        #expect(index.files.count == 1)
        #expect(try IndexReader(index).documents == 0)
    }

    @Test func documentsComeBackWithWhatTheyAreFilteredBy() throws {
        let reader = try IndexReader(index(Self.documents))
        #expect(reader.documents == 4)
        #expect(reader.rooms + reader.categories + reader.members == ["english", "law", "training", "XA", "XB"])
        #expect(reader.kinds == [3, 6, 0, 1])
        #expect(reader.room == [0, 0, 1, 1])
        #expect(reader.ofCategories == [["law", "training"], [], ["training"], ["training"]])
        #expect(reader.ofMembers == [["XA", "XB"], [], [], ["XA"]])
        #expect(reader.days == [20_000, 20_000, 19_990, 20_001])
        #expect(
            try reader.texts() == [
                ["en/abc/", "", "Fee simulation", "", "Sample State A", "4 October 2024", "Fees are simulated.\nThe fee of a patent.\n"],
                ["en/help/", "", "Help", "", "", "", ""],
                ["en/2026-001/", "", "After the course (2026-001)", "", "", "", "What do you do?\n"],
                ["en/2026-001/", "c0001", "Après le cours", "fr", "Ana Silva", "", "We simulate fees, côté and cote.\n"],
            ])
    }

    @Test func formsLeadToTheDocumentsOfTheirTerms() throws {
        let reader = try IndexReader(index(Self.documents))
        let (words, postings) = (try reader.words(), try reader.postings())
        #expect(words.map(\.form) == words.map(\.form).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
        func documents(_ form: String) throws -> [Int] {
            let word = try #require(words.first { $0.form == form })
            #expect(word.counts == word.terms.map { postings[$0].count })
            return Set(word.terms.flatMap { postings[$0].map(\.document) }).sorted()
        }
        #expect(try documents("fees") == [0, 3])
        #expect(try documents("fee") == [0, 3])
        #expect(try documents("simulation") == [0, 3])
        #expect(try documents("silva") == [3])
        #expect(try documents("cote") == [3])
        #expect(try documents("2026") == [2])
        // A contribution is not found by the title of its discussion.
        #expect(!words.contains { $0.form == "apres" })
        // Each term is numbered where its first form comes.
        let firsts = words.flatMap(\.terms).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        #expect(firsts == Array(0..<postings.count))
    }

    @Test func positionsAreThoseOfTheFields() throws {
        let reader = try IndexReader(index(Self.documents))
        let word = try #require(try reader.words().first { $0.form == "fee" })
        let found = try #require(try reader.postings()[word.terms[0]].first)
        // "Fee simulation", eight left out, "Sample State A", eight, "Fees are simulated", eight, "The fee".
        #expect(found.positions == [0, 21, 33])
    }

    /// Against the positions themselves, in texts made of few words, some of them ideographs.
    @Test(arguments: [1, 4, 30, 1_000]) func pairsAreThoseOfCommonTerms(_ common: Int) throws {
        let words = ["of", "the", "patent", "office", "知识产权", "法", "2026"]
        var state: UInt32 = 7
        let documents = (0..<40).map { number in
            let text = (0..<30).map { _ in
                state = state &* 1_664_525 &+ 1_013_904_223
                return words[Int(state >> 24) % words.count] + (state >> 20 & 7 == 0 ? " rare\(state >> 28).\n" : "")
            }
            return IndexDocument(kind: .page, path: "en/\(number)/", title: words[number % 7], text: text.joined(separator: " ") + "\n")
        }
        let reader = try IndexReader(SearchIndex(documents, language: Language("en"), common: common) { "\($0)-\($1)" })
        #expect(reader.common == common)
        let postings = try reader.postings()
        // Each of these has one form.
        let singles = Set(try reader.words().filter { ["知", "识", "产", "权", "法"].contains($0.form) }.flatMap(\.terms))
        #expect(singles.count == 5)
        var expected: [IndexReader.Pair] = []
        let terms = postings.indices.filter { !singles.contains($0) }
        for first in terms {
            for second in terms where max(postings[first].count, postings[second].count) >= common {
                let followers = Dictionary(uniqueKeysWithValues: postings[second].map { ($0.document, Set($0.positions)) })
                let found = postings[first].map { entry in
                    (entry.document, entry.positions.filter { followers[entry.document]?.contains($0 + 1) == true })
                }
                let there = Dictionary(uniqueKeysWithValues: found.filter { !$1.isEmpty })
                if !there.isEmpty { expected.append(IndexReader.Pair(terms: [first, second], found: there)) }
            }
        }
        #expect(try reader.pairs() == expected)
        #expect(expected.isEmpty == (common == 1_000))
    }

    @Test func impactsAreThoseOfBM25() throws {
        let documents = [
            IndexDocument(kind: .page, path: "a/", title: "word", text: "word other other\n"),
            IndexDocument(kind: .page, path: "b/", title: "", text: "word\n"),
        ]
        let reader = try IndexReader(index(documents, "zh"))
        let word = try #require(try reader.words().first { $0.form == "word" })
        // Lengths 4 and 1, mean 2.5; frequencies 4 + 1 and 1.
        let norms: [Double] = [4, 1].map { 1.2 * (0.5 + 0.5 * $0 / 2.5) }
        let first: Double = 255 * 5 / (5 + norms[0])
        let second: Double = 255 / (1 + norms[1])
        #expect(try reader.postings()[word.terms[0]].map(\.impact) == [Int(first.rounded()), Int(second.rounded())])
    }

    @Test func endingsAreTheFormsThatMayBeMistyped() throws {
        let documents = [IndexDocument(kind: .page, path: "a/", title: "", text: "forum fee a1b2c3 知识产权 école نظام\n")]
        #expect(try IndexReader(index(documents)).endings() == ["eloce", "murof", "ماظن"])
    }

    /// Words of all lengths, more than one shard holds.
    @Test func aLargeIndexIsDivided() throws {
        let documents = (0..<600).map { number in
            IndexDocument(
                kind: .page, path: "en/\(number)/", title: "Title \(number)",
                text: (0..<40).map { "word\(String(number * 40 + $0, radix: 26)) é\($0 % 7) common" }.joined(separator: " ") + "\n")
        }
        let index = index(documents)
        let reader = try IndexReader(index)
        for section in [SearchIndex.Section.words, .postings, .positions, .pairs, .texts] {
            #expect((reader.directories[section] ?? []).count > 3)
            #expect(
                index.files.filter { $0.section == section }.dropLast().allSatisfy { $0.bytes.count >= 3_000 && $0.bytes.count < 40_000 })
        }
        let words = try reader.words()
        #expect(Set(words.map(\.form)).count == words.count)
        #expect(words.count > 24_000)
        let starts = reader.directories[.words]?.map { String(decoding: $0.first, as: UTF8.self) } ?? []
        #expect(Set(starts).isSubset(of: words.map(\.form)))
        let common = try #require(words.first { $0.form == "common" })
        #expect(try reader.postings()[common.terms[0]].map(\.document) == Array(0..<600))
        #expect(try reader.texts().map { $0[0] } == documents.map(\.path))
    }

    @Test func theSameDocumentsGiveTheSameBytes() {
        let (one, other) = (index(Self.documents), index(Self.documents))
        #expect(one.files.map(\.bytes) == other.files.map(\.bytes))
    }
}
