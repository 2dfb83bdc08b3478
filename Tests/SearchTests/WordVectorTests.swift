import Foundation
import Model
import Testing

@testable import Search

/// The words of texts that the script in the browser is held to as well.
@Suite struct WordVectorTests {
    private struct Vector: Decodable {
        let language: String
        let text: String
        let words: [Word]

        struct Word: Decodable, Equatable, CustomStringConvertible {
            let form: String
            let position: Int

            init(form: String, position: Int) {
                self.form = form
                self.position = position
            }

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                form = try list.decode(String.self)
                position = try list.decode(Int.self)
            }

            var description: String { "\(form) \(position)" }
        }
    }

    private static let vectors = Result {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/vectors/search/words.json")
        return try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
    }

    /// The language decides of stems alone: without any, the words are their forms.
    @Test func wordsAreThoseOfTheVectors() throws {
        let vectors = try Self.vectors.get()
        #expect(vectors.count >= 60)
        for vector in vectors {
            var reader = WordReader(Vocabulary(Language("zh")))
            var read: [(term: UInt32, position: Int)] = []
            reader.read(vector.text) { read.append(($0, $1)) }
            let found = read.map { word in
                Vector.Word(form: String(decoding: reader.vocabulary.terms[word.term], as: UTF8.self), position: word.position)
            }
            #expect(found == vector.words, "\(vector.text)")
        }
    }
}
