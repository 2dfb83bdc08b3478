import Access
import Diagnostics

extension Record {
    /// The folder, as `Change` names it.
    static func folder(_ number: Int) -> String { "office/inbox/\(number)" }

    /// Puts this record in place of what stands there now.
    func change(in ledger: Ledger) throws(Failure) -> Change {
        let path = Self.folder(number) + "/record.json"
        return .put(path: path, bytes: try written(), before: try ledger.hash(path))
    }

    func written() throws(Failure) -> [UInt8] {
        do {
            return try bytes
        } catch {
            throw Failure("the record of submission \(number) cannot be written: \(error)")
        }
    }

    /// What the log says of a text: a hash that tells nothing without the salt.
    func digest(_ text: [UInt8]) -> String {
        Digest.sha256Hex([UInt8](salt.utf8) + text)
    }
}
