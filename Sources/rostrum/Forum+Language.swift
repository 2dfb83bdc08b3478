import Diagnostics
import Model

extension Forum {
    /// Throws for a language that the forum has no pages in.
    func require(_ language: Language) throws(Failure) {
        guard !languages.contains(language) else { return }
        throw Failure(
            "this forum has no pages in the language \(language)",
            remedy: "Its languages: \(languages.map(\.code).joined(separator: ", ")).")
    }
}
