import Quarantine
import Submissions

private let sample = Sample()

extension CheckCase {
    static let links: [CheckCase] = [
        CheckCase(
            .brokenLink, ["link": "../2026-099/index.en.md"], sample.adding("See [the debate on fees](../2026-099/index.en.md)."),
            not: sample.adding("See [the debate on fees](../2026-001/index.en.md), [the answer](0001.en.md), [this note](index.en.md)."),
            sample.adding("See [the list](../../library/office-automation/index.en.md#part)."),
            sample.adding("See [the office](https://example.org/).")),
        CheckCase(
            .brokenLink, ["link": "../../../secret.md"],
            sample.adding("[The secret](../../../../secret.md) [the other](../../../secret.md)"), not: sample),
        CheckCase(
            .brokenLink, ["link": "#costs"], sample.adding("[The costs](#costs)"),
            not: sample.adding("[The costs](#costs)\n\n## Costs\n\nText.")),
        CheckCase(
            .brokenLink, ["link": "../2026-005/index.en.md"], sample.adding("[The next](../2026-005/index.en.md)"),
            not: sample.adding("[The next](../2026-003/index.en.md)")),
        CheckCase(
            .brokenLink, ["link": "https://forum.example/ta/en/2026-099/"], sample.adding("https://forum.example/ta/en/2026-099/"),
            not: sample.adding(
                "https://forum.example/ta/en/2026-002/#c0001 https://other.example/ta/en/2026-099/ https://forum.example/ta/en/k3v9/")),
        CheckCase(
            .brokenLink, ["link": "../../library/nothing/index.en.md"], .tool.adding("[A list](../../library/nothing/index.en.md)"),
            not: .tool.adding("[A list](../office-automation/index.en.md)"),
            .topic.adding("[A list](../../library/office-automation/index.en.md)")),
        CheckCase(
            .unsafeLink, ["link": "javascript:alert(1)"], sample.adding("[The plan](javascript:alert(1))"),
            not: sample.adding("[Call us](tel:+41223389111)")),
        CheckCase(
            .unclearLink, ["text": "click here"], sample.adding("For it [click here](https://example.org/)."),
            not: sample.adding("For it click on [the plan of the office](https://example.org/)."), sample.adding("https://example.org/here")
        ),
        unclear("ici"), unclear("Cliquez ici"), unclear("en savoir plus"), unclear("aquí"), unclear("Haga clic aquí"), unclear("здесь"),
        unclear("по ссылке"), unclear("هنا"), unclear("اضغط هنا"), unclear("点击这里"), unclear("此处"), unclear("Read more…"), unclear("(link)"),
        CheckCase(
            .unclearLink, ["text": "https://bank.example"], sample.adding("[https://bank.example](https://evil.example/)"),
            not: sample.adding("[https://www.bank.example](http://bank.example/login)")),
        CheckCase(
            .pictureElsewhere, ["link": "https://example.org/a.png"], sample.adding("![A chart](https://example.org/a.png)"),
            not: sample.adding("![A chart](files/a.png)").file("a.png", "image/png", endings: ["png"])),
        CheckCase(
            .notAPicture, ["file": "a.pdf"], sample.adding("![A chart](a.pdf)").file("a.pdf"),
            not: sample.adding("![A chart](a.png)").file("a.png", "image/png", endings: ["png"]),
            sample.adding("[A chart](a.pdf)").file("a.pdf")),
        CheckCase(
            .pictureWithoutText, ["file": "a.png"], sample.adding("![](a.png)").file("a.png", "image/png", endings: ["png"]),
            not: sample.adding("![A chart](a.png)").file("a.png", "image/png", endings: ["png"])),
        CheckCase(
            .missingFile, ["file": "plan.pdf"], sample.adding("[Our plan](files/plan.pdf)"),
            not: sample.adding("[Our plan](files/plan.pdf) [again](Plan.PDF)").file("plan.pdf"),
            sample.adding("[Our plan](plan.pdf)").file("docs/plan.pdf"),
            sample.adding("[The agenda](files/agenda.pdf)"),
            sample.adding("[Our r\u{E9}sum\u{E9}](re\u{301}sume\u{301}.pdf)").file("r\u{E9}sum\u{E9}.pdf")),
        CheckCase(
            .missingFile, ["file": "a.png"], sample.adding("![A chart](a.png)"), not: sample.adding("![A chart](a.png)").file("a.png")),
        CheckCase(
            .missingFile, ["file": "plan.pdf"], sample.with("attachments", "[plan.pdf]"),
            not: sample.with("attachments", "[plan.pdf]").file("plan.pdf")),
        CheckCase(
            .unusedFile, ["file": "plan.pdf"], sample.with("attachments", "[]").file("plan.pdf"),
            not: sample.file("plan.pdf"), sample.with("attachments", "[files/plan.pdf]").file("plan.pdf"),
            sample.with("attachments", "[]").adding("[Our plan](plan.pdf)").file("plan.pdf")),
    ]

