import Diagnostics
import Mustache
import Synchronization

/// A template as the library gets it: its sections and line breaks, with marks in the place of everything else.
///
/// The library's parser takes time with the square of a template's length, so it sees neither the markup nor the strings,
/// and each template only once for all languages. Partials are put in place, and the indentation of lines is dropped:
/// it is there for the template's reader.
///
/// What the library made of a shape is kept for all languages and threads, as only the pieces differ between them.
final class Skeleton: Sendable {
    /// What a mark stands for.
    enum Piece: Sendable {
        case literal([UInt8])
        /// A UI string, by its key.
        case string(String)
    }

    private let template: MustacheTemplate
    private let known = Mutex<[[UInt8]: [UInt8]]>([:])
    let pieces: [Piece]
    /// How many shapes are kept: more than the pages of one kind have.
    private static let limit = 1_024

    // Control characters, which templates may not hold (TemplateParser).
    static let leafMark: UInt8 = 1
    static let endMark: UInt8 = 2
    static let pieceMark: UInt8 = 3

    /// - Throws: where the library refuses what the checks let through.
    init(_ file: TemplateFile, partials: [String: TemplateFile]) throws(Failure) {
        var writer = Writer(partials: partials)
        writer.write(file)
        do {
            template = try MustacheTemplate(string: String(decoding: writer.out, as: UTF8.self))
        } catch {
            throw Failure("cannot compile \(file.source.path): \(error)")
        }
        pieces = writer.pieces
    }

    /// What the library makes of it.
    ///
    /// - Parameters:
    ///   - shape: the key of the data's shape, see `Shape`.
    ///   - data: asked for when the shape was not met before.
    func rendered(_ shape: [UInt8], _ data: () -> [String: Any]) -> [UInt8] {
        if let rendered = known.withLock({ $0[shape] }) { return rendered }
        let rendered = Array(template.render(data()).utf8)
        known.withLock {
            if $0.count >= Self.limit { $0.removeAll() }
            $0[shape] = rendered
        }
        return rendered
    }

    /// Where the number behind a mark ends, and the number.
    static func number(in bytes: [UInt8], after mark: Int) -> (value: Int, next: Int) {
        var index = mark + 1
        var value = 0
        while index < bytes.count, bytes[index] != endMark {
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        return (value, index + 1)
    }

    private struct Writer {
        let partials: [String: TemplateFile]
        var out: [UInt8] = []
        var pieces: [Piece] = []

        init(partials: [String: TemplateFile]) {
            self.partials = partials
        }

        mutating func write(_ file: TemplateFile) {
            for token in file.tokens {
                switch token.kind {
                case .comment: break
                case .string(let key): mark(.string(key))
                case .literal: literal(file.source.bytes[token.range])
                case .partial(let name):
                    guard let partial = partials[name] else { continue }  // the check refused the theme
                    write(partial)
                    if out.last == newline { out.removeLast() }  // the line of the tag has its own
                default: out += file.source.bytes[token.range]
                }
            }
        }

        /// Line breaks and blanks between tags stay, as they decide which tags have a line to themselves.
        private mutating func literal(_ bytes: ArraySlice<UInt8>) {
            for (index, line) in bytes.split(separator: newline, omittingEmptySubsequences: false).enumerated() {
                if index > 0 { out.append(newline) }
                let atStart = out.isEmpty || out.last == newline
                let rest = atStart ? line.drop { $0 == space || $0 == tab } : line
                if rest.allSatisfy({ $0 == space || $0 == tab }) { out += rest } else { mark(.literal(Array(rest))) }
            }
        }

        private mutating func mark(_ piece: Piece) {
            out.append(pieceMark)
            out += Array(String(pieces.count).utf8)
            out.append(endMark)
            pieces.append(piece)
        }
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
