import ContentStore
import Diagnostics
import Model

/// What a translation is made of and what stands in its place.
struct TranslationPlace {
    let versions: TextVersions
    let original: Text
    /// The translation that is there now.
    let present: Text?
}

extension ForumContent {
    /// Where a translation belongs. Throws where there is no original, more than one to choose from, or an original in its place.
    func place(_ name: TextName, to language: Language, from: Language?) throws(Failure) -> TranslationPlace {
        try require(language)
        let versions = try versions(name)
        let words = versions.name.words
        let originals = versions.originals
        if let there = versions.texts[language], there.translation == nil {
            throw Failure(
                "\(words) was written in \"\(language)\", and an original is never replaced by a translation",
                remedy: name.kind == .discussion && name.part == .index
                    ? "Change it with `rostrum discussion edit \(name.id) --language \(language)`." : "Name another language with --to.")
        }
        let present = versions.texts[language]
        if let from {
            guard let original = originals.first(where: { $0.language == from }) else {
                throw Failure(
                    "\(words) has no original in \"\(from)\"", remedy: "It was written in: \(originals.map(\.language.code).listed).")
            }
            return TranslationPlace(versions: versions, original: original, present: present)
        }
        let isClear =
            originals.count == 1 || originals.contains { [present?.translation?.of, forum.defaultLanguage].contains($0.language) }
        guard isClear, let original = versions.original(for: language, else: forum.defaultLanguage) else {
            throw Failure(
                originals.isEmpty ? "\(words) has no original" : "\(words) has originals in \(originals.map(\.language.code).listed)",
                remedy: originals.isEmpty ? "See what `rostrum check` says of it." : "Say with --from which one was translated.")
        }
        return TranslationPlace(versions: versions, original: original, present: present)
    }
}
