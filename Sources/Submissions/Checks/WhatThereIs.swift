import Check
import Diagnostics
import Model

/// What there is in place of something that there is not: for whoever corrects it.
struct WhatThereIs {
    /// Identifiers, with what else each is called.
    let known: [(id: String, names: [String])]

    /// How many are listed at most, and in how many characters: a value of a remark has no more.
    private static let limit = 10
    private static let lengthLimit = 200

    /// The values that a remark on an unknown name has: `meant`, the nearest, and `known`, the list; empty where none is near, or where
    /// there are too many to read.
    func values(near word: String) -> [String: String] {
        let list = known.map(\.id).joined(separator: ", ")
        let isShort = known.count <= Self.limit && list.unicodeScalars.count <= Self.lengthLimit
        return ["meant": meant(by: word) ?? "", "known": isShort ? list : ""]
    }

    private func meant(by word: String) -> String? {
        let called = Self.plain(word)
        if let same = known.first(where: { Self.plain($0.id) == called || $0.names.contains { Self.plain($0) == called } }) {
            return same.id
        }
        // Another digit or another of two letters is another discussion or State, and not a slip that tells which is meant.
        guard word.unicodeScalars.count > 2, !word.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let nearest = Suggestion.nearest(to: word, among: known.flatMap { [$0.id] + $0.names })
        return known.first { $0.id == nearest || $0.names.contains { $0 == nearest } }?.id
    }

    /// Without case, marks and signs; of numbers, without their leading zeros.
    private static func plain(_ name: String) -> String {
        var plain = ""
        var isNumber = false
        for scalar in name.unicodeScalars {
            if let digit = scalar.digit {
                if digit > 0 || isNumber { plain += String(digit) }
                isNumber = isNumber || digit > 0
            } else {
                if isNumber { plain += " " }
                isNumber = false
                let letter = Letters.folded(scalar)
                if letter != 0, let letter = Unicode.Scalar(letter) { plain.unicodeScalars.append(letter) }
            }
        }
        return plain
    }
}

extension Checks {
    var rooms: WhatThereIs { WhatThereIs(known: content.forum.rooms.map { ($0.id, $0.title.values.values.sorted()) }) }

    var categories: WhatThereIs { WhatThereIs(known: content.forum.categories.map { ($0.id, $0.title.values.values.sorted()) }) }

    /// Those that readers know of.
    var discussions: WhatThereIs {
        let known = content.discussions.filter { $0.facts.map { isKnown($0) } ?? false && $0.withdrawal == nil }
        return WhatThereIs(known: known.map { ($0.id, []) })
    }

    var members: WhatThereIs {
        switch content.forum.members {
        case .all: WhatThereIs(known: (vocabulary?.states ?? []).sorted().map { ($0, []) })
        case .some(let members): WhatThereIs(known: members.map { ($0.code, $0.name.map { $0.values.values.sorted() } ?? []) })
        }
    }
}
