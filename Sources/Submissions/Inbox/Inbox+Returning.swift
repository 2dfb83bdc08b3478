package import Diagnostics
package import Files

extension Inbox {
    /// What goes back to the author of a submission that is returned, to be sealed for them: their text as they sent it last, with the number
    /// by which its new text finds it, what the moderator says, and the files that came with it.
    ///
    /// - Parameter answer: what the moderator says.
    /// - Returns: also the names of files that do not fit, which their author has.
    package func returnedText(_ record: Record, answer: String) throws(Failure) -> (bundle: FileBundle, leftOut: [String]) {
        guard let submitted = record.submitted else { throw Failure("the text of submission \(record.number) was purged") }
        let text = Self.numbered(try text(submitted, of: record.number), record.number)
        var files = [
            FileBundle.File(name: FileBundle.text, bytes: text), FileBundle.File(name: FileBundle.answer, bytes: [UInt8](answer.utf8)),
        ]
        var leftOut: [String] = []
        for file in record.files {
            // Two names of an archive may end alike.
            let name = Self.free(file.name.split(separator: "/").last.map(String.init) ?? file.stored, files, file.stored)
            let more = files + [FileBundle.File(name: name, bytes: try self.file(file, of: record.number))]
            do {
                _ = try FileBundle(more, of: .returnedText)
                files = more
            } catch {
                leftOut.append(file.name)
            }
        }
        do {
            return (try FileBundle(files, of: .returnedText), leftOut)
        } catch {
            throw Failure("the text of submission \(record.number) is too long to be returned")
        }
    }

    private static func free(_ name: String, _ taken: [FileBundle.File], _ otherwise: String) -> String {
        taken.contains { $0.name == name } ? otherwise : name
    }

    /// A text with the field `answers`, in place of one that it had.
    private static func numbered(_ text: [UInt8], _ number: Int) -> [UInt8] {
        let field = [UInt8]("answers: \(number)\n".utf8)
        let fence = [UInt8]("---\n".utf8)
        guard Candidate.hasFields(text) else { return fence + field + fence + [UInt8(ascii: "\n")] + text }
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst()
        let end = lines.firstIndex { $0.starts(with: "---".utf8) } ?? lines.endIndex
        let kept = lines[..<end].filter { !$0.starts(with: "answers:".utf8) } + lines[end...]
        return fence + field + [UInt8](kept.joined(separator: [UInt8(ascii: "\n")]))
    }
}
