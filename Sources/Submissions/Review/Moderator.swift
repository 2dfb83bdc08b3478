package import Diagnostics
package import Model

/// Who decides, by the name under which forum.yaml lists them: in their own rooms, or in all. Nothing proves the name: whoever can write
/// into the office can do all that moderators can.
package struct Moderator: Sendable, Hashable {
    package let name: String
    /// Identifiers of the rooms that they moderate.
    package let rooms: Set<String>
    /// Whether they decide in all rooms: as a lead of forum.yaml, or because they moderate each of them.
    package let isLead: Bool

    /// Throws where no room of the forum names them.
    package init(_ name: String, in forum: Forum) throws(Failure) {
        let own = forum.rooms.filter { $0.moderators.contains(name) }.map(\.id)
        let leads = forum.lead.contains(name)
        guard leads || !own.isEmpty else {
            let names = Set(forum.lead + forum.rooms.flatMap(\.moderators)).sorted()
            let meant = Suggestion.nearest(to: name, among: names).map { "Did you mean \"\($0)\"? " } ?? ""
            throw Failure(
                "\"\(name)\" moderates no room of this forum",
                remedy: meant + "Say who you are with --as or ROSTRUM_MODERATOR; content/forum.yaml lists under `lead:` and `moderators:` "
                    + names.map { "\"\($0)\"" }.joined(separator: ", ") + ".")
        }
        self.name = name
        rooms = Set(own)
        isLead = leads || own.count == forum.rooms.count
    }

    /// Throws where they may not decide about something in that room; nil for what belongs to no room, where every moderator may.
    package func require(_ room: String?, in forum: Forum) throws(Failure) {
        guard let room, !isLead, !rooms.contains(room) else { return }
        let others = forum.rooms.first { $0.id == room }?.moderators ?? []
        throw Failure(
            "this belongs to the room \"\(room)\", which \(name) does not moderate",
            remedy: others.isEmpty ? nil : "Leave it to " + others.joined(separator: " or ") + ", or to whoever moderates all rooms.")
    }
}
