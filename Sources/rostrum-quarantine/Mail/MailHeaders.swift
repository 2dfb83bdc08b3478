/// The header lines of a mail, as they came.
struct MailHeaders {
    /// Names in lower case, values with their folds and encodings, in order.
    let fields: [(name: String, value: [UInt8])]

    /// The first value of a name; nil where there is none.
    func first(_ name: String) -> [UInt8]? {
        fields.first { $0.name == name }?.value
    }

    /// The first value of a name, decoded, in one line; empty where there is none.
    func text(_ name: String) -> String {
        first(name).map { OneLine.text(EncodedWords.decode($0)) } ?? ""
    }

    /// The first value of a name in lower case, as programs read it.
    func word(_ name: String) -> String {
        text(name).lowercased()
    }

    /// All that stands between `<` and `>` in the values of a name.
    func identifiers(_ name: String) -> [String] {
        fields.filter { $0.name == name }.flatMap { field in
            field.value.split(separator: UInt8(ascii: "<")).dropFirst(field.value.first == UInt8(ascii: "<") ? 0 : 1).compactMap { piece in
                guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { return nil }
                let identifier = OneLine.text(String(decoding: piece[..<end], as: UTF8.self)).filter { $0 != " " }
                return identifier.isEmpty || identifier.utf8.count > 998 ? nil : identifier
            }
        }
    }
}
