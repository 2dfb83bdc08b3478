import Model

/// What the form's script knows of the forum: the JSON in `data-facts` of its page. `themes/wipo/scripts/form/` reads it.
struct FormFacts: Encodable, Sendable {
    /// The site's identifier; with `salt` and `rounds` what a passphrase is stretched with.
    let site: String
    /// Hexadecimal.
    let salt: String
    let rounds: Int
    /// The public key that submissions are sealed for, in base 64, and its identifier; nil where the office has none.
    let key: String?
    let keyId: String?
    /// The page's.
    let language: String
    /// The forum's title and address.
    let forum: String
    let base: String
    /// Where submissions are sent to, a mail address; nil where the forum names none.
    let address: String?
    let terms: Terms
    let attachments: Attachments
    /// Those that are open, the newest first.
    let discussions: [Discussion]
    let rooms: [Room]
    let categories: [Titled]
    let members: [Named]
    /// What a text may be written in: the forum's languages by their own names.
    let languages: [Named]
    /// The kinds of submissions that this reader can make.
    let kinds: [String]
    /// The form as a file to take along.
    let offline: Offline?
    /// Whether the page is not sealed, so that nobody unlocked it with a passphrase.
    let plain: Bool

    /// So many discussions are named at most; others are written with their numbers.
    static let discussionLimit = 100

    struct Terms: Encodable, Sendable {
        let version: Int
        /// From the page; nil where the forum has no such page in a language of its readers.
        let url: String?
    }

    struct Attachments: Encodable, Sendable {
        /// File name endings.
        let types: [String]
        /// Bytes.
        let largest: Int
    }

    struct Discussion: Encodable, Sendable {
        let id: String
        let title: String
        /// The language of title and questions.
        let lang: String
        let dir: String
        let room: String
        /// The room's working languages.
        let languages: [String]
        let questions: [String]
        let guests: Bool
        /// When it closes, in seconds since 1970.
        let until: Int?
    }

    struct Room: Encodable, Sendable {
        let id: String
        let title: String
        let languages: [String]
    }

    struct Titled: Encodable, Sendable {
        let id: String
        let title: String
    }

    /// A member or a language.
    struct Named: Encodable, Sendable {
        let code: String
        let name: String
    }

    struct Offline: Encodable, Sendable {
        /// From the page.
        let url: String
        /// SHA-256 of the file in hexadecimal.
        let sha256: String
    }

    /// Keys in alphabetical order, in one line.
    var json: String { ScriptFacts.json(self) }
}
