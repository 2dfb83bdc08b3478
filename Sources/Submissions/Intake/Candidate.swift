import Diagnostics
import Files
import Quarantine

/// A submission in the making: a text with what belongs to it.
struct Candidate {
    /// UTF-8.
    let text: [UInt8]
    /// Files that came with it.
    var files: [OpenedFile]
    /// What was left out on the way in.
    var leftOut: [Opened.Refusal]
    /// Mails that were attached beside it and became no submission, by their subjects and senders.
    var leftMails: [String] = []
    /// The mail that it came in; nil for a file.
    let letter: Letter?
    /// Which bundle of what was opened it is; nil for what came otherwise.
    var bundle: Int?
    /// What is known of the sealed file that it came in; nil for what came otherwise.
    var seal: Seal?

    /// Whether it is a submission for certain, and no covering letter.
    var isWritten: Bool { bundle != nil || Self.hasFields(text) }

    /// The texts of a mail or archive, and of the archives in it, with their files.
    static func gathered(_ opened: Opened, letter: Letter?) -> [Candidate] {
        var texts = opened.texts
        var files = opened.files
        var leftOut = opened.refusals
        var packed: [Candidate] = []
        for inner in opened.inner {
            if case .bundle(let number) = inner.form {
                packed += sealed(inner, number: number, letter: letter)
                continue
            }
            guard case .archive = inner.form else { continue }
            let found = gathered(inner, letter: letter)
            packed += found
            if found.isEmpty {
                files += allFiles(inner)
                leftOut += inner.refusals
            }
        }
        let withFields = texts.filter { hasFields($0.bytes) }
        // What lies beside a sealed file is none of what was sealed: it is named, and stands in what it came in.
        if withFields.isEmpty, packed.first?.bundle != nil { packed[0].leftMails += files.map(\.name) + texts.compactMap(\.name) }
        if !withFields.isEmpty {
            // Another text beside them is a covering letter, or an attachment.
            files += texts.filter { $0.name != nil && !hasFields($0.bytes) }.compactMap(asFile)
            texts = withFields
        } else if let first = texts.first {
            guard packed.isEmpty else { return packed }
            let main = isBlank(first.bytes) ? texts.first { !isBlank($0.bytes) } ?? first : first
            files += texts.filter { $0 != main }.compactMap(asFile)
            texts = [main]
        }
        return share(files, leftOut, among: texts.map(\.bytes), letter) + packed
    }

    /// What was in a sealed file: one text, whatever else of what came with it is a text too; none where that is none.
    private static func sealed(_ opened: Opened, number: Int, letter: Letter?) -> [Candidate] {
        guard let text = opened.texts.first, text.name == FileBundle.text else { return [] }
        let files = opened.texts.dropFirst().compactMap(asFile) + allFiles(opened)
        return [
            Candidate(
                text: text.bytes, files: files, leftOut: allRefusals(opened), letter: letter, bundle: number > 0 ? number : nil)
        ]
    }

    /// Files go to the texts that name them; what none names goes to the first.
    private static func share(
        _ files: [OpenedFile], _ leftOut: [Opened.Refusal], among texts: [[UInt8]], _ letter: Letter?
    ) -> [Candidate] {
        var candidates = texts.map { Candidate(text: $0, files: [], leftOut: [], letter: letter) }
        guard !candidates.isEmpty else { return [] }
        candidates[0].leftOut = leftOut
        for file in files {
            let name = [UInt8]((file.name.split(separator: "/").last.map(String.init) ?? file.name).utf8)
            let namers = texts.indices.filter { texts[$0].contains(name) }
            for index in namers.isEmpty ? [0] : namers { candidates[index].files.append(file) }
        }
        return candidates
    }

    /// Whether a text begins with front matter.
    static func hasFields(_ text: [UInt8]) -> Bool {
        var ignored: [Finding] = []
        return Submission.hasFields(text, &ignored)
    }

    private static func isBlank(_ text: [UInt8]) -> Bool { text.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }

    private static func asFile(_ text: Opened.Writing) -> OpenedFile? {
        guard let name = text.name else { return nil }
        return OpenedFile(name: name, type: "text/plain", endings: ["txt", "md", "csv"], bytes: text.bytes, traits: [])
    }

    private static func allFiles(_ opened: Opened) -> [OpenedFile] {
        opened.files + opened.inner.flatMap(allFiles)
    }

    private static func allRefusals(_ opened: Opened) -> [Opened.Refusal] {
        opened.refusals + opened.inner.flatMap(allRefusals)
    }
}
