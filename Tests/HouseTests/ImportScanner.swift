/// Finds what a Swift file imports, without reading the language: a line, or what stands between two `;`, that comes down to
/// attributes, an access level, `import`, and a name. Better a name too many than one too few.
struct ImportScanner {
    /// In the order of the file.
    let modules: [String]

    init(_ source: String) {
        modules = source.split { $0.isNewline || $0 == ";" }.compactMap { piece in
            let piece = piece.drop { $0.isWhitespace }
            return piece.prefixMatch(
                of:
                    /(?:@\w+(?:\([^)]*\))?\s*|(?:package|public|internal|private|fileprivate|open)\s+)*\bimport\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?`?(\w+)/
            )
            .map { String($0.1) }
        }
    }
}
