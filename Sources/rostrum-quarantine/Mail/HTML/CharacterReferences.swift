/// Resolves references to characters, as in `&eacute;` and `&#233;`.
enum CharacterReferences {
    /// The same bytes with each known reference resolved.
    static func resolve(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: position) {
                out.append(contentsOf: String(scalar).utf8)
                position = end
            } else {
                out.append(bytes[position])
                position += 1
            }
        }
        return out
    }

    private static func reference(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Character, end: Int)? {
        var end = start + 1
        let limit = min(bytes.endIndex, start + 34)
        while end < limit, isNamePart(bytes[end]) { end += 1 }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        let isClosed = end < bytes.endIndex && bytes[end] == UInt8(ascii: ";")
        if name.hasPrefix("#") {
            guard let scalar = numbered(name.dropFirst()) else { return nil }
            return (Character(scalar), isClosed ? end + 1 : end)
        }
        guard isClosed, let scalar = named[name] ?? named[name.lowercased()] else { return nil }
        return (Character(scalar), end + 1)
    }

    private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        guard let value else { return nil }
        if (0x80..<0xA0).contains(value) { return windows[Int(value - 0x80)] }
        // Controls are no text.
        if value < 0x20, value != 0x09, value != 0x0A, value != 0x0D { return " " }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "#")
    }

    /// What `&#128;` to `&#159;` mean to browsers.
    private static let windows = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static let named: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "Tab": "\t", "NewLine": "\n", "colon": ":", "lpar": "(",
            "rpar": ")",
            "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
            "ensp": "\u{2002}",
            "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}",
            "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†",
            "Dagger": "‡", "bull": "•", "hellip": "…", "permil": "‰", "prime": "′", "Prime": "″", "lsaquo": "‹", "rsaquo": "›",
            "oline": "‾",
            "frasl": "⁄", "euro": "€", "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "rArr": "⇒",
            "hArr": "⇔", "forall": "∀", "part": "∂", "exist": "∃", "empty": "∅", "isin": "∈", "prod": "∏", "sum": "∑", "minus": "−",
            "radic": "√", "infin": "∞", "cap": "∩", "cup": "∪", "int": "∫", "asymp": "≈", "ne": "≠", "equiv": "≡", "le": "≤", "ge": "≥",
            "sub": "⊂", "sup": "⊃", "loz": "◊", "spades": "♠", "clubs": "♣", "hearts": "♥", "diams": "♦", "check": "✓", "copysr": "℗",
            "numero": "№", "commat": "@", "num": "#", "dollar": "$", "percnt": "%", "lowbar": "_", "hyphen": "‐", "nbsp": "\u{A0}",
        ]
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot \
            cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
            agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute \
            ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        for (index, name) in latin.split(separator: " ").enumerated() { table[String(name)] = Unicode.Scalar(UInt8(0xA0 + index)) }
        let greek =
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega"
        for (index, name) in greek.split(separator: " ").enumerated() {
            table[String(name)] = Unicode.Scalar(UInt32(0x3B1 + index))
            if name != "sigmaf" { table[name.prefix(1).uppercased() + name.dropFirst()] = Unicode.Scalar(UInt32(0x391 + index)) }
        }
        return table
    }()
}
