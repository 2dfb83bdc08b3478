import Diagnostics

/// Looks for markup that could not work in a page, or that a value could break out of.
///
/// The pages' policy allows no inline script and no inline style; so `<script>` needs a `src`, and event attributes,
/// `style`, `<style>` and `javascript:` are refused. A value stands between elements or inside a quoted attribute; nowhere else
/// does escaping keep it in its place.
///
/// A mail has no policy, and its programs drop style sheets: there `style="…"` may stand, as fixed text that loads nothing.
struct MarkupCheck {
    private enum State: Equatable {
        case content, tag, comment
        case quoted(UInt8)
    }

    private let source: SourceText
    private let isMail: Bool
    private(set) var findings: [Finding] = []
    private var state = State.content
    private var element: [UInt8] = []
    private var elementStart = 0
    private var hasSource = false
    private var word: [UInt8] = []
    private var value: [UInt8] = []
    private var wordStart = 0
    /// Whether the attribute that was named last is a mail's style.
    private var isStyle = false
    private var sections: [(token: TemplateToken, state: State)] = []

    init(_ source: SourceText, _ tokens: [TemplateToken], isMail: Bool = false) {
        self.source = source
        self.isMail = isMail
        for token in tokens { take(token) }
        if state != .content, findings.isEmpty {
            refuse(elementStart..<elementStart + 1, "this element is not closed", hint: "a template ends outside of any tag or comment")
        }
    }

    private mutating func take(_ token: TemplateToken) {
        if isStyle, case .quoted = state, token.kind != .literal {
            refuse(token.range, "a style in a mail is fixed text", hint: "write it out, or choose between two elements")
        }
        switch token.kind {
        case .literal: for offset in token.range { take(source.bytes[offset], at: offset) }
        case .text, .string:
            if state == .tag {
                refuse(token.range, "a value stands in a tag without quotation marks", hint: "put it into a quoted attribute")
            }
        case .html:
            if state != .content { refuse(token.range, "HTML stands inside a tag", hint: "HTML goes between elements") }
        case .open, .inverted: sections.append((token, state))
        case .close:
            guard let opened = sections.popLast() else { return }
            if opened.state != state {
                refuse(
                    opened.token.range, "this section ends inside another part of a tag than it begins in", hint: "keep tags whole in it")
                state = opened.state
            }
        case .partial:
            if state != .content { refuse(token.range, "a partial stands inside a tag", hint: "partials go between elements") }
        case .comment: break
        }
    }

    private mutating func take(_ byte: UInt8, at offset: Int) {
        switch state {
        case .content: if byte == UInt8(ascii: "<") { open(at: offset) }
        case .comment:
            if byte == UInt8(ascii: ">"), offset >= elementStart + 6, source.bytes[offset - 1] == hyphen, source.bytes[offset - 2] == hyphen
            {
                state = .content
            }
        case .tag: tag(byte, at: offset)
        case .quoted(let quote):
            if byte == quote {
                if value.starts(with: Array("javascript:".utf8)) {
                    refuse(wordStart..<offset, "the pages' policy lets no script run from an address", hint: "remove it")
                }
                if isStyle, String(decoding: value, as: UTF8.self).contains("url(") {
                    refuse(wordStart..<offset, "a mail loads nothing from anywhere", hint: "remove the address")
                }
                isStyle = false
                value = []
                state = .tag
            } else if byte > 0x20 {
                value.append(Self.lower(byte))
            }
        }
    }

    private mutating func open(at offset: Int) {
        elementStart = offset
        if source.bytes[offset...].starts(with: Array("<!--".utf8)) {
            state = .comment
            return
        }
        state = .tag
        element = []
        word = []
        hasSource = false
        isStyle = false
    }

    private mutating func tag(_ byte: UInt8, at offset: Int) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            endWord()
            value = []
            wordStart = offset + 1
            state = .quoted(byte)
        case UInt8(ascii: ">"):
            endWord()
            endTag()
            state = .content
        case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "="), UInt8(ascii: "<"): endWord()
        default:
            if word.isEmpty { wordStart = offset }
            word.append(Self.lower(byte))
        }
    }

    private mutating func endWord() {
        defer { word = [] }
        guard !word.isEmpty else { return }
        if element.isEmpty {
            element = word
            return
        }
        let name = String(decoding: word, as: UTF8.self)
        let range = wordStart..<wordStart + word.count
        if name == "src" { hasSource = true }
        isStyle = isMail && name == "style"
        if name == "style", !isMail { refuse(range, "the pages' policy forbids inline styles", hint: "put it into styles/site.css") }
        if name.hasPrefix("on") { refuse(range, "the pages' policy forbids inline scripts", hint: "remove the attribute") }
        if name.hasPrefix("javascript:") { refuse(range, "the pages' policy lets no script run from an address", hint: "remove it") }
    }

    private mutating func endTag() {
        let range = elementStart..<elementStart + 1 + element.count
        if element == Array("script".utf8), !hasSource {
            refuse(range, "the pages' policy forbids inline scripts", hint: "put it into scripts/ and name it with src")
        }
        if element == Array("style".utf8) { refuse(range, "the pages' policy forbids inline styles", hint: "put it into styles/site.css") }
    }

    private mutating func refuse(_ range: Range<Int>, _ message: String, hint: String?) {
        findings.append(Finding(.templateSyntax, message, at: source.location(offset: range.lowerBound, count: range.count), hint: hint))
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }
}

private let hyphen = UInt8(ascii: "-")
