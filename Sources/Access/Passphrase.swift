/// A generated passphrase: 18 random symbols of Crockford's base 32 (90 bits) and two that check them, in five groups of four.
///
/// The check symbols make every passphrase a word of a Reed–Solomon code over GF(32) with distance 3: any one or two wrong
/// symbols are noticed, and so is any swap of two.
package struct Passphrase: Sendable, Hashable {
    /// The twenty symbols, upper case, as they go into the key derivation.
    package let symbols: String

    static let symbolCount = 20
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// A new one. 18 symbols of 5 random bits each.
    package init(using generator: inout some RandomNumberGenerator) {
        var values = (0..<Passphrase.symbolCount - 2).map { _ in UInt8.random(in: 0..<32, using: &generator) }
        let sum = values.reduce(0, ^)
        let weighed = GF32.double(GF32.double(values.reduce(0) { GF32.double($0) ^ $1 }))
        // The two are what makes both sums zero: a + b = sum and 2a + b = weighed, so 3a = sum + weighed.
        let first = GF32.third(of: sum ^ weighed)
        values += [first, sum ^ first]
        symbols = String(decoding: values.map { Passphrase.alphabet[Int($0)] }, as: UTF8.self)
    }

    /// Reads what somebody typed: capital or small letters, with or without spaces and hyphens, O for 0, I and L for 1.
    package init(_ typed: String) throws(Mistake) {
        var values: [UInt8] = []
        for scalar in typed.unicodeScalars where !Passphrase.isSeparator(scalar) {
            guard let value = Passphrase.value(of: scalar) else { throw .symbol(scalar) }
            values.append(value)
            if values.count > Passphrase.symbolCount { throw .length }
        }
        guard values.count == Passphrase.symbolCount else { throw .length }
        guard values.reduce(0, ^) == 0, values.reduce(0, { GF32.double($0) ^ $1 }) == 0 else { throw .check }
        symbols = String(decoding: values.map { Passphrase.alphabet[Int($0)] }, as: UTF8.self)
    }

    /// As it is printed in a letter: `7K2M-…`, five groups of four.
    package var grouped: String {
        let utf8 = Array(symbols.utf8)
        return stride(from: 0, to: utf8.count, by: 4).map { String(decoding: utf8[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
    }

    /// What is wrong with a typed passphrase; known before any slow work.
    package enum Mistake: Error, Equatable {
        /// No symbol of a passphrase.
        case symbol(Unicode.Scalar)
        /// Not twenty symbols.
        case length
        /// The check symbols do not fit the others.
        case check
    }

    /// The value of a symbol: a letter or digit, also in the wide forms of East Asian keyboards, or an Arabic digit.
    private static func value(of scalar: Unicode.Scalar) -> UInt8? {
        var code = scalar.value
        switch code {
        case 0xFF01...0xFF5E: code -= 0xFEE0
        case 0x0660...0x0669: code -= 0x0660 - 0x30
        case 0x06F0...0x06F9: code -= 0x06F0 - 0x30
        default: break
        }
        if (0x61...0x7A).contains(code) { code -= 0x20 }
        switch code {
        case 0x4F: code = 0x30  // O
        case 0x49, 0x4C: code = 0x31  // I, L
        default: break
        }
        return alphabet.firstIndex { UInt32($0) == code }.map { UInt8($0) }
    }

    /// White space, hyphens and dashes of every kind, and what has no width.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0xAD, 0x200B...0x200F, 0x2010...0x2015, 0x2060, 0x2212, 0xFE58, 0xFE63, 0xFEFF, 0xFF0D: true
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

/// The field of 32 elements, as polynomials over GF(2) modulo x⁵ + x² + 1; adding is exclusive or.
private enum GF32 {
    static func double(_ value: UInt8) -> UInt8 {
        value & 16 == 0 ? value << 1 : (value << 1) ^ 0b100101
    }

    /// The element which, added to its double, gives `value`.
    static func third(of value: UInt8) -> UInt8 {
        (0..<32).first { double($0) ^ $0 == value } ?? 0
    }
}
