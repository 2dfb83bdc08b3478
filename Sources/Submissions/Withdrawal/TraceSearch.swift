import Diagnostics
import Quarantine

/// Tells whether something in the office holds what is purged, however it is packed.
struct TraceSearch {
    let sentences: Sentences
    /// The identifiers of its mails.
    let messages: Set<String>
    /// Who sent it, in lower case.
    let senders: Set<String>
    /// The hashes of its files.
    let files: Set<String>
    let quarantine: Quarantine

    /// What of it was found.
    enum Find {
        /// Its words, its files, or an answer to its mails.
        case itself
        /// Something of the same sender's.
        case sender
    }

    func look(into bytes: [UInt8]) throws(Failure) -> Find? {
        if messages.contains(where: { bytes.contains([UInt8]($0.utf8)) }) || sentences.stand(in: bytes) { return .itself }
        if case .success(let opened) = try quarantine.open(name: "", bytes), let found = look(into: opened) { return found }
        return senders.contains { bytes.contains([UInt8]($0.utf8)) } ? .sender : nil
    }

    private func look(into opened: Opened) -> Find? {
        var found: Find?
        if case .letter(let letter) = opened.form {
            if ([letter.messageID].compactMap { $0 } + letter.references).contains(where: messages.contains) { return .itself }
            if letter.from.contains(where: { senders.contains($0.address.lowercased()) }) { found = .sender }
        }
        if opened.texts.contains(where: { sentences.stand(in: $0.bytes) }) { return .itself }
        if opened.files.contains(where: { files.contains(Change.hash($0.bytes)) }) { return .itself }
        for inner in opened.inner {
            switch look(into: inner) {
            case .itself: return .itself
            case .sender: found = .sender
            case nil: break
            }
        }
        return found
    }
}
