package import Model

/// The index of the texts of one language that an audience may read.
///
/// The rules of this target: INDEX.md says what words are and how each byte is laid out, and the script in the browser follows the same page; the
/// same documents in the same order give the same bytes; nothing is read or written here, and what is sealed knows nothing of words.
package struct SearchIndex: Sendable {
    /// What the files of an index are.
    package enum Section: String, Sendable, CaseIterable {
        case table, words, endings, postings, positions, pairs, texts
    }

    /// One of them: which, its number among those of its section, and its bytes.
    package struct File: Sendable {
        package let section: Section
        package let number: Int
        package let bytes: [UInt8]
    }

    /// Gives the name of a file, by which the table leads to it.
    package typealias Naming = (_ section: Section, _ number: Int) -> String

    /// The table, then the shards of each section in their order.
    package let files: [File]

    /// - Parameters:
    ///   - documents: in the order of their numbers.
    ///   - common: in how many documents a term occurs that counts as common, so that it is written down with each of its neighbours.
    package init(_ documents: [IndexDocument], language: Language, common: Int = 100, name: Naming) {
        var reader = WordReader(Vocabulary(language))
        var occurrences = Occurrences()
        for document in documents {
            reader.begin()
            if document.titleCounts { reader.read(document.title) { occurrences.add($0, at: $1, weight: 4) } }
            reader.read(document.byline) { occurrences.add($0, at: $1, weight: 2) }
            reader.read(document.text) { occurrences.add($0, at: $1, weight: 1) }
            occurrences.endDocument(length: reader.taken)
        }
        var table = ShardBytes()
        table.n(2)
        table.n(documents.count)
        table.n(common)
        let shards = Self.words(reader.vocabulary, occurrences, common, &table, name) + Self.texts(documents, &table, name)
        IndexColumns(documents).write(to: &table)
        files = [File(section: .table, number: 0, bytes: table.bytes)] + shards
    }

    /// The shards of words, endings, postings, positions and pairs.
    private static func words(
        _ vocabulary: Vocabulary, _ occurrences: Occurrences, _ common: Int, _ table: inout ShardBytes, _ name: Naming
    ) -> [File] {
        let lexicon = Lexicon(vocabulary)
        var counts: [Int] = []
        counts.reserveCapacity(lexicon.terms.count)
        var postings = ShardWriter(.postings, size: 4_000)
        var positions = ShardWriter(.positions, size: 12_000)
        occurrences.forEachTerm(in: lexicon.terms) { entries, places in
            let term = counts.count
            counts.append(entries.count)
            postings.add(.number(term)) { bytes, _ in
                bytes.n(entries.count)
                var before = 0
                for entry in entries {
                    bytes.n(Int(entry.document) - before)
                    before = Int(entry.document)
                }
                for entry in entries { bytes.append(CollectionOfOne(entry.impact)) }
            }
            positions.add(.number(term)) { bytes, _ in
                bytes.n(entries.count)
                for entry in entries { bytes.ascending(places[entry.range]) }
            }
        }
        let pairs = Self.pairs(occurrences, lexicon, isCommon: counts.map { $0 >= common })
        var words = lexicon.words(counts)
        var endings = lexicon.endings()
        // One after the other: each writes its directory.
        var files = words.finish(&table, name: name) + endings.finish(&table, name: name)
        for var shards in [postings, positions, pairs] { files += shards.finish(&table, name: name) }
        return files
    }

    private static func pairs(_ occurrences: Occurrences, _ lexicon: Lexicon, isCommon: [Bool]) -> ShardWriter {
        var pairs = ShardWriter(.pairs, size: 3_000)
        var before = (first: 0, second: 0)
        occurrences.forEachPair(numbers: lexicon.numbers, isCommon: isCommon, isSingle: lexicon.singles) { first, second, entries, places in
            pairs.add(.pair(first, second)) { bytes, begins in
                if begins { before = (0, 0) }
                bytes.n(first - before.first)
                bytes.n(first == before.first ? second - before.second : second)
                before = (first, second)
                bytes.n(entries.count)
                var document = 0
                for entry in entries {
                    bytes.n(Int(entry.document) - document)
                    document = Int(entry.document)
                    bytes.ascending(places[entry.range])
                }
            }
        }
        return pairs
    }

    private static func texts(_ documents: [IndexDocument], _ table: inout ShardBytes, _ name: Naming) -> [File] {
        var texts = ShardWriter(.texts, size: 6_000)
        for (number, document) in documents.enumerated() {
            texts.add(.number(number)) { bytes, _ in
                let fields = [document.path, document.anchor, document.title, document.titleLanguage ?? ""]
                for field in fields + [document.byline, document.date, document.text] { bytes.s(field) }
            }
        }
        return texts.finish(&table, name: name)
    }
}
