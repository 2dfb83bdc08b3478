import Access
import Diagnostics

/// What a command that locks keys, or takes passphrases back, says of the folders that it does not reach.
struct OtherKeys {
    private let copies: OfficeCopies

    init(of office: String) throws(Failure) {
        copies = try OfficeCopies(of: office)
    }

    /// A field of a JSON object, with a comma before it; nothing where there are none.
    var json: String {
        copies.all.isEmpty ? "" : ",\"copies\":[" + copies.all.map { FindingWriter.quote($0) }.joined(separator: ",") + "]"
    }

    /// Says it even where little is to be said: whoever overlooks them has locked, or revoked, nothing.
    ///
    /// - Parameter fault: what is the matter with them, as in "whose keys are not locked".
    func tell(_ fault: String, _ common: CommonOptions) {
        guard !copies.all.isEmpty, common.format == .text else { return }
        let folders = copies.all.map { "  " + $0 }.joined(separator: "\n")
        Console.note("ATTENTION: there are other copies of the office, \(fault):\n\(folders)")
        Console.note("Remove each that you no longer need (`rm -r`), or take it to where nobody else can read it.")
    }
}
