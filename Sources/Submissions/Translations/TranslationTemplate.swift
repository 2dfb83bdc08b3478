import Diagnostics
import Documents
import Files
import Model

/// A file for a translator who works by themselves: the keys to fill in, the earlier translation where there is one, and the original.
struct TranslationTemplate {
    let bytes: [UInt8]

    /// What stands below it is the original, and no part of the translation.
    private static let cut = "<!-- Write above this line. Below it is the original, which is taken off when the translation is added. -->"

    init(_ place: TranslationPlace, to language: Language, in content: ForumContent) throws(Failure) {
        let original = try Self.manuscript(place.original, content)
        let present = try place.present.map { (text) throws(Failure) in try Self.manuscript(text, content) }
        let name = place.versions.name.words
        var lines = [
            "---", "# \(name), from \"\(place.original.language)\" into \"\(language)\".",
            "# When it is translated: rostrum translate add \(name) --to \(language) --file with this file's name.",
        ]
        if place.versions.name.part == .index {
            lines.append("# " + Self.inComment(place.original.title))
            lines.append("title: " + YAMLText.quoted(place.present?.title ?? ""))
            if !place.original.questions.isEmpty { lines.append("questions:") }
            for (index, question) in place.original.questions.enumerated() {
                let there = place.present?.questions ?? []
                lines.append("  # " + Self.inComment(question))
                lines.append("  - " + YAMLText.quoted(there.indices.contains(index) ? there[index] : ""))
            }
        }
        lines += ["# These lines stay as they are:", "translates: \(YAMLText.quoted(name))", "into: \(language)"]
        lines += ["translation-of: \(place.original.language)", "source: sha256:\(place.original.hash)"]
        lines += ["# Your name, if readers are to see it:", "translated-by: " + YAMLText.quoted(place.present?.translation?.by ?? "")]
        lines += ["---", ""]
        let written = present.map { String(decoding: $0.body, as: UTF8.self) } ?? "\n"
        let quoted = String(decoding: original.body.dropLast(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let tail = [Self.cut, ""] + quoted.map { $0.isEmpty ? ">" : "> " + $0 }
        bytes = [UInt8]((lines.joined(separator: "\n") + "\n" + written + "\n" + tail.joined(separator: "\n") + "\n").utf8)
    }

    /// The same, shortened, for messages.
    static let mark = "<!-- Write above … -->"

    /// A text without the original that the template has below it.
    static func withoutOriginal(_ body: [UInt8]) -> [UInt8] {
        let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let end = end(lines) else { return body }
        var kept = Array(lines[..<end].joined(separator: [0x0A]))
        while let last = kept.last, last == 0x0A || last == 0x20 { kept.removeLast() }
        return kept + [0x0A]
    }

    /// Whether something stands below the mark that is no line of the original, each of which begins with `>`.
    static func hasTextBelow(_ body: [UInt8]) -> Bool {
        let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let end = end(lines) else { return false }
        return lines[(end + 1)...].contains { line in line.first { $0 != 0x20 }.map { $0 != UInt8(ascii: ">") && $0 != 0x0D } ?? false }
    }

    private static func end(_ lines: [ArraySlice<UInt8>]) -> Int? {
        let mark = Array(cut.utf8)
        return lines.lastIndex { $0.elementsEqual(mark) }
    }

    private static func manuscript(_ text: Text, _ content: ForumContent) throws(Failure) -> Manuscript {
        var ignored: [Finding] = []
        guard let bytes = try FileSystem.read(content.root + "/" + text.path, limit: 4 << 20),
            let manuscript = Manuscript.read(name: text.path, bytes: bytes, findings: &ignored)
        else { throw Failure("\(text.path) cannot be read", remedy: "See what `rostrum check` says of it.") }
        return manuscript
    }

    /// One line, also for YAML, which knows more line breaks than one.
    private static func inComment(_ text: String) -> String {
        FindingWriter.printable(String(text.map { $0.isNewline ? " " : $0 }))
    }
}
