import Diagnostics
import Files
import Quarantine

/// A submission in the making: a text with what belongs to it.
struct Candidate {
    /// UTF-8.
    let text: [UInt8]
    /// The name of the file that it is, as it was attached; nil for what a mail itself says.
    var name: String?
    /// Files that came with it.
    var files: [OpenedFile]
    /// What was left out on the way in.
    var leftOut: [Opened.Refusal]
    /// What came beside it and is no part of it, by name: mails that became no submission, and files beside a sealed one.
    var leftBeside: [String] = []
    /// What the mail says around it, where that is not the text itself. UTF-8.
    var covering: [UInt8]?
    /// The mail that it came in; nil for a file.
    let letter: Letter?
    /// Which bundle of what was opened it is; nil for what came otherwise.
    var bundle: Int?
    /// What is known of the sealed file that it came in; nil for what came otherwise.
    var seal: Seal?

    /// Whether it came sealed with something beside it.
    var saysMore: Bool { seal != nil && (covering != nil || !leftBeside.isEmpty || !leftOut.isEmpty) }

    /// Whether it is a submission for certain, and no covering letter.
    var isWritten: Bool { bundle != nil || Self.hasFields(text) }

    /// The texts of a mail or archive, and of the archives in it, with their files.
    static func gathered(_ opened: Opened, letter: Letter?) -> [Candidate] {
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
        var texts = opened.texts.filter { hasFields($0.bytes) }
        if texts.isEmpty, packed.isEmpty { texts = (opened.texts.first { !isBlank($0.bytes) } ?? opened.texts.first).map { [$0] } ?? [] }
        // Another text beside them is a covering letter, or an attachment.
        let others = opened.texts.filter { !texts.contains($0) }
        files += others.compactMap(asFile)
        var found = share(files, among: texts, letter) + packed
        guard let first = found.firstIndex(where: \.isWritten) ?? found.indices.first else { return [] }
        if texts.isEmpty { found[first].takeFromBeside(files) }
        found[first].leftOut += leftOut
        if let said = others.first(where: { $0.name == nil && !isBlank($0.bytes) }) {
            for index in found.indices { found[index].cover(with: said.bytes) }
        }
        return found
    }

    /// What lies beside a sealed file is none of what was sealed: it is named, and stands in what it came in.
    mutating func takeFromBeside(_ files: [OpenedFile]) {
        if bundle == nil { self.files += files } else { leftBeside += files.map(\.name) }
    }

    /// Adds what a mail says around it, before what an inner mail says.
    mutating func cover(with text: [UInt8]) {
        covering = text + (covering.map { Array("\n\n".utf8) + $0 } ?? [])
    }

    /// As a file that came with another text; nil for what a mail itself says.
    var asFile: OpenedFile? { Self.asFile(Opened.Writing(name: name, bytes: text)) }

    /// What was in a sealed file: one text, whatever else of what came with it is a text too; none where that is none.
    private static func sealed(_ opened: Opened, number: Int, letter: Letter?) -> [Candidate] {
        guard let text = opened.texts.first, text.name == FileBundle.text else { return [] }
        let files = opened.texts.dropFirst().compactMap(asFile) + allFiles(opened)
        return [
            Candidate(
                text: text.bytes, files: files, leftOut: allRefusals(opened), leftBeside: allLetters(opened), letter: letter,
                bundle: number > 0 ? number : nil)
        ]
    }

    /// Files go to the texts that name them; what none names goes to the first.
    private static func share(_ files: [OpenedFile], among texts: [Opened.Writing], _ letter: Letter?) -> [Candidate] {
        var candidates = texts.map { Candidate(text: $0.bytes, name: $0.name, files: [], leftOut: [], letter: letter) }
        guard !candidates.isEmpty else { return [] }
        for file in files {
            let name = [UInt8]((file.name.split(separator: "/").last.map(String.init) ?? file.name).utf8)
            let namers = texts.indices.filter { texts[$0].bytes.contains(name) }
            for index in namers.isEmpty ? [0] : namers { candidates[index].files.append(file) }
        }
        return candidates
    }

    /// Whether a text begins with front matter.
    static func hasFields(_ text: [UInt8]) -> Bool {
        var ignored: [Finding] = []
        return Submission.hasFields(text, &ignored)
    }

    /// Whether nobody wrote anything in it.
    static func isBlank(_ text: [UInt8]) -> Bool { text.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }

    private static func asFile(_ text: Opened.Writing) -> OpenedFile? {
        guard let name = text.name else { return nil }
        return OpenedFile(name: name, type: "text/plain", endings: ["txt", "md", "csv"], bytes: text.bytes, traits: [])
    }

    private static func allFiles(_ opened: Opened) -> [OpenedFile] {
        opened.files + opened.inner.flatMap(allFiles)
    }

    /// Mails in something that holds one text, by their titles.
    private static func allLetters(_ opened: Opened) -> [String] {
        opened.inner.flatMap { inner in
            if case .letter(let letter) = inner.form { [letter.title] } else { allLetters(inner) }
        }
    }

    private static func allRefusals(_ opened: Opened) -> [Opened.Refusal] {
        opened.refusals + opened.inner.flatMap(allRefusals)
    }
}
