import Testing

@testable import Search

/// Reads an index as INDEX.md lays it out.
struct IndexReader {
    struct Shard {
        let first: [UInt8]
        let check: [UInt8]
        let name: String
    }

    /// A form of the vocabulary with its terms: numbers, and in how many documents each occurs.
    struct Word: Equatable {
        let form: String
        let terms: [Int]
        let counts: [Int]
    }

    /// Two terms that follow each other: where the first stands in each document.
    struct Pair: Equatable {
        let terms: [Int]
        let found: [Int: [Int]]
    }

    let documents: Int
    let common: Int
    let directories: [SearchIndex.Section: [Shard]]
    let rooms: [String]
    let categories: [String]
    let members: [String]
    let kinds: [Int]
    let room: [Int]
    let days: [Int]
    let ofCategories: [[String]]
    let ofMembers: [[String]]
    private let files: [String: [UInt8]]

    init(_ index: SearchIndex) throws {
        files = Dictionary(index.files.map { ("\($0.section)-\($0.number)", $0.bytes) }) { first, _ in first }
        var bytes = Bytes(try #require(files["table-0"]))
        try #require(bytes.n() == 2)
        let count = bytes.n()
        documents = count
        common = bytes.n()
        var directories: [SearchIndex.Section: [Shard]] = [:]
        for section in [SearchIndex.Section.words, .endings, .postings, .positions, .pairs, .texts] {
            directories[section] = (0..<bytes.n()).map { _ in
                let isText = section == .words || section == .endings
                let first = isText ? bytes.s() : [UInt8(truncatingIfNeeded: bytes.n())]
                if section == .pairs { _ = bytes.n() }
                return Shard(first: first, check: bytes.take(4), name: bytes.text())
            }
        }
        self.directories = directories
        func list() -> [String] { (0..<bytes.n()).map { _ in bytes.text() } }
        rooms = list()
        let (categories, members) = (list(), list())
        self.categories = categories
        self.members = members
        func sets(_ list: [String]) -> [[String]] { (0..<bytes.n()).map { _ in (0..<bytes.n()).map { _ in list[bytes.n()] } } }
        let (categorySets, memberSets) = (sets(categories), sets(members))
        func column() -> [Int] { (0..<count).map { _ in bytes.n() } }
        kinds = column()
        room = column()
        ofCategories = column().map { categorySets[$0] }
        ofMembers = column().map { memberSets[$0] }
        var day = 0
        days = (0..<count).map { _ in
            day += bytes.z()
            return day
        }
        try #require(bytes.isAtEnd)
    }

    func shards(_ section: SearchIndex.Section) throws -> [[UInt8]] {
        try (directories[section] ?? []).map { shard in
            let bytes = try #require(files[shard.name])
            var sum: UInt32 = 2_166_136_261
            for byte in bytes { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
            try #require(shard.check.reduce(0) { $0 << 8 | UInt32($1) } == sum)
            return bytes
        }
    }

    func words() throws -> [Word] {
        var words: [Word] = []
        for shard in try shards(.words) {
            var bytes = Bytes(shard)
            var (before, term) = ("", 0)
            while !bytes.isAtEnd {
                let form = sorted(before, &bytes)
                var (terms, counts): ([Int], [Int]) = ([], [])
                for _ in 0..<bytes.n() {
                    term += bytes.z()
                    terms.append(term)
                    counts.append(bytes.n())
                }
                words.append(Word(form: form, terms: terms, counts: counts))
                before = form
            }
        }
        return words
    }

    func endings() throws -> [String] {
        var endings: [String] = []
        for shard in try shards(.endings) {
            var bytes = Bytes(shard)
            var before = ""
            while !bytes.isAtEnd {
                before = sorted(before, &bytes)
                endings.append(before)
            }
        }
        return endings
    }

    /// By term: documents with impacts and positions.
    func postings() throws -> [[(document: Int, impact: Int, positions: [Int])]] {
        var found: [[(document: Int, impact: Int)]] = []
        for shard in try shards(.postings) {
            var bytes = Bytes(shard)
            while !bytes.isAtEnd {
                let count = bytes.n()
                var document = 0
                let documents = (0..<count).map { _ in
                    document += bytes.n()
                    return document
                }
                found.append(zip(documents, bytes.take(count)).map { ($0, Int($1)) })
            }
        }
        var all: [[(document: Int, impact: Int, positions: [Int])]] = []
        for shard in try shards(.positions) {
            var bytes = Bytes(shard)
            while !bytes.isAtEnd {
                try #require(bytes.n() == found[all.count].count)
                all.append(
                    found[all.count].map { document, impact in (document, impact, bytes.ascending()) })
            }
        }
        try #require(all.count == found.count)
        return all
    }

    func pairs() throws -> [Pair] {
        try shards(.pairs).flatMap { shard in
            var bytes = Bytes(shard)
            var pairs: [Pair] = []
            var terms = [0, 0]
            while !bytes.isAtEnd {
                let step = bytes.n()
                terms = [terms[0] + step, step == 0 ? terms[1] + bytes.n() : bytes.n()]
                var found: [Int: [Int]] = [:]
                var document = 0
                for _ in 0..<bytes.n() {
                    document += bytes.n()
                    found[document] = bytes.ascending()
                }
                pairs.append(Pair(terms: terms, found: found))
            }
            return pairs
        }
    }

    /// The seven fields of each document.
    func texts() throws -> [[String]] {
        try shards(.texts).flatMap { shard in
            var bytes = Bytes(shard)
            var texts: [[String]] = []
            while !bytes.isAtEnd { texts.append((0..<7).map { _ in bytes.text() }) }
            return texts
        }
    }

    private func sorted(_ before: String, _ bytes: inout Bytes) -> String {
        let shared = String(String.UnicodeScalarView(before.unicodeScalars.prefix(bytes.n())))
        return shared + bytes.text()
    }

    private struct Bytes {
        private let bytes: [UInt8]
        private var at = 0

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
        }

        var isAtEnd: Bool { at == bytes.count }

        mutating func n() -> Int {
            var (value, shift) = (0, 0)
            while true {
                let byte = Int(bytes[at])
                at += 1
                value |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { return value }
            }
        }

        mutating func z() -> Int {
            let value = n()
            return value & 1 == 0 ? value / 2 : -(value + 1) / 2
        }

        mutating func take(_ count: Int) -> [UInt8] {
            at += count
            return Array(bytes[at - count..<at])
        }

        mutating func ascending() -> [Int] {
            var number = 0
            return (0..<n()).map { _ in
                number += n()
                return number
            }
        }

        mutating func s() -> [UInt8] { take(n()) }

        mutating func text() -> String { String(decoding: s(), as: UTF8.self) }
    }
}
