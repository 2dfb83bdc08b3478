/// A fault of the machine or of the call: what an author of content cannot mend. Ends the command with exit code 2.
package struct Failure: Error, Sendable, Equatable {
    /// One sentence, lower case, without a full stop.
    package let message: String
    /// What to do next, as a sentence.
    package let remedy: String?

    package init(_ message: String, remedy: String? = nil) {
        self.message = message
        self.remedy = remedy
    }
}
