import Diagnostics

/// The page for a forum whose settings or theme are so wrong that the theme cannot make one: plain, in English, asking for itself again.
enum FindingsPage {
    static func answer(_ findings: [Finding]) -> LocalAnswer {
        let text = FindingWriter(format: .text).write(findings)
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let page = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>The forum cannot be shown yet</title>
            <body>
            <main>
            <h1>The forum cannot be shown yet</h1>
            <p>Please correct what is listed here. The forum then appears by itself.</p>
            <pre>\(escaped)</pre>
            </main>

            """
        var answer = LocalAnswer(status: 503, Array(page.utf8))
        answer.headers = [("Refresh", "1")]
        return answer
    }
}
