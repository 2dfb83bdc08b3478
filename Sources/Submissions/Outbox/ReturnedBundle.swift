import Files

/// What goes back to the author of a text in a sealed file: `Access/SUBMISSIONS.md`, sections 1 and 4.
enum ReturnedBundle {
    /// The text with the number of its submission among its fields, so that what is made of it is known for its new text.
    static func text(_ bytes: [UInt8], of number: Int) -> FileBundle.File {
        let fences = ["---\n", "---\r\n"].map { [UInt8]($0.utf8) }
        let line = [UInt8]("answers: \(number)\n".utf8)
        guard let fence = fences.first(where: { bytes.starts(with: $0) }) else {
            return FileBundle.File(name: FileBundle.text, bytes: [UInt8]("---\n".utf8) + line + [UInt8]("---\n\n".utf8) + bytes)
        }
        // An earlier number stands between the first line and the one that ends the fields.
        var kept: [UInt8] = []
        var rest = bytes[fence.count...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let field = rest[...end]
            rest = rest[(end + 1)...]
            if !field.starts(with: "answers:".utf8) { kept += field }
            if fences.contains(where: { field.elementsEqual($0) }) { break }
        }
        return FileBundle.File(name: FileBundle.text, bytes: fence + line + kept + rest)
    }

    /// All of it, with what a moderator says; attachments that there is no room for are left out, the last first. Nil where not even the text fits.
    ///
    /// - Parameter files: the text, then what came with it.
    static func make(_ files: [FileBundle.File], answer: String) -> FileBundle? {
        let said = FileBundle.File(name: FileBundle.answer, bytes: [UInt8](answer.utf8))
        var attachments: [FileBundle.File] = []
        var names: Set<String> = [FileBundle.text, FileBundle.answer]
        for file in files.dropFirst() where names.insert(file.name).inserted { attachments.append(file) }
        while true {
            do throws(FileBundle.Refusal) {
                return try FileBundle(files.prefix(1) + [said] + attachments, of: .returnedText)
            } catch {
                guard !attachments.isEmpty else { return nil }
                attachments.removeLast()
            }
        }
    }
}
