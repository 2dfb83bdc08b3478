/// Blocks, tables and footnotes.
extension HTMLRenderer {
    mutating func writeBlock(_ event: MarkdownTree.Event) {
        let enters = event.phase == .enter
        if event.kind == .heading || event.kind == .table { asides += enters ? 1 : -1 }
        switch event.kind {
        case .paragraph: writeParagraph(event)
        case .heading: writeHeading(event)
        case .blockQuote:
            lineBegin()
            html.append(enters ? "<blockquote>\n" : "</blockquote>\n")
        case .list: writeList(event)
        case .item, .task: writeItem(event)
        case .codeBlock: writeCodeBlock(event)
        case .htmlBlock:
            lineBegin()
            html.append("<!-- raw HTML omitted -->\n")
        case .thematicBreak:
            lineBegin()
            html.append("<hr />\n")
        case .table: writeTable(event)
        case .row: writeRow(event)
        case .cell: writeCell(event)
        case .footnote: writeFootnote(event)
        default: break
        }
        plain.space()
    }

    private mutating func writeParagraph(_ event: MarkdownTree.Event) {
        if event.flag { return }  // in a tight list the item itself is the paragraph
        if event.phase == .enter {
            lineBegin()
            html.append("<p>")
        } else {
            if event.isLast, backReferenceIsDue {
                html.append(UInt8(ascii: " "))
                writeBackReferences()
            }
            html.append("</p>\n")
        }
    }

    private mutating func writeHeading(_ event: MarkdownTree.Event) {
        if event.phase == .enter {
            lineBegin()
            html.append("<h")
            html.append(number: headings[heading].level)
            html.append(" id=\"")
            html.append(contentsOf: prefix)
            html.append(escaped: headings[heading].anchor)
            html.append("\">")
        } else {
            html.append("</h")
            html.append(number: headings[heading].level)
            html.append(">\n")
            heading += 1
        }
    }

    private mutating func writeList(_ event: MarkdownTree.Event) {
        guard event.phase == .enter else {
            html.append(event.flag ? "</ol>\n" : "</ul>\n")
            return
        }
        lineBegin()
        if !event.flag {
            html.append("<ul>\n")
        } else if event.number == 1 {
            html.append("<ol>\n")
        } else {
            html.append("<ol start=\"")
            html.append(number: Int(event.number))
            html.append("\">\n")
        }
    }

    private mutating func writeItem(_ event: MarkdownTree.Event) {
        guard event.phase == .enter else {
            html.append("</li>\n")
            return
        }
        lineBegin()
        html.append("<li>")
        guard event.kind == .task else { return }
        holes.append(RenderedText.Hole(offset: html.count, content: .task(isDone: event.flag)))
    }

    private mutating func writeCodeBlock(_ event: MarkdownTree.Event) {
        lineBegin()
        if event.first.count == 0 {
            html.append("<pre><code>")
        } else {
            html.append("<pre><code class=\"language-")
            let word = bytes(event.first) { info in info.firstIndex { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? info.count }
            write(escaped: MarkdownTree.Span(start: event.first.start, count: Int32(word)))
            html.append("\">")
        }
        write(escaped: event.second)
        html.append("</code></pre>\n")
        tree.text.withUnsafeBufferPointer { plain.add(UnsafeBufferPointer(rebasing: $0[event.second.range]), shown: false) }
    }

    private mutating func writeTable(_ event: MarkdownTree.Event) {
        lineBegin()
        if event.phase == .enter {
            html.append("<table>\n")
        } else {
            html.append(inBody ? "</tbody>\n</table>\n" : "</table>\n")
        }
        inBody = false
    }

    private mutating func writeRow(_ event: MarkdownTree.Event) {
        lineBegin()
        if event.phase == .enter {
            if event.flag {
                html.append("<thead>\n")
            } else if !inBody {
                html.append("<tbody>\n")
                inBody = true
            }
            html.append("<tr>")
        } else {
            html.append(event.flag ? "</tr>\n</thead>" : "</tr>")
        }
    }

    private mutating func writeCell(_ event: MarkdownTree.Event) {
        guard event.phase == .enter else {
            html.append(event.flag ? "</th>" : "</td>")
            return
        }
        lineBegin()
        html.append(event.flag ? "<th" : "<td")
        switch UInt8(truncatingIfNeeded: event.number) {
        // By classes: HTML of today has no attribute for it. What stands at the beginning of a line needs none.
        case UInt8(ascii: "c"): html.append(" class=\"center\">")
        case UInt8(ascii: "r"): html.append(" class=\"end\">")
        default: html.append(UInt8(ascii: ">"))
        }
    }

    private mutating func writeFootnote(_ event: MarkdownTree.Event) {
        guard event.phase == .enter else {
            if backReferenceIsDue {
                writeBackReferences()
                html.append(newline)
            }
            html.append("</li>\n")
            return
        }
        if footnote == 0 { html.append("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n") }
        footnote = Int(event.number)
        backReferenceIsDue = footnote <= tree.references.count && tree.references[footnote - 1] > 0
        html.append("<li")
        writeNoteID("fn_", footnote, 1)
        html.append(">\n")
    }

    /// One arrow for each place that refers to the footnote. No label: it would be in a language of its own.
    private mutating func writeBackReferences() {
        backReferenceIsDue = false
        for time in 1...max(1, tree.references[footnote - 1]) {
            if time > 1 { html.append(UInt8(ascii: " ")) }
            html.append("<a")
            writeNoteLink("fnref_", footnote, time)
            html.append(" class=\"footnote-backref\" role=\"doc-backlink\">↩")
            if time > 1 {
                html.append("<sup class=\"footnote-ref\">")
                html.append(number: time)
                html.append("</sup>")
            }
            html.append("</a>")
        }
    }

    /// The underscore keeps these ids apart from those of headings, which never have one.
    mutating func writeNoteID(_ kind: StaticString, _ number: Int, _ time: Int) {
        html.append(" id=\"")
        writeNoteName(kind, number, time)
    }

    mutating func writeNoteLink(_ kind: StaticString, _ number: Int, _ time: Int) {
        html.append(" href=\"#")
        writeNoteName(kind, number, time)
    }

    private mutating func writeNoteName(_ kind: StaticString, _ number: Int, _ time: Int) {
        html.append(contentsOf: prefix)
        html.append(kind)
        html.append(number: number)
        if time > 1 {
            html.append(UInt8(ascii: "_"))
            html.append(number: time)
        }
        html.append(UInt8(ascii: "\""))
    }
}
