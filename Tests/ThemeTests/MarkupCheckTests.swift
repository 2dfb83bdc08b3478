import Diagnostics
import Testing

@testable import Theme

@Suite struct MarkupCheckTests {
    private func messages(_ text: String) -> [String] {
        TemplateFile(name: "t", source: SourceText(path: "t", bytes: Array(text.utf8))).findings.map { $0.message }
    }

    @Test(arguments: [
        "<script>x</script>", "<SCRIPT type=\"module\">x</SCRIPT>", "<a onclick=\"x\">b</a>", "<a\nONLOAD = 'x'>b</a>",
        "<p style=\"x\">b</p>",
        "<style>p{}</style>", "<a href=\"javascript:x\">b</a>", "<a href=' JavaScript:x'>b</a>", "<a href=java\tscript:x onx=y>b</a>",
        "<a href=\"java\nscript:x\">b</a>", "<a href=javascript:x>b</a>", "<a href={{url}}>b</a>", "<{{name}}>", "<a {{{html}}}>b</a>",
        "<a title=\"{{{html}}}\">b</a>", "<a {{#x}}href=\"{{/x}}y\">b</a>", "{{#x}}<p {{/x}}>", "<a href=\"{{> link}}\">", "<p", "<!-- a",
        "<a b=\"c",
        "{{", "{{a", "{{{a}}", "{{}}", "{{a b}}", "{{a.b}}", "{{.}}", "{{*a}}", "{{> *a}}", "{{<a}}", "{{$a}}", "{{%CONTENT_TYPE:TEXT}}",
        "{{&a}}",
        "{{=| |=}}", "{{upper(a)}}", "{{t.}}", "{{t.a b}}", "a\u{1}b",
    ]) func refuses(_ text: String) {
        #expect(!messages(text).isEmpty)
    }

    @Test(arguments: [
        "<script src=\"{{root}}a.js\" defer></script>", "<a href=\"{{url}}\"{{#x}} aria-current=\"page\"{{/x}}>{{title}}</a>",
        "<!-- {{! c }} onclick= <script> -->", "{{#x}}<p>{{/x}}{{^x}}<p>{{/x}}", "on style=\"x\" javascript:", "{{! <script> }}a",
        "{{{html}}}",
        "<p title='it \"is\"'>{{t.a.b}}</p>", "<p data-one=\"on\">a > b</p>",
    ]) func accepts(_ text: String) {
        #expect(messages(text).isEmpty)
    }

    private func mail(_ text: String) -> [String] {
        TemplateFile(name: "t", source: SourceText(path: "t", bytes: Array(text.utf8)), isMail: true).findings.map { $0.message }
    }

    @Test(arguments: [
        "<p style=\"color:{{colour}}\">b</p>", "<p STYLE='{{#x}}color:red{{/x}}'>b</p>", "<p style=\"background: URL (x)\">b</p>",
        "<p style=\"{{t.a}}\">b</p>", "<p style={{a}}>b</p>", "<p style=\"a\" onclick=\"x\">b</p>", "<style>p{}</style>",
        "<script>x</script>", "<a style=\"a\" href=\"javascript:x\">b</a>", "<p style = \"{{a}}\">b</p>",
    ]) func aMailsTemplateIsRefused(_ text: String) {
        #expect(!mail(text).isEmpty)
    }

    @Test(arguments: [
        "<p style=\"color:#555555\" title=\"{{a}}\">b</p>", "<p{{#x}} dir=\"{{d}}\"{{/x}} style='margin:0'>{{a}}</p>",
        "<p data-style=\"{{a}}\">b</p>",
    ]) func aMailsTemplateMayHaveStylesOfFixedText(_ text: String) {
        #expect(mail(text).isEmpty)
    }
}
