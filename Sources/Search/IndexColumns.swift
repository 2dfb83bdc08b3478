/// What the documents can be filtered by, as the table has it.
struct IndexColumns {
    private let documents: [IndexDocument]
    private let rooms: [String]
    private let categories: [String]
    private let members: [String]

    init(_ documents: [IndexDocument]) {
        self.documents = documents
        rooms = Set(documents.compactMap(\.room)).sorted()
        categories = Set(documents.flatMap(\.categories)).sorted()
        members = Set(documents.flatMap(\.members)).sorted()
    }

    func write(to table: inout ShardBytes) {
        for list in [rooms, categories, members] {
            table.n(list.count)
            for name in list { table.s(name) }
        }
        let ofCategories = Self.sets(documents.map(\.categories), among: categories, &table)
        let ofMembers = Self.sets(documents.map(\.members), among: members, &table)
        for document in documents { table.n(document.kind.rawValue) }
        let places = Self.places(rooms)
        for document in documents { table.n(document.room.flatMap { places[$0] }.map { $0 + 1 } ?? 0) }
        for set in ofCategories { table.n(set) }
        for set in ofMembers { table.n(set) }
        var before = 0
        for document in documents {
            table.z((document.day ?? before) - before)
            before = document.day ?? before
        }
    }

    /// Writes the sets that occur, the empty one first.
    ///
    /// - Returns: which of them each document has.
    private static func sets(_ sets: [[String]], among list: [String], _ table: inout ShardBytes) -> [Int] {
        let places = places(list)
        var numbers: [[Int]: Int] = [[]: 0]
        var found: [[Int]] = [[]]
        let of = sets.map { names in
            let set = Set(names.compactMap { places[$0] }).sorted()
            if let number = numbers[set] { return number }
            numbers[set] = found.count
            found.append(set)
            return found.count - 1
        }
        table.n(found.count)
        for set in found {
            table.n(set.count)
            for place in set { table.n(place) }
        }
        return of
    }

    private static func places(_ list: [String]) -> [String: Int] {
        Dictionary(list.enumerated().map { ($1, $0) }) { first, _ in first }
    }
}
