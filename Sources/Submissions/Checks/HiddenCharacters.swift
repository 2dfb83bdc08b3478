/// Characters that nobody sees, and that turn, hide or join what stands around them.
package enum HiddenCharacters {
    /// Whether a character shows nothing and has no business in a text of this forum: controls, embeddings and overrides of direction,
    /// what takes no width, and tags (Unicode, chapter 23).
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B: true
        case 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
        default: false
        }
    }

    /// Marks of direction and joining, which have their place in scripts that are written from right to left, in India's, and in pictures
    /// of people.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200C...0x200F: true
        default: false
        }
    }

    /// Whether a character belongs to Latin, Greek or Cyrillic, which need no marks of joining.
    static func needsNoMarks(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x530 }

    /// Whether a character is of a script that is written from right to left.
    package static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// How many there are in a text. A mark counts only behind a letter of a script that needs none, in a text without scripts that do.
    static func count(in body: [UInt8]) -> Int {
        var hidden = 0
        var marks = 0
        var before: Unicode.Scalar = " "
        var needsMarks = false
        for scalar in String(decoding: body, as: UTF8.self).unicodeScalars {
            if isHidden(scalar) {
                hidden += 1
            } else if isMark(scalar) {
                if needsNoMarks(before) { marks += 1 }
            } else if isRightToLeft(scalar) {
                needsMarks = true
            }
            before = scalar
        }
        return hidden + (needsMarks ? 0 : marks)
    }
}
