import ProgramUnderTest
import Testing

/// A theme of the forum's own, given by its name: its files go before those of `wipo`, and all others are taken from there.
@Suite("A second theme") struct OtherThemeTests {
    @Test func itsFilesGoFirst() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("themes/plain/styles/site.css", "main { color: rebeccapurple }\n")
        try forum.folder.write("themes/plain/templates/page.mustache", "<h1>Plainly: {{title}}</h1>\n{{#body}}\n{{> body}}\n{{/body}}\n")
        try forum.folder.write("themes/wipo/templates/page.mustache", "<h1>Not so: {{title}}</h1>\n{{#body}}\n{{> body}}\n{{/body}}\n")
        let outcome = try forum.rostrum("build", "--theme", "plain")
        #expect(outcome.status == 0, "\(outcome.notes)")
        let site = try forum.site()
        let style = try #require(site.files.keys.first { $0.hasPrefix("assets/site.") && $0.hasSuffix(".css") })
        #expect(site.files[style] == Array("main{color: rebeccapurple}".utf8))
        let pages = try site.opened(with: forum.passphrase)
        #expect(pages.values.count { $0.contains("<h1>Plainly: About</h1>") } == 1)
        #expect(pages.values.allSatisfy { !$0.contains("Not so: ") })
        #expect(pages["en/2026-001/index.html"]?.contains("class=\"thread\"") == true, "from wipo's own template")

        #expect(try forum.rostrum("build").status == 0)
        let usual = try forum.site()
        #expect(usual.files[style] == nil)
        #expect(try usual.opened(with: forum.passphrase).values.count { $0.contains("<h1>Not so: About</h1>") } == 1)
    }

    @Test func itsErrorsAreFoundInItsOwnFiles() throws {
        let forum = try TestForum(.small)
        try forum.folder.write("themes/plain/templates/page.mustache", "<h1>{{title}}</h1>\n{{#body}}\n{{> body}}\n{{/body}}\n{{titel}}\n")
        for command in ["check", "build"] {
            let outcome = try forum.rostrum(command, "--theme", "plain")
            #expect(outcome.status == 1)
            let said = outcome.output + outcome.notes
            #expect(said.contains("error[template-unknown-name]"))
            #expect(said.contains("--> themes/plain/templates/page.mustache:5:"), "\(said)")
            #expect(try forum.rostrum(command).status == 0, "what nobody asked for is not read")
        }
    }
}
