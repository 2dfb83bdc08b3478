package import Access
package import ContentStore
package import Model

/// Somebody whom a digest is made for.
package struct DigestReader: Sendable, Hashable {
    package let scope: Scope
    package let language: Language
    /// Each gets a mail of its own, so that none shows to another.
    package let addresses: [String]

    /// What is told.
    package enum Scope: Sendable, Hashable {
        /// What members and staff read.
        case everything
        /// The same, and what answers a State.
        case member(String)
        /// Of some discussions alone.
        case guest(of: Set<String>)
    }

    package init(_ scope: Scope, _ language: Language, addresses: [String] = []) {
        self.scope = scope
        self.language = language
        self.addresses = addresses
    }

    /// What of all news is told.
    package func own(_ news: News) -> News {
        switch scope {
        case .everything: news
        case .member(let code): news.told(to: code)
        case .guest(let discussions): news.told(toGuestsOf: discussions)
        }
    }

    /// Whether it is told of some discussions alone.
    package var isGuest: Bool { if case .guest = scope { true } else { false } }
}

extension Roster {
    /// Everybody who wants digests: members, staff, then guests, each by their codes or names. An address that stands with several gets one
    /// mail, as the first of them.
    ///
    /// - Parameters:
    ///   - holders: those who have a passphrase; nil where nobody has keys. Members and staff without one get nothing.
    ///   - invitations: the discussions that each guest can open now, by the guest's name; whoever can open none gets nothing.
    package func digestReaders(of forum: Forum, holders: Set<Holder>?, invitations: [String: Set<String>]) -> [DigestReader] {
        var readers: [DigestReader] = []
        var taken: Set<String> = []
        func add(_ reader: Reader, _ scope: DigestReader.Scope) {
            guard reader.digest else { return }
            let addresses = reader.addresses.filter { taken.insert($0.lowercased()).inserted }
            let language = reader.language.flatMap { forum.languages.contains($0) ? $0 : nil } ?? forum.defaultLanguage
            if !addresses.isEmpty { readers.append(DigestReader(scope, language, addresses: addresses)) }
        }
        for (code, reader) in members.sorted(by: { $0.key < $1.key }) where holders?.contains(.member(code)) ?? true {
            add(reader, .member(code))
        }
        for (name, reader) in staff.sorted(by: { $0.key < $1.key }) where holders?.contains(.staff(name)) ?? true {
            add(reader, .everything)
        }
        for (name, reader) in guests.sorted(by: { $0.key < $1.key }) {
            if let discussions = invitations[name], !discussions.isEmpty { add(reader, .guest(of: discussions)) }
        }
        return readers
    }
}
