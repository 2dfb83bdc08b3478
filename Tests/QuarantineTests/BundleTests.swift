import Files
import Quarantine
import SeededNumbers
import Testing

/// What was in a sealed submission, taken apart as what it is: files of nobody knows whom.
@Suite(.serialized)
struct BundleTests {
    private let quarantine: Quarantine

    init() throws {
        quarantine = Quarantine(command: [try Child().command])
    }

    private func open(_ files: [(name: String, bytes: [UInt8])]) throws -> Opened {
        let bundle = try FileBundle(files.map { FileBundle.File(name: $0.name, bytes: $0.bytes) }, of: .submission)
        return try quarantine.open(bundle: bundle.bytes, name: "a.rostrum").get()
    }

    private let text: (name: String, bytes: [UInt8]) = ("submission.md", Array("---\nkind: topic\n---\nA text.\n".utf8))

    @Test func itsFilesAreWhatTheyAreByTheirContent() throws {
        let opened = try open([text, ("b.pdf", Array("%PDF-1.4\n".utf8)), ("c.txt", Array("A note.".utf8))])
        #expect(opened.form == .bundle(number: 0))
        #expect(opened.texts.map(\.name) == ["submission.md", "c.txt"] && opened.files.map(\.type) == ["application/pdf"])
    }

    @Test func namesAreMadeFitAndAreDifferent() throws {
        let opened = try open([text, ("..", [1]), ("é.bin", [1]), ("e\u{301}.bin", [2]), ("É.bin", [3])])
        #expect(opened.files.map(\.name) == ["file", "é.bin", "é-2.bin", "É-3.bin"])
    }

    @Test func anArchiveInItIsOpenedAndABundleIsNot() throws {
        let inner = try FileBundle([FileBundle.File(name: text.name, bytes: text.bytes)], of: .submission).bytes
        let opened = try open([
            text, ("a.zip", ZipFile([("b.md", "# In it")]).bytes), ("c", inner), ("d", Array("ROSSUBMI".utf8) + [1, 0, 0, 0]),
        ])
        #expect(opened.inner.map(\.form) == [.archive(name: "a.zip")] && opened.inner.first?.strings == ["# In it"])
        #expect(opened.files.map(\.name) == ["c", "d"] && opened.files.last?.type == "application/vnd.rostrum.submission")
    }

    @Test func whatOnlyLooksLikeABundleIsAFile() throws {
        let bytes = try FileBundle([FileBundle.File(name: text.name, bytes: text.bytes)], of: .submission).bytes
        let opened = try quarantine.open(name: "a.rostrum", bytes).get()
        #expect(opened.form == .file && opened.texts.isEmpty && opened.files.map(\.bytes) == [bytes])
    }

    @Test func whatIsNoneIsRefused() throws {
        for bytes in [[], Array("ROSBUNDL".utf8), Array("ROSBUNDL".utf8) + [0, 0, 0, 9], [UInt8](repeating: 0, count: 99)] {
            let opened = try quarantine.open(bundle: bytes, name: "a.rostrum").get()
            #expect(opened.form == .file && opened.reasons == ["a.rostrum: damaged"], "\(bytes)")
        }
    }

    /// Ends of archives are looked for in all of a file.
    @Test func aSealedFileThatEndsLikeAZipIsSealed() throws {
        let bytes = Array("ROSSUBMI".utf8) + [1, 0, 0, 0] + [UInt8](repeating: 7, count: 150) + ZipFile([("a.md", "# A")]).bytes
        let opened = try quarantine.open(name: "a.zip", bytes).get()
        #expect(opened.files.map(\.bytes) == [bytes] && opened.inner.isEmpty)
    }

    @Test func mutatedOnesBreakNothing() throws {
        var mutator = Mutator(5)
        let bundle = try FileBundle(
            [text, ("a.zip", ZipFile([("b.md", "# In it")]).bytes), ("c.csv", Array("a,b\n".utf8))].map {
                FileBundle.File(name: $0.0, bytes: $0.1)
            }, of: .submission
        ).bytes
        for input in 0..<500 {
            let seed = mutator.random
            let bytes = mutator.changed(bundle)
            let result = try quarantine.open(bundle: bytes, name: "a.rostrum")
            guard case .success(let opened) = result else {
                Issue.record("input \(input): \(seed): \(result)")
                continue
            }
            #expect(opened.form == .bundle(number: 0) || opened.refusals.count == 1 && opened.texts.isEmpty, "input \(input): \(seed)")
        }
    }
}
