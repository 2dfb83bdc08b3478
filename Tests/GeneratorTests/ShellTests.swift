import Generator
import ProgramUnderTest
import Testing

/// What stands around the ciphertext.
@Suite("The shell of a page") struct ShellTests {
    /// Whatever the forum is called, the ciphertext is in its own place.
    @Test(arguments: ["{ciphertext}", "<ciphertext>", "&lt;ciphertext>"]) func aTitleIsNotTakenForTheCiphertext(title: String) throws {
        let forum = try TestForum(.small)
        let settings = try forum.folder.text("content/forum.yaml")
        try forum.folder.write("content/forum.yaml", settings.replacing(#/(?m)^title:.*$/#, with: "title: {en: \"\(title)\", fr: x}"))
        let report = try forum.build()
        try #require(report.totals != nil, "\(report.findings)")
        let site = try forum.site()
        let home = try #require(try site.opened(with: forum.passphrase)["en/index.html"])
        #expect(home.contains(title.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
    }
}
