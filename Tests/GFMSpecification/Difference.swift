import Foundation

/// Something that we do otherwise than the specification, on purpose.
package struct Difference: Sendable {
    package let name: String
    /// The examples it changes; one that it does not change must not be listed.
    package let examples: [Int]
    /// What is expected instead.
    package let apply: @Sendable (SpecificationExample, String) throws -> String

    /// In the order in which they are applied.
    package static let all = [rawHTML, taskBoxes, schemes, bareAddresses, noFTP, outsideLinks, headingIDs, alignment]

    /// Raw HTML is left out. The library's own safe mode says where; that its unsafe mode gives the specification's HTML is checked.
    private static let rawHTML = Difference(
        name: "raw HTML is left out",
        examples: Array(118...160) + [
            170, 288, 289, 317, 327, 354, 484, 485, 486, 500, 503, 532, 544, 632, 633, 634, 635, 636, 642, 644, 647, 648, 649, 650, 651,
            653, 663, 664,
        ]
    ) { example, expected in
        var arguments = ["--extension", "table", "--extension", "strikethrough"]
        if example.feature == "tagfilter" { arguments += ["--extension", "tagfilter"] }
        let unsafe = try GFMSpecification.run("/usr/bin/cmark-gfm", ["--unsafe"] + arguments, input: example.markdown)
        guard unsafe == expected else {
            throw SpecificationFault("the library differs from the specification in example \(example.number)")
        }
        return try GFMSpecification.run("/usr/bin/cmark-gfm", arguments, input: example.markdown)
    }

    /// The library itself writes the boxes of tasks so; only the order of attributes and the closing slash differ.
    private static let taskBoxes = Difference(name: "boxes of tasks are written as XML", examples: [279, 280]) { _, expected in
        expected
            .replacingOccurrences(of: "<input disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" disabled=\"\" />")
            .replacingOccurrences(
                of: "<input checked=\"\" disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />")
    }

    private static let schemes = Difference(
        name: "addresses have the scheme http, https, mailto or tel, or are empty", examples: [604, 606, 607, 609]
    ) { _, expected in
        replace("href=\"(?!https?:|mailto:|tel:|MAILTO:)[A-Za-z][A-Za-z0-9+.-]*:[^\"]*\"", in: expected, with: "href=\"\"")
    }

    private static let bareAddresses = Difference(
        name: "addresses without markup are links everywhere", examples: [610, 614, 616, 619, 620]
    ) { _, expected in
        let web = replace("(http://[a-z./]+)", in: expected, with: "<a href=\"$1\">$1</a>")
        return replace("([a-z+]+@[a-z.]+)", in: web, with: "<a href=\"mailto:$1\">$1</a>")
    }

    private static let noFTP = Difference(name: "ftp addresses without markup are text", examples: [628]) { _, expected in
        replace("<a href=\"ftp:[^\"]*\">(.*?)</a>", in: expected, with: "$1")
    }

    private static let outsideLinks = Difference(
        name: "links to other hosts are marked",
        examples: [316, 356, 489, 490, 509, 534, 546, 602, 603, 608, 610, 611, 616, 619, 621, 622, 623, 624, 625, 626, 627, 628]
    ) { _, expected in
        replace(
            "(<a href=\"https?:[^\"]*\"(?: title=\"[^\"]*\")?)>", in: expected, with: "$1 rel=\"noopener noreferrer\" class=\"outside\">")
    }

    private static let headingIDs = Difference(
        name: "headings have ids",
        examples: [
            10, 29, 32, 36, 37, 38, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 56, 59, 60, 61, 65, 66, 72, 73, 85, 111, 183,
            184, 197, 206, 207, 208, 210, 278, 667, 668,
        ]
    ) { _, expected in
        var seen: [String: Int] = [:]
        var out = ""
        var rest = expected[...]
        while let found = rest.firstMatch(of: #/<h([1-6])>((?s:.*?))</h[1-6]>/#) {
            let plain = replace("<[^>]*>", in: String(found.2), with: "")
                .replacingOccurrences(of: "&[a-z]+;", with: "&", options: .regularExpression)
            let slug = plain.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
            let name = slug.isEmpty ? "section" : slug
            seen[name, default: 0] += 1
            let id = seen[name] == 1 ? name : "\(name)-\(seen[name, default: 0])"
            out += rest[..<found.range.lowerBound] + "<h\(found.1) id=\"\(id)\">\(found.2)</h\(found.1)>"
            rest = rest[found.range.upperBound...]
        }
        return out + rest
    }

    private static let alignment = Difference(name: "cells of tables are aligned by classes", examples: [199]) { _, expected in
        replace("align=\"right\"", in: replace("align=\"center\"", in: expected, with: "class=\"center\""), with: "class=\"end\"")
    }

    private static func replace(_ pattern: String, in text: String, with template: String) -> String {
        text.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
    }
}
