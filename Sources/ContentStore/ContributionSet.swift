import Diagnostics
import Model

/// Puts the files of a discussion's contributions together: one original a number, its translations, or what is left of it.
struct ContributionSet {
    private struct Files {
        var originals: [ContributionFile] = []
        var translations: [Text] = []
        var withdrawal: Withdrawal?
        var isWithdrawn = false
        /// Whether some file could not be read, and is told elsewhere.
        var isFaulty = false
    }

    private var numbers: [String] = []
    private var files: [String: Files] = [:]

    /// - Parameter file: nil for one that could not be read.
    mutating func add(_ number: String, _ file: ContributionFile?) {
        with(number) { files in
            guard let file else {
                files.isFaulty = true
                return
            }
            if file.facts == nil { files.translations.append(file.text) } else { files.originals.append(file) }
        }
    }

    /// - Parameter withdrawal: nil for one that could not be read.
    mutating func withdraw(_ number: String, _ withdrawal: Withdrawal?) {
        with(number) { files in
            files.isWithdrawn = true
            files.withdrawal = withdrawal
        }
    }

    /// The contributions in the order of their numbers.
    ///
    /// - Parameter path: the discussion's folder, from the forum's root.
    func finish(path: String, findings: inout [Finding]) -> [Contribution] {
        var contributions: [Contribution] = []
        for number in numbers.sorted(by: { (Int($0) ?? 0, $0.utf8.count) < (Int($1) ?? 0, $1.utf8.count) }) {
            guard let files = files[number] else { continue }
            if let last = contributions.last, Int(last.number) == Int(number) {
                findings.append(
                    Finding(
                        .duplicateNumber, "\(last.number) and \(number) are the same number", at: place(files, path, number),
                        hint: "give it the next number that was never used"))
                continue
            }
            if let content = content(number, files, path, &findings) {
                contributions.append(Contribution(number: number, content: content))
            }
        }
        return contributions
    }

    private func content(_ number: String, _ files: Files, _ path: String, _ findings: inout [Finding]) -> Contribution.Content? {
        if files.isWithdrawn {
            for text in files.originals.map(\.text) + files.translations {
                findings.append(
                    Finding(
                        .withdrawnButPresent, "contribution \(number) is withdrawn, but this text of it is still here",
                        at: Location(file: text.path), hint: "remove this file, or \(number).withdrawn.yaml"))
            }
            return files.withdrawal.map { .withdrawn($0) }
        }
        guard let original = files.originals.first, let facts = original.facts else {
            if !files.isFaulty, let first = files.translations.first {
                let hint = "one file of it must carry date and role, and no translation-of"
                findings.append(
                    Finding(
                        .missingOriginal, "contribution \(number) has translations, but no original", at: Location(file: first.path),
                        hint: hint))
            }
            return nil
        }
        for other in files.originals.dropFirst() {
            let hint = "if it is a translation, put translation-of: \(original.text.language) and source: in place of its other keys"
            findings.append(
                Finding(.duplicateNumber, "contribution \(number) has a second original", at: Location(file: other.text.path), hint: hint))
        }
        return .posted(.init(facts, original: original.text, translations: files.translations.sorted { $0.language < $1.language }))
    }

    private func place(_ files: Files, _ path: String, _ number: String) -> Location {
        Location(file: (files.originals.map(\.text) + files.translations).first?.path ?? "\(path)/\(number).withdrawn.yaml")
    }

    private mutating func with(_ number: String, _ body: (inout Files) -> Void) {
        if files[number] == nil { numbers.append(number) }
        body(&files[number, default: Files()])
    }
}
