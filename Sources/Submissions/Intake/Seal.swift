import Access

/// What is known of a sealed file beside what was in it.
struct Seal: Sendable, Hashable {
    let proof: Record.Proof
    /// What tells it from all others: the file, which may come again when its key is no longer kept, and what was sealed, with whose proof:
    /// the same text sealed twice gives two files that nobody else can compare.
    let identities: [String]

    /// - Parameter hash: SHA-256 of the file, in hexadecimal.
    init(_ submission: SealedSubmission, fileHash hash: String) {
        proof = Record.Proof(submission.proof)
        let prover = [proof.outcome.rawValue, proof.by?.rawValue ?? "", proof.name ?? "", proof.discussion ?? ""]
        let sealed = prover.flatMap { Array($0.utf8) + [0] } + Digest.sha256(submission.bundle)
        identities = [Self.identity(ofFile: hash), Digest.sha256Hex(Array("rostrum-sealed-1\n".utf8) + sealed)]
    }

    /// What tells a sealed file from all others, before it is opened.
    ///
    /// - Parameter hash: as for `init`.
    static func identity(ofFile hash: String) -> String { Digest.sha256Hex(Array("rostrum-sealed-file-1\n\(hash)".utf8)) }
}
