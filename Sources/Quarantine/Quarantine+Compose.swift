package import Diagnostics
import Files

extension Quarantine {
    /// Writes mails, as they lie in a file: CRLF at the ends of lines. The same draft gives the same bytes.
    ///
    /// All of them are written or none: throws where one cannot be, with its recipient and why, and where no child can be started.
    package func compose(_ drafts: [MailDraft]) throws(Failure) -> [[UInt8]] {
        for draft in drafts { if let fault = draft.fault { throw Self.failure(draft, fault) } }
        var mails: [[UInt8]] = []
        mails.reserveCapacity(drafts.count)
        var start = 0
        while start < drafts.count {
            var (end, size) = (start + 1, drafts[start].size)
            while end < drafts.count, end - start < 500, size + drafts[end].size <= QuarantineLimits.drafts {
                size += drafts[end].size
                end += 1
            }
            mails += try composeTogether(Array(drafts[start..<end]))
            start = end
        }
        return mails
    }

    private func composeTogether(_ drafts: [MailDraft]) throws(Failure) -> [[UInt8]] {
        let answer = try ask(.compose(drafts), of: drafts.reduce(0) { $0 + $1.size }) { answer -> [[UInt8]]? in
            var reader = ByteReader(answer)
            do throws(ByteReader.Malformed) {
                let mails = try reader.list { (reader) throws(ByteReader.Malformed) in Array(try reader.data()) }
                return reader.isAtEnd && mails.count == drafts.count && mails.allSatisfy(Self.isMail) ? mails : nil
            } catch {
                return nil
            }
        }
        switch answer {
        case .success(let mails): return mails
        case .failure(let fault):
            // Which of them it was is found out one by one.
            guard drafts.count > 1 else { throw Self.failure(drafts[0], "what writes it gave up (\(fault.rawValue))") }
            return try drafts.map { (draft) throws(Failure) in try composeTogether([draft])[0] }
        }
    }

    /// Whether something has the lines of a mail: none too long for a relay (RFC 5322, 2.1.1), none ended by half a line break.
    private static func isMail(_ bytes: [UInt8]) -> Bool {
        var length = 0
        var last: UInt8 = 0
        for byte in bytes {
            if byte == 0 || byte >= 0x80 || (byte == 0x0A) != (last == 0x0D) { return false }
            length = byte == 0x0A ? 0 : length + 1
            if length > 999 { return false }  // with its CR
            last = byte
        }
        return last == 0x0A
    }

    private static func failure(_ draft: MailDraft, _ fault: String) -> Failure {
        let recipient = draft.to.first.map { " to \(MailDraft.line($0.address))" } ?? ""
        return Failure("the mail\(recipient) cannot be written: \(fault)")
    }
}
