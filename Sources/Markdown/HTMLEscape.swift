/// Writing text and addresses into HTML as cmark-gfm writes them.
extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(number: Int) {
        append(contentsOf: String(number).utf8)
    }

    /// Text for an element's content or a quoted attribute: `<`, `>`, `&` and `"` become entities.
    mutating func append(escaped bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in bytes.indices {
            let entity: StaticString
            switch bytes[index] {
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "\""): entity = "&quot;"
            default: continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            append(entity)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// An address for a quoted attribute: `&` and `'` become entities, what may not stand in an address becomes `%XX`;
    /// what is percent-encoded already stays so.
    mutating func append(address bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if addressSafe[Int(byte)] {
                append(byte)
            } else if byte == UInt8(ascii: "&") {
                append("&amp;")
            } else if byte == UInt8(ascii: "'") {
                append("&#x27;")
            } else {
                append(UInt8(ascii: "%"))
                append(hexadecimal[Int(byte >> 4)])
                append(hexadecimal[Int(byte & 15)])
            }
        }
    }

    /// Appends text so that HTML shows it as it is, in an element or in an attribute between double quotes.
    package mutating func append(escaped text: String) {
        var text = text
        text.withUTF8 { append(escaped: $0) }
    }

    mutating func append(address text: String) {
        var text = text
        text.withUTF8 { append(address: $0) }
    }
}

private let hexadecimal = [UInt8]("0123456789ABCDEF".utf8)

/// Letters, digits and `-_.+!*(),%#@?=;:/$~`: the characters of RFC 3986 that cmark-gfm leaves alone.
private let addressSafe: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~".utf8 { table[Int(byte)] = true }
    return table
}()
