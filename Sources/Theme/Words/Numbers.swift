import Foundation
package import Model

/// Whole numbers and sizes as a language writes them.
package struct Numbers: Sendable {
    private let style: IntegerFormatStyle<Int>
    private let sizes: ByteCountFormatStyle
    private let percent: FloatingPointFormatStyle<Double>.Percent
    /// The digits 0 to 9: numbers below a thousand, which is nearly all there is to write, need nothing else.
    private let digits: [String]

    package init(_ language: Language) {
        let locale = language.locale
        let style = IntegerFormatStyle<Int>(locale: locale)
        self.style = style
        percent = FloatingPointFormatStyle<Double>.Percent(locale: locale).precision(.fractionLength(0...1))
        sizes = ByteCountFormatStyle(style: .file, allowedUnits: [.bytes, .kb, .mb, .gb], spellsOutZero: false, locale: locale)
        digits = (0...9).map { style.format($0) }
    }

    /// `1,234` in English, `1234` in Spanish, `1 234` in French.
    package func text(_ number: Int) -> String {
        guard (0..<1_000).contains(number) else { return style.format(number) }
        var out = number >= 100 ? digits[number / 100] : ""
        if number >= 10 { out += digits[number / 10 % 10] }
        return out + digits[number % 10]
    }

    /// A size in bytes, in decimal units: `34 kB`, `2,5 Mo`.
    package func size(_ bytes: Int) -> String { sizes.format(Int64(bytes)) }

    /// A share in thousandths: `12.5%`, `12,5 %`.
    package func percentage(_ permille: Int) -> String { percent.format(Double(permille) / 1_000) }
}
