package import Model

extension ForumContent {
    /// The room that a submission belongs to; nil where it belongs to none, or to one that there is not.
    package func room(of submission: Submission) -> Room? {
        let named = submission.room.flatMap { room($0) }
        // What decides is the field that says where it goes: others are the author's to fill in as they please.
        let discussion: String?
        switch submission.kind {
        case .topic: return named
        case .removal: discussion = submission.target.map { String($0.prefix { $0 != "/" }) }
        default: discussion = submission.discussion
        }
        return discussion.flatMap { self.discussion($0)?.facts }.flatMap { room($0.room) } ?? named
    }
}
