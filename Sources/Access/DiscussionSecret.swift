/// The key of a discussion that takes guests.
enum DiscussionSecret {
    /// - Parameters:
    ///   - master: the members' key of the epoch.
    ///   - discussion: its number, as in `2026-014`.
    ///   - generation: which of its keys in the epoch, from 1.
    static func derive(_ master: Secret, site: String, discussion: String, generation: Int) -> Secret {
        master.child(Format.info("discussion", site, discussion, String(generation)))
    }
}
