import Theme

/// A picture of bars and words, drawn from left to right or from right to left. Its words are words: they can be read, found and printed.
struct SVG {
    private var bytes: [UInt8] = []
    private let width: Int
    private let isRightToLeft: Bool

    /// - Parameter label: what is said of it where it is not seen.
    init(width: Int, height: Int, label: String, isRightToLeft: Bool) {
        self.width = width
        self.isRightToLeft = isRightToLeft
        let direction = isRightToLeft ? "rtl" : "ltr"
        add(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
        )
        add(" role=\"img\" direction=\"\(direction)\" aria-label=\"")
        Escaping.append(label, to: &bytes)
        add("\">\n")
    }

    /// A bar. Places are given from where lines begin: from the right in what runs from right to left.
    mutating func bar(at x: Int, _ y: Int, width: Int, height: Int) {
        guard width > 0, height > 0 else { return }
        let left = isRightToLeft ? self.width - x - width : x
        add("<rect class=\"bar\" x=\"\(left)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"#0059c6\"/>\n")
    }

    /// A line along the foot of columns.
    mutating func line(at y: Int) {
        add("<line x1=\"0\" y1=\"\(y)\" x2=\"\(width)\" y2=\"\(y)\" stroke=\"currentColor\" stroke-width=\"1\"/>\n")
    }

    /// Words that begin at a place, or stand around it.
    mutating func text(_ text: String, at x: Int, _ y: Int, isCentred: Bool = false, size: Int = 13) {
        let anchor = isCentred ? "middle" : "start"
        let left = isRightToLeft ? width - x : x
        add("<text x=\"\(left)\" y=\"\(y)\" font-size=\"\(size)\" text-anchor=\"\(anchor)\" fill=\"currentColor\">")
        Escaping.append(text, to: &bytes)
        add("</text>\n")
    }

    /// The element, whole.
    var element: [UInt8] { bytes + Array("</svg>".utf8) }

    private mutating func add(_ text: String) { bytes += Array(text.utf8) }
}
