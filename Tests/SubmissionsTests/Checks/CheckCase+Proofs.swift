import Access
import Submissions

private let sample = Sample()
private let staff = SealedSubmission.Proof.by(.staff("Secretariat"))

/// What a sealed file proves of who made it.
extension CheckCase {
    static let proofs: [CheckCase] = [
        CheckCase(.noProof, [:], sample.proof(.none), not: sample, sample.proof(.unknown), sample.mail("mallory@evil.example")),
        CheckCase(.proofUnknown, [:], sample.proof(.unknown), not: sample, sample.proof(.none), sample.proof(.by(.member("CH")))),
        CheckCase(
            .proofOfAnother, ["prover": "FR", "said": "CH"], sample.proof(.by(.member("FR"))),
            not: sample.proof(.by(.member("CH"))), sample.proof(.unknown)),
        CheckCase(
            .proofOfAnother, ["prover": "Secretariat", "said": "CH"], sample.proof(staff),
            not: sample.with("author", "{name: secretariat}").proof(staff)),
        CheckCase(
            .proofOfAnother, ["prover": "Secretariat", "said": "Ana Sample"], sample.with("author", "{name: Ana Sample}").proof(staff),
            not: sample.with("author", nil).proof(staff)),
        CheckCase(
            .proofOfAnother, ["prover": "FR", "said": "Secretariat"],
            sample.with("author", "{name: Secretariat}").proof(.by(.member("FR"))),
            not: sample.with("author", "{name: Somebody}").with("attribution", "none").proof(.by(.member("FR")))),
        // Whose address it is, the roster says.
        CheckCase(
            .proofOfAnother, ["prover": "FR", "said": "CH"],
            sample.with("author", "{member: FR}").proof(.by(.member("FR"))).mail("ana@office.example"),
            not: sample.proof(.by(.member("CH"))).mail("ana@office.example"), sample.proof(.by(.member("CH"))).mail("x@home.example")),
        // Who has proved a passphrase may write from anywhere.
        CheckCase(
            .senderUnknown, nil, sample.proof(.by(.member("FR"))).mail("mallory@evil.example"),
            not: sample.proof(.by(.member("CH"))).mail("mallory@evil.example")),
        CheckCase(
            .memberWithoutAddress, nil, sample.with("author", "{member: FR}").proof(.none).mail("x@france.example"),
            not: sample.with("author", "{member: FR}").proof(.by(.member("FR"))).mail("x@france.example")),
        CheckCase(
            .senderNotInRoster, nil, sample.with("author", nil).proof(.none).mail("x@france.example"),
            not: sample.with("author", nil).proof(staff).mail("x@france.example")),
        CheckCase(
            .roleNotProven, nil, sample.with("author", "{name: Secretariat}").proof(.none),
            not: sample.with("author", "{name: Secretariat}").proof(staff)),
        CheckCase(
            .nameOfAnother, nil,
            sample.with("author", "{name: Secretariat, member: CH}").proof(.by(.member("CH"))).mail("eve@evil.example"),
            not: sample.with("author", "{name: Secretariat}").proof(staff).mail("eve@evil.example")),
        CheckCase(
            .missingField, ["field": "author.member"], sample.with("author", "{name: Somebody}").proof(.none),
            not: sample.with("author", "{name: Somebody}").proof(.by(.guest(name: "Somebody", discussion: "2026-002")))),
        // Another name than that of whom the passphrase is: nobody knows for which State they write.
        CheckCase(
            .missingField, ["field": "author.member"], sample.with("author", "{name: Somebody}").proof(staff),
            not: sample.with("author", "{name: SECRETARIAT}").proof(staff), sample.with("author", "{name: secretariat}").proof(.none)),
        CheckCase(
            .answersOfAnother, ["number": "17"], sample.with("answers", "17"),
            not: sample, sample.with("answers", "17").with { $0.number = 17 }),
    ]
}
