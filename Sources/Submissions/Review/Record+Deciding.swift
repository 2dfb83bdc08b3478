import Diagnostics

extension Record {
    /// Throws where it was decided.
    func requireWaiting() throws(Failure) {
        guard !state.isWaiting else { return }
        let remedy: String? =
            switch state {
            case .withdrawn: nil
            case .published, .corrected: place.map { "What is published is corrected with `rostrum review correct \($0)`." }
            default: "`rostrum review undo \(number)` takes the last decision back."
            }
        throw Failure("submission \(number) is \(stateInWords)", remedy: remedy)
    }

    /// How far it is, for sentences.
    package var stateInWords: String {
        state == .approved && placed == nil ? "approved, and nothing of it is to be published" : state.words
    }

    /// Throws where another moderator has it in hand.
    ///
    /// - Parameter name: the moderator's who decides.
    func requireHands(of name: String) throws(Failure) {
        guard let other = claimedBy, other != name else { return }
        throw Failure(
            "submission \(number) is in the hands of \(other)",
            remedy: "Ask them, or take it over with `rostrum review claim \(number) --take`.")
    }
}
