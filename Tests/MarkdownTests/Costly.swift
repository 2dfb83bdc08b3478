/// Texts that cost more than they look.
enum Costly {
    /// Minutes of the parser's time.
    static let slow = String(repeating: "![[]()", count: 150_000)
    /// Gigabytes: each of many rows of one byte is filled up to the width of the table.
    static let large: String = {
        let columns = 3_000
        return String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
            + String(repeating: "b\n", count: 100_000)
    }()

    static let patterns = [
        times("![[]()", 20_000), times("<!--", 50_000), times("[a](", 50_000), times("[a](<b", 50_000), times("_*", 60_000),
        times("*_a ", 50_000),
        times("**a *a ", 30_000), times("a**b" + times("c* ", 10), 10_000), "\"" + times("-", 500_000), times("|", 500_000),
        times("|a", 100_000),
        times("a|", 70_000) + "\n" + times("-|", 70_000) + "\n" + times("b\n", 50_000),
        times("[^1]", 100_000) + "\n\n[^1]: " + times("x ", 50_000),
        times("[^1]", 10_000) + "\n\n" + (1...5_000).map { "[^\($0)]: [^\($0 + 1)] x\n" }.joined(), times("[^1]:\n", 50_000),
        times("[", 100_000),
        times(">", 100_000), times("> ", 100_000), times("- ", 50_000), times("- a\n", 100_000), times("1. ", 50_000),
        (0..<800).map { times(" ", $0) + "- a\n" }.joined(), times("`a``b```", 50_000), (1...800).map { times("`", $0) + "a " }.joined(),
        times("<a ", 100_000), times("<?", 100_000), times("<!A ", 100_000), times("<![CDATA[", 50_000), times("&", 300_000),
        times("&#", 200_000),
        times("[a]: b\n", 50_000) + times("[a]", 50_000), times("\\", 300_000), times("~~a ", 100_000), times("~", 300_000),
        times("a~~~", 100_000),
        times("www.", 100_000), times("www._", 100_000), times("https://", 50_000), times("https://a)", 50_000),
        "https://a" + times(")", 300_000),
        "https://a" + times(".", 300_000), "https://a/" + times("&a;", 100_000), times("a@", 200_000), times("a.", 200_000) + "@",
        times("a@b.", 100_000), times("a_www.b_", 60_000), times("# a\n", 100_000), times("# a\n# a-2\n", 40_000),
        times("a\n---\n", 60_000),
        times("![", 50_000) + times("](a)", 50_000), times("\u{0}", 300_000), times("\t", 300_000), times("\n", 500_000),
        times("]", 300_000),
    ]

    private static func times(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }
}
