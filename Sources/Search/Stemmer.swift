import CStemmer
import Foundation
import Model

/// Snowball's algorithm for a language. Not for use from several threads at once.
final class Stemmer {
    private let algorithm: OpaquePointer

    /// Nil for a language that Snowball does not know.
    init?(_ language: Language) {
        guard let algorithm = sb_stemmer_new(String(language.code.prefix { $0 != "-" }), "UTF_8") else { return nil }
        self.algorithm = algorithm
    }

    deinit {
        sb_stemmer_delete(algorithm)
    }

    /// The stem of a word as it is written, as a form; empty where nothing of it stays.
    func term(_ word: String) -> String {
        var bare = String.UnicodeScalarView()
        for scalar in word.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.properties.generalCategory != .format { bare.append(scalar) }
        let bytes = Array(String(bare).utf8)
        guard let stem = sb_stemmer_stem(algorithm, bytes, Int32(bytes.count)) else { return "" }
        let count = Int(sb_stemmer_length(algorithm))
        return Form.of(String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self))
    }
}
