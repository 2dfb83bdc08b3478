import Files
import Foundation
import Model
import Testing

@testable import Access

/// The vectors of sealed submissions and of returned texts, read by what opens them in the office.
@Suite struct SubmissionVectorTests {
    /// What came of a vector.
    private struct Outcome: Equatable {
        var found: String
        var hash: String?
        var proof: String?
    }

    @Test func eachDoesWhatItSays() throws {
        let names = try SubmissionVector.names.get()
        #expect(names.count > 100)
        for name in names {
            let vector = try SubmissionVector(name)
            let expected = Outcome(found: vector.values["expect"] ?? "", hash: vector.values["sha256"], proof: vector.values["proof"])
            let clock = ContinuousClock.now
            #expect(try outcome(of: vector) == expected, "\(name): \(vector.values["comment"] ?? "")")
            #expect(ContinuousClock.now - clock < .seconds(5), "\(name)")
        }
    }

    private func outcome(of vector: SubmissionVector) throws -> Outcome {
        let keystore = try vector.keystore()
        if let key = keystore.submissionsKey {
            #expect(key.id == vector.values["key"] && Hexadecimal.text(key.publicPoint) == vector.values["public"])
        }
        do throws(SealedRefusal) {
            if vector.values["kind"] == "returned text" {
                let bundle = try ReturnedText.open(vector.sealed, for: .member("XA"), in: keystore)
                return Outcome(found: "opens", hash: Digest.sha256Hex(bundle.bytes))
            }
            let submission = try SealedSubmission(vector.sealed, with: keystore)
            do throws(FileBundle.Refusal) {
                // What is read and what is written are the same bytes.
                let bundle = try FileBundle(submission.bundle, of: .submission)
                return Outcome(found: "opens", hash: Digest.sha256Hex(bundle.bytes), proof: submission.proof.word)
            } catch {
                return Outcome(found: "bundle refused")
            }
        } catch {
            return Outcome(found: error.words)
        }
    }

    @Test func theVectorOfRFC9180() throws {
        struct RFC: Decodable {
            let info: String, skRm: String, pkRm: String, enc: String
            let encryptions: [[String: String]]
        }
        let data = try Data(contentsOf: SubmissionVector.folder.appending(path: "rfc9180.json"))
        let vector = try JSONDecoder().decode(RFC.self, from: data)
        let bytes = { (text: String?) in try #require(text.flatMap { Hexadecimal.bytes($0) }) }
        let scalar = try #require(Secret(try bytes(vector.skRm)))
        let key = try #require(SubmissionsKey(scalar, site: String(repeating: "0", count: 32), made: .init(seconds: 0)))
        #expect(key.publicPoint == (try bytes(vector.pkRm)))
        let first = try #require(vector.encryptions.first)
        let opened = key.open(
            try bytes(first["ct"])[...], encapsulated: try bytes(vector.enc)[...], info: try bytes(vector.info),
            authenticated: try bytes(first["aad"])[...])
        #expect(try opened == bytes(first["pt"]))
    }
}

extension SealedSubmission.Proof {
    /// As vectors say it.
    fileprivate var word: String {
        switch self {
        case .none: "none"
        case .unknown: "unknown"
        case .by(.member("XA")): "yes"
        case .by: "another"
        }
    }
}

extension SealedRefusal {
    /// As vectors say it.
    fileprivate var words: String {
        switch self {
        case .notKnown: "not known"
        case .anotherSite: "another site"
        case .keyNotKept: "key not kept"
        case .damaged: "damaged"
        case .badlyPacked: "badly packed"
        case .tooLong: "too long"
        case .badBundle: "bundle refused"
        }
    }
}