    private static func unclear(_ text: String) -> CheckCase {
        CheckCase(
            .unclearLink, ["text": text], sample.adding("[\(text)](https://example.org/)"),
            not: sample.adding("[\(text) 2026 plan](https://example.org/)"))
    }

    static let files: [CheckCase] = [
        CheckCase(
            .attachmentType, ["file": "run.exe", "type": "application/x-dosexec"],
            sample.file("run.exe", "application/x-dosexec", endings: ["exe"]),
            not: sample.file("plan.pdf")),
        CheckCase(
            .attachmentType, ["file": "a.pdf", "type": "text/html"], sample.file("a.pdf", "text/html", endings: ["html"]),
            not: sample.file("A.PDF", endings: [])),
        CheckCase(
            .attachmentTooLarge, ["file": "plan.pdf", "size": "1000001", "limit": "1000000"], sample.file("plan.pdf", size: 1_000_001),
            not: sample.file("plan.pdf", size: 1_000_000)),
        CheckCase(
            .attachmentDisguised, ["file": "plan.pdf", "type": "image/png"],
            sample.file("plan.pdf", "image/png", endings: ["png"], traits: [.disguised]),
            not: sample.file("plan.pdf")),
        CheckCase(
            .attachmentType, ["file": "plan", "type": "application/octet-stream"],
            sample.file("plan", "application/octet-stream", endings: []), not: sample.file("plan")),
        trait(.attachmentMacros, .macros), trait(.attachmentScript, .script), trait(.attachmentActions, .actions),
        trait(.attachmentEmbedded, .embedded), trait(.attachmentExternal, .external), trait(.attachmentEncrypted, .encrypted),
        trait(.attachmentDamaged, .damaged), trait(.pictureRewritten, .rewritten),
        CheckCase(.virus, ["file": "plan.pdf", "virus": "Eicar"], sample.file("plan.pdf", virus: "Eicar"), not: sample.file("plan.pdf")),
        CheckCase(
            .notScanned, ["file": "plan.pdf"], sample.file("plan.pdf").with { $0.unscanned = ["plan.pdf"] }, not: sample.file("plan.pdf")),
        CheckCase(.leftOutSize, ["file": "a.zip"], sample.leftOut(.tooMany), not: sample.leftOut(.encrypted)),
        CheckCase(.leftOutLocked, ["file": "a.zip"], sample.leftOut(.hiddenBySignature), not: sample.leftOut(.damaged)),
        CheckCase(.leftOutSealed, ["file": "a.zip"], sample.leftOut(.sealedForLostKey), not: sample.leftOut(.encrypted)),
        CheckCase(.leftOutDamaged, ["file": "a.zip"], sample.leftOut(.encoding), not: sample.leftOut(.twice)),
        CheckCase(.leftOutEntry, ["file": "a.zip"], sample.leftOut(.pathOutside), not: sample.leftOut(.tooDeep)),
        CheckCase(
            .further, ["count": "5"], sample.adding((1...25).map { "<b>\($0)" }.joined(separator: "\n")),
            not: sample.adding((1...20).map { "<b>\($0)" }.joined(separator: "\n"))),
    ]

    private static func trait(_ kind: RemarkKind, _ trait: OpenedFile.Trait) -> CheckCase {
        CheckCase(kind, ["file": "plan.pdf"], sample.file("plan.pdf", traits: [trait]), not: sample.file("plan.pdf"))
    }
}
