/// Version 1 of the sealed format: what every key, place and name is made of. `FORMAT.md` beside this file is the specification.
///
/// The rules of this target: keys, passphrases and ciphertext are made and opened here and nowhere else; only this target
/// imports swift-crypto and libdeflate; every key has one purpose, named in what it is derived with; the same keystore and text
/// give the same bytes; what was not written by the office is refused with a reason, never trusted and never a crash.
enum Format {
    /// The number in every header.
    static let version: UInt8 = 1
    /// What everything derived in this version begins with.
    static let name = "rostrum/1"

    /// Each field as four bytes of length, most significant first, and its UTF-8: no two lists of fields give the same bytes.
    static func encode(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields { append(field, to: &bytes) }
        return bytes
    }

    /// Appends one field as `encode` writes it.
    static func append(_ field: String, to bytes: inout [UInt8]) {
        var field = field
        field.withUTF8 {
            append(UInt32(truncatingIfNeeded: $0.count), to: &bytes)
            bytes.append(contentsOf: $0)
        }
    }

    /// Appends four bytes, most significant first.
    static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: value >> 24))
        bytes.append(UInt8(truncatingIfNeeded: value >> 16))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    /// The four bytes at `offset` of what holds at least as many, most significant first.
    static func number(_ bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> UInt32 {
        bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// What a key for `purpose` is derived with.
    static func info(_ purpose: String, _ fields: String...) -> [UInt8] {
        encode([name, purpose] + fields)
    }
}
