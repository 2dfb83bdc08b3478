/// Makes Markdown of HTML.
enum HTMLText {
    static func markdown(_ html: [UInt8]) -> [UInt8] { html }
}
