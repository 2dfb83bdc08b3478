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

    /// One for its words and files alone.
    var withoutMails: TraceSearch { TraceSearch(sentences: sentences, messages: [], senders: [], files: files, quarantine: quarantine) }

    /// What of it was found.
    enum Find {
        /// Its words, its files, or an answer to its mails.
        case itself
        /// Something of the same sender's.
        case sender
    }

    func look(into bytes: [UInt8]) throws(Failure) -> Find? {
        // What could not be opened may be in UTF-16, as Outlook has it, and begin anywhere.
        let others = bytes.contains(0) ? [0, 1].map { Self.decoded(bytes[$0...]) } : []
        var found: Find?
        for form in [bytes] + others {
            switch look(intoText: form) {
            case .itself: return .itself
            case .sender: found = .sender
            case nil: break
            }
        }
        if case .success(let opened) = try quarantine.open(name: "", bytes), let more = look(into: opened) { return more }
        return found
    }

    private func look(intoText bytes: [UInt8]) -> Find? {
        if messages.contains(where: { bytes.contains([UInt8]($0.utf8)) }) || sentences.stand(in: bytes) { return .itself }
        return senders.contains { bytes.contains([UInt8]($0.utf8)) } ? .sender : nil
    }

    /// UTF-16 in UTF-8.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return Array(String(decoding: units, as: UTF16.self).utf8)
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
