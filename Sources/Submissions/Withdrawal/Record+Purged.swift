extension Record {
    /// What stays of a submission that was purged: that there was one, what was decided, and what tells that the same mail is not a new one.
    var purged: Record {
        var record = self
        record.revisions = []
        record.files = []
        record.leftOut = []
        record.placed = nil
        record.answers = nil
        record.proof = nil
        record.salt = ""
        record.origin = Origin(
            source: "", sender: nil, senderName: nil, subject: nil, messageID: nil, references: nil, date: nil, nature: [], hasFields: false
        )
        for index in record.history.indices {
            record.history[index].reasons = []
            record.history[index].words = nil
        }
        return record
    }
}
