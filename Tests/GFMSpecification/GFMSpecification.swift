import Foundation

/// One example of the GFM specification.
package struct SpecificationExample: Sendable {
    /// From 1, as in the specification.
    package let number: Int
    /// The extension that it shows, or empty.
    package let feature: String
    package let markdown: String
    /// HTML, byte for byte.
    package let expected: String
}

/// The examples of `spec.txt.gz`, as Debian's package `cmark-gfm` has it, and what we do differently on purpose.
package enum GFMSpecification {
    /// The examples as the specification has them.
    package static func examples() throws -> [SpecificationExample] {
        let text = try run("/bin/gzip", ["-dc", "/usr/share/doc/cmark-gfm/spec.txt.gz"], input: "")
        let fence = String(repeating: "`", count: 32)
        var examples: [SpecificationExample] = []
        var parts: [[Substring]]?
        var feature = ""
        var inExpected = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if parts == nil, line.hasPrefix(fence + " example") {
                parts = [[], []]
                feature = line.dropFirst(fence.count + 8).trimmingCharacters(in: .whitespaces)
            } else if let found = parts, line == fence {
                let texts = found.map { $0.map { $0.replacingOccurrences(of: "→", with: "\t") + "\n" }.joined() }
                let number = examples.count + 1
                examples.append(SpecificationExample(number: number, feature: feature, markdown: texts[0], expected: texts[1]))
                parts = nil
                inExpected = false
            } else if parts != nil, !inExpected, line == "." {
                inExpected = true
            } else {
                parts?[inExpected ? 1 : 0].append(line)
            }
        }
        return examples
    }

    /// The examples with every deliberate difference applied: what our HTML must be.
    package static func afterDifferences() throws -> [SpecificationExample] {
        try examples().map { example in
            var expected = example.expected
            for difference in Difference.all where difference.examples.contains(example.number) {
                expected = try difference.apply(example, expected)
            }
            return SpecificationExample(number: example.number, feature: example.feature, markdown: example.markdown, expected: expected)
        }
    }

    /// Runs a program and returns what it writes.
    static func run(_ path: String, _ arguments: [String], input: String) throws -> String {
        let process = Process()
        let (to, from) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = to
        process.standardOutput = from
        try process.run()
        to.fileHandleForWriting.write(Data(input.utf8))
        try to.fileHandleForWriting.close()
        let output = from.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw SpecificationFault("\(path) failed") }
        return String(decoding: output, as: UTF8.self)
    }
}

/// Why the specification cannot be used.
package struct SpecificationFault: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
