/// Text from outside made fit for one line.
enum OneLine {
    /// Without control characters: runs of them and of blanks become one space, those at the ends nothing.
    static func text(_ text: String, limit: Int = 2_000) -> String {
        var line = String.UnicodeScalarView()
        var isBlank = true
        var count = 0
        for scalar in text.unicodeScalars {
            if isControl(scalar) || scalar == " " {
                if !isBlank { line.append(" ") }
                isBlank = true
            } else if !turnsWriting(scalar) {
                line.append(scalar)
                isBlank = false
            }
            count += 1
            if count >= limit { break }
        }
        if line.last == " " { line.removeLast() }
        return String(line)
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Characters that make a text look other than it is: they turn the order of what follows around.
    static func turnsWriting(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
