import Model

/// How the contributions of a discussion hang together: which answers which, and how they are laid out on its page.
struct Thread {
    /// Replies deeper than this stand at this depth, each with its link to what it answers.
    private static let deepest = 4
    /// From so many contributions on, a discussion is long: replies are folded away, and the way through it stays in view.
    private static let longFrom = 21
    /// From so many replies below one contribution on, they are folded away in a long discussion.
    private static let foldFrom = 4

    let contributions: [Contribution]
    /// The index of what each stands below; nil for those that answer no other.
    let parents: [Int?]
    /// In the order in which they stand on the page: each with its replies below it.
    let order: [Int]
    /// How many contributions that stand are below each, at any depth.
    let below: [Int]

    /// Whether replies may be folded away, and the way through stays in view where there are many contributions; books have neither.
    private let mayFold: Bool

    var isLong: Bool { mayFold && contributions.count >= Self.longFrom }

    /// A reply's number is higher than that of what it answers, so that every reply comes after what it belongs under.
    init(_ contributions: [Contribution], mayFold: Bool = true) {
        self.mayFold = mayFold
        self.contributions = contributions
        let numbers = Dictionary(contributions.enumerated().map { ($1.number, $0) }) { first, _ in first }
        var depths = [Int](repeating: 0, count: contributions.count)
        var parents = [Int?](repeating: nil, count: contributions.count)
        for (index, contribution) in contributions.enumerated() {
            guard let number = contribution.posted?.replyTo, let answered = numbers[number], answered < index else { continue }
            parents[index] = depths[answered] < Self.deepest ? answered : parents[answered]
            depths[index] = min(depths[answered] + 1, Self.deepest)
        }
        var below = [Int](repeating: 0, count: contributions.count)
        for index in contributions.indices.reversed() {
            guard let parent = parents[index] else { continue }
            below[parent] += below[index] + (contributions[index].posted == nil ? 0 : 1)
        }
        var replies = [[Int]](repeating: [], count: contributions.count)
        for (index, parent) in parents.enumerated() { if let parent { replies[parent].append(index) } }
        var order: [Int] = []
        var next = Array(contributions.indices.filter { parents[$0] == nil }.reversed())
        while let index = next.popLast() {
            order.append(index)
            next += replies[index].reversed()
        }
        self.order = order
        self.parents = parents
        self.below = below
    }

    /// Whether the replies below a contribution are folded away: only below those that answer no other, so that no fold is inside another.
    func folds(_ index: Int) -> Bool { isLong && parents[index] == nil && below[index] >= Self.foldFrom }

    /// Whether a contribution waits for a reply: one that is none itself, and has none. A moderator's note does not wait.
    func waits(_ index: Int) -> Bool {
        guard let posted = contributions[index].posted, parents[index] == nil else { return false }
        return posted.role != .moderator && below[index] == 0
    }

    /// Those that wait for a reply.
    var waiting: [Int] { contributions.indices.filter(waits) }

    /// The newest that stands, by its number.
    var newest: Int? { contributions.lastIndex { $0.posted != nil } }

    /// What answers a guiding question, counted from 1. What a moderator notes on one is no answer.
    func answers(_ question: Int) -> [(number: String, posted: Contribution.Posted)] {
        contributions.compactMap { contribution in
            guard let posted = contribution.posted, posted.question == question, posted.role != .moderator else { return nil }
            return (contribution.number, posted)
        }
    }
}

extension Contribution {
    /// What it says; nil for a withdrawn one.
    var posted: Posted? {
        if case .posted(let posted) = content { posted } else { nil }
    }
}
