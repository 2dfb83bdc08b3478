import Submissions

extension SetAside {
    /// Why, of which submissions, and what to do, as the end of a sentence.
    var words: String {
        guard let submissions, !submissions.isEmpty else { return reason.words }
        return reason.words + " (submission " + submissions.map(String.init).joined(separator: ", ") + ")"
    }
}

extension SetAside.Reason {
    /// Why, and what to do, as the end of a sentence.
    var words: String {
        switch self {
        case .tooLong: "it is larger than what can be looked at; ask for it in parts"
        case .tooLarge: "it is larger than 25 MB and was not kept here: see it where it came from, or ask for it in parts"
        case .tooSlow: "it takes too long to open; open it by hand, with care, or ask for it as plain text"
        case .tooMuchMemory: "it takes too much memory to open; open it by hand, with care, or ask for it as plain text"
        case .crashed: "what opens it stumbled over it; do not open it by hand, and ask for it as plain text"
        case .encrypted: "it is encrypted, and there is no key for it here; ask for it unencrypted, or as a sealed submission"
        case .hiddenBySignature: "its signature hides its text; ask for it without a signature"
        case .damaged: "it is damaged; ask for it once more"
        case .deliveryReport: "it is a report that some mail was not delivered; check the address it speaks of"
        case .automatic: "it was written by a program, as an out-of-office reply is"
        case .calendar: "it is an invitation of a calendar, or an answer to one"
        case .sealedElsewhere: "it is sealed for another forum; ask whether it was meant for this one"
        case .sealedForLostKey:
            "it is sealed for a key that this office does not have, or no longer: ask for it once more, made with the form as it is on the site now"
        case .sealedOtherwise:
            "it is sealed in a way that this program does not know: use a later version of it, or ask for it with the form on the site"
        case .sealedDamaged: "it is sealed, and does not open: it was damaged on the way, or not made by the form; ask for it once more"
        case .returnedText: "it is a text that was returned from here, as it was; its author opens it in the form, and saves it anew"
        case .besideKnown: "the sealed text in it came before, and what the mail says or brings beside it is new: read it"
        case .noText: "there is no text in it; ask what it is meant for"
        }
    }
}
