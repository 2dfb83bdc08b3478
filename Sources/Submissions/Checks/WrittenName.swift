import Foundation

/// A person's name, the same in whatever way it is written: in capitals, the last name first, with dots or without, and with letters of
/// another script that look like its own.
struct WrittenName: Sendable, Hashable {
    /// In their alphabetical order.
    private let words: [String]

    /// Nil where no letter and no digit is in it.
    init?(_ name: String) {
        let folded = name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        let words = folded.split { !Self.isOfWord($0) }.map { word in
            var plain = String.UnicodeScalarView()
            for scalar in word where Self.isKept(scalar) { plain.append(Self.lookAlikes[scalar] ?? scalar) }
            return String(plain)
        }
        self.words = words.filter { !$0.isEmpty }.sorted()
        if self.words.isEmpty { return nil }
    }

    /// What nobody sees parts no words.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        isKept(scalar) || scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark || scalar.properties.numericType != nil
    }

    /// Letters that look like others, small or capital, by those others.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        let cyrillic = zip("авекмнорстухіѕјһԁԛԝ".unicodeScalars, "abekmhopctyxisjhdqw".unicodeScalars)
        let greek = zip("αβεζηικμνορτυχ".unicodeScalars, "abezhikmnoptyx".unicodeScalars)
        let latin = zip("l10ı".unicodeScalars, "iioi".unicodeScalars)
        return Dictionary(Array(cyrillic) + Array(greek) + Array(latin)) { first, _ in first }
    }()
}
