import Diagnostics
import Foundation
import Glibc
import Submissions

/// Text as a moderator reads it on a terminal: harmless, and in lines that end between words.
struct PageLines {
    /// In columns; nil: as long as they are, for what is no terminal.
    let width: Int?

    /// Longer lines than this are hard to follow, however wide a terminal is.
    private static let widest = 100
    private static let narrowest = 40

    init(width: Int?) {
        self.width = width.map { min(max($0, Self.narrowest), Self.widest) }
    }

    /// As wide as the terminal that standard output is; for a pager, as wide as COLUMNS says.
    static var ofTerminal: PageLines {
        var size = winsize()
        if isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return PageLines(width: Int(size.ws_col))
        }
        return PageLines(width: ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) })
    }

    /// A value that somebody else wrote, in one line. One with letters that run from right to left cannot turn around what follows it.
    static func value(_ text: String) -> String {
        let plain = harmless(text.replacing("\n", with: " "))
        return plain.unicodeScalars.contains { HiddenCharacters.isRightToLeft($0) } ? "\u{2068}\(plain)\u{2069}" : plain
    }

    /// A line that somebody else wrote; what nobody could see in it is shown as U+FFFD.
    static func harmless(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in FindingWriter.printable(text).unicodeScalars { out.append(HiddenCharacters.isHidden(scalar) ? "\u{FFFD}" : scalar) }
        return String(out)
    }

    /// A paragraph behind `first`, its further lines behind `rest`.
    func paragraph(_ text: String, first: String = "", rest: String = "") -> String {
        guard let width else { return first + text }
        var lines: [String] = []
        var line = first
        var used = Self.columns(first)
        var isEmpty = true
        for piece in Self.pieces(text) {
            let columns = Self.columns(piece.word)
            if !isEmpty, used + piece.space.count + columns > width {
                lines.append(line)
                (line, used, isEmpty) = (rest, Self.columns(rest), true)
            }
            if !isEmpty || lines.isEmpty {
                line += piece.space
                used += piece.space.count
            }
            line += piece.word
            used += columns
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// Words with the spaces before them; a wide character is one by itself, with the signs that no line begins with.
    private static func pieces(_ text: String) -> [(space: String, word: String)] {
        var pieces: [(space: String, word: String)] = []
        var space = ""
        var endsWide = false
        var isOpen = false
        for character in text {
            if character == " " {
                space.append(character)
                isOpen = false
                continue
            }
            let isWide = columns(String(character)) > 1
            if isOpen, !pieces.isEmpty, !(isWide || endsWide) || closing.contains(character) {
                pieces[pieces.count - 1].word.append(character)
            } else {
                pieces.append((space, String(character)))
                space = ""
            }
            endsWide = isWide
            isOpen = true
        }
        return pieces
    }

    private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "”", "’", ".", ",", ";", ":", ")"]

    /// How many columns a terminal takes for a text.
    static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// Wide characters of Unicode's annex 11, in their blocks.
    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: 1
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: 2
        case 0x1F300...0x1FAFF, 0x20000...0x3FFFD: 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            default: 1
            }
        }
    }
}
