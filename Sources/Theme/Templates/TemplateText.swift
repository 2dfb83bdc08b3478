import Diagnostics

/// Puts together what the library compiles for one language: partials in place, strings filled in, indentation dropped.
struct TemplateText {
    private let partials: [String: TemplateFile]
    private let strings: Strings

    init(partials: [String: TemplateFile], strings: Strings) {
        self.partials = partials
        self.strings = strings
    }

    /// The text of a template that passed its checks.
    func assemble(_ file: TemplateFile) -> String {
        var out: [UInt8] = []
        append(file, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private func append(_ file: TemplateFile, to out: inout [UInt8]) {
        for token in file.tokens {
            switch token.kind {
            case .comment: break
            case .string(let key): Escaping.append(strings.text(key), to: &out)
            case .partial(let name):
                guard let partial = partials[name] else { continue }  // the check refused the theme
                append(partial, to: &out)
                if out.last == newline { out.removeLast() }  // the line of the tag has its own
            default: append(file.source.bytes[token.range], to: &out)
            }
        }
    }

    /// Spaces at the start of a line are for the template's reader; a page does without.
    private func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        for byte in bytes {
            if byte == carriageReturn { continue }
            if byte == space || byte == tab, out.last == newline || out.isEmpty { continue }
            out.append(byte)
        }
    }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
