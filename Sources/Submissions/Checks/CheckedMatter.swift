package import Diagnostics
package import Markdown
package import Model
package import Quarantine

/// All that is known of one submission when it is checked.
package struct CheckedMatter: Sendable {
    /// The text that counts, as its front matter and body say it.
    package let submission: Submission
    /// What reading its front matter gave.
    package var findings: [Finding] = []
    /// What its body holds, or why that cannot be known.
    package let outline: Result<TextOutline, MarkdownFault>
    /// The files that came with it.
    package var files: [SubmittedFile] = []
    /// Names of files that the virus scanner could not look into.
    package var unscanned: [String] = []
    /// The mail that it came in; nil for a file.
    package var letter: Letter?
    /// What the sealed file that it came in proves; nil for what was not sealed.
    package var proof: Record.Proof?
    /// The submission's own number; nil for what is none yet.
    package var number: Int?
    /// What was left out on the way in.
    package var refusals: [Opened.Refusal] = []
    /// What is published and waiting.
    package var known = KnownTexts([])
    /// Those of the known texts that are this submission itself.
    package var own: Set<KnownText.Source> = []
    /// When it was received: what has closed since was open for it. Nil: now.
    package var received: Instant?

    package init(_ submission: Submission, outline: Result<TextOutline, MarkdownFault>) {
        self.submission = submission
        self.outline = outline
    }
}
