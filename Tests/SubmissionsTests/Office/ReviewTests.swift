import ContentStore
import Diagnostics
import Foundation
import Model
import ProgramUnderTest
import Submissions
import Testing

/// What moderators decide, and may not decide.
@Suite("Review") struct ReviewTests {
    private func forum(_ texts: [String]) throws -> OfficeForum {
        let forum = try OfficeForum()
        for (index, text) in texts.enumerated() {
            try forum.folder.write("mails/\(index + 1).eml", SentText.mail(text, id: "m\(index + 1)", subject: "Texte \(index + 1)"))
        }
        try forum.must("inbox", "import", forum.root + "/mails")
        return forum
    }

    @Test func whatIsApprovedIsPublishedByTheNextBuildAndOnlyThen() throws {
        let forum = try forum([SentText.contribution()])
        let before = try forum.state()
        let shown = try forum.must("review", "approve", "1", "--dry-run")
        #expect(shown.contains("would write content/discussions/2026-002/0002.fr.md") && shown.contains("author: Ana Exemple"))
        #expect(try forum.state() == before)
        try forum.must("review", "approve", "1")
        #expect(try forum.record(1).state == .approved)
        let text = try forum.folder.text("content/discussions/2026-002/0002.fr.md")
        #expect(text.contains("member: XA") && !text.contains("ana@example.org"))
        try forum.must("check")
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build")
        #expect(try forum.record(1).state == .published)
        let undo = try forum.rostrum(["review", "undo", "1"])
        #expect(undo.status == 2 && undo.notes.contains("rostrum withdraw 2026-002/0002"), "\(undo.notes)")
        #expect(try forum.must("log", "show", "--last", "1").contains("publish  submission 1  2026-002/0002"))
    }

    @Test func eachDecisionIsTakenBack() throws {
        let forum = try forum([SentText.contribution()])
        let content = { try forum.state().filter { $0.key.hasPrefix("content/") } }
        let before = try content()
        let decisions = [
            ["approve", "1"], ["return", "1", "--words", "x"], ["reject", "1", "--reason", "off-topic"],
            ["schedule", "1", "--on", "2026-12-01"],
        ]
        for decision in decisions {
            #expect(try forum.rostrum(["review"] + decision).status == 0)
            try forum.must("review", "undo", "1")
            #expect(try forum.record(1).state == .inReview)
            #expect(try content() == before)
            let again = try forum.rostrum(["review", "undo", "1"])
            #expect(again.status == 2, "\(decision)")
        }
    }

    @Test func noDecisionWithoutAReasonOrAName() throws {
        let forum = try forum([SentText.contribution()])
        let before = try forum.state()
        for (arguments, expected) in [
            (["review", "return", "1"], "a reason is needed"), (["review", "reject", "1", "--words", "  "], "a reason is needed"),
            (["review", "reject", "1", "--reason", "of-topic"], "there is no reason"), (["review", "approve", "9"], "no submission 9"),
        ] {
            let outcome = try forum.rostrum(arguments)
            #expect(outcome.status == 2 && outcome.notes.contains(expected), "\(outcome.notes)")
        }
        let nobody = try Program.run(forum.call(["review", "approve", "1"]), environment: ["ROSTRUM_MODERATOR": ""])
        #expect(nobody.status == 2 && nobody.notes.contains("--as"))
        #expect(try forum.state() == before)
    }

    @Test func aModeratorDecidesInTheirOwnRoomsAndTheLeadInAll() throws {
        let forum = try forum([SentText.contribution()])
        let foreign = try forum.rostrum(["review", "approve", "1"], as: "Forum secretariat")
        #expect(foreign.status == 2 && foreign.notes.contains("french") && foreign.notes.contains("A. Modératrice"), "\(foreign.notes)")
        let nobody = try forum.rostrum(["review", "approve", "1"], as: "L. Led")
        #expect(nobody.status == 2 && nobody.notes.contains("L. Lead"), "\(nobody.notes)")
        try forum.must("review", "approve", "1", as: "A. Modératrice")
        #expect(try forum.must("log", "show", "--last", "1").contains("A. Modératrice"))
    }

    @Test func whatIsInSomebodysHandsIsLeftToThem() throws {
        let forum = try forum([SentText.contribution()])
        try forum.must("review", "claim", "1", as: "A. Modératrice")
        let other = try forum.rostrum(["review", "approve", "1"])
        #expect(other.status == 2 && other.notes.contains("in the hands of A. Modératrice"), "\(other.notes)")
        try forum.must("review", "claim", "1", "--take")
        try forum.must("review", "approve", "1")
    }

    @Test func aModeratorsEditKeepsWhatWasSent() throws {
        let forum = try forum([SentText.contribution("Phrase de l’auteure.")])
        try forum.folder.write("edited.md", SentText.contribution("Phrase remaniée."))
        try forum.must("review", "edit", "1", "--file", forum.root + "/edited.md")
        let shown = try forum.must("inbox", "show", "1")
        #expect(shown.contains("- Phrase de l’auteure.") && shown.contains("+ Phrase remaniée."), "\(shown)")
        #expect(try forum.must("inbox", "show", "1", "--original").contains("Phrase de l’auteure."))
        try forum.must("review", "approve", "1")
        #expect(try forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("Phrase remaniée."))
    }

    @Test func theEditorIsWhatEDITORNames() throws {
        let forum = try forum([SentText.contribution("Phrase de l’auteure.")])
        try forum.folder.write("editor.sh", "sed -i 's/auteure/autrice/' \"$1\"\n")
        let environment = ["ROSTRUM_MODERATOR": "L. Lead", "EDITOR": "sh '\(forum.root)/editor.sh'", "VISUAL": "", "HOME": forum.root]
        #expect(try Program.run(forum.call(["review", "edit", "1"]), environment: environment).status == 0)
        #expect(try forum.must("inbox", "show", "1").contains("Phrase de l’autrice."))
        let failing = environment.merging(["EDITOR": "false"]) { _, new in new }
        let outcome = try Program.run(forum.call(["review", "edit", "1"]), environment: failing)
        // Nothing was written, so nothing is to be kept.
        #expect(outcome.status == 2 && outcome.notes.contains("EDITOR=nano") && !outcome.notes.contains("kept in"), "\(outcome.notes)")
        for script in ["echo more >> \"$1\"; false", "printf '\\377' >> \"$1\"", "head -c 1100000 /dev/zero | tr '\\0' x >> \"$1\""] {
            try forum.folder.write("spoilt.sh", script + "\n")
            let spoilt = environment.merging(["EDITOR": "sh '\(forum.root)/spoilt.sh'"]) { _, new in new }
            let outcome = try Program.run(forum.call(["review", "edit", "1"]), environment: spoilt)
            #expect(outcome.status == 2 && outcome.notes.contains("is kept in \(forum.root)"), "\(script): \(outcome.notes)")
        }
    }

    @Test func anErrorStopsAnApprovalUntilItIsAccepted() throws {
        let forum = try forum([SentText.contribution().replacing("terms: 2\n", with: "")])
        let before = try forum.state()
        let refused = try forum.rostrum(["review", "approve", "1"])
        #expect(refused.status == 1 && refused.notes.contains("terms-not-accepted"), "\(refused.notes)")
        #expect(try forum.state() == before)
        try forum.must("review", "approve", "1", "--accept", "terms-not-accepted")
        #expect(try forum.must("log", "show", "--last", "1").contains("accepted: terms-not-accepted"))
    }

    /// What is approved while a build reads the content may be in its site or not: the log follows the site.
    @Test func whatABuildHasNotReadIsNotPublishedByIt() throws {
        let forum = try forum([SentText.contribution(), SentText.contribution("Un autre texte de notre office, sur ses cours du soir.")])
        try forum.must("review", "approve", "1")
        let listing = try ContentLister(root: forum.root).list()
        try forum.must("review", "approve", "2")
        let content = { () throws(Failure) -> ForumContent in throw Failure("nothing is scheduled") }
        let now = try #require(Instant(iso: OfficeForum.now))
        let office = forum.root + "/office"
        let release = try Release(root: forum.root, office: office, roster: Roster(), at: now, content: content) { _ in }
        try release.published(listing, root: forum.root, office: office, at: now) { _ in }
        #expect(try forum.record(1).state == .published)
        #expect(try forum.record(2).state == .approved)
        try release.published(try ContentLister(root: forum.root).list(), root: forum.root, office: office, at: now) { _ in }
        #expect(try forum.record(2).state == .published)
        try forum.must("log", "verify")
    }

    @Test func theInboxIsListedForOneRoom() throws {
        let forum = try forum([SentText.contribution(), "Un texte sans champs."])
        let topic = SentText.contribution().replacing(
            "kind: contribution\ndiscussion: 2026-002", with: "kind: topic\nroom: english\ntitle: T")
        try forum.folder.write("mails/3.eml", SentText.mail(topic, id: "m3"))
        try forum.must("inbox", "import", forum.path("mails"))
        let french = try forum.must("inbox", "list", "--room", "french")
        #expect(french.contains("  1  ") && french.contains("  2  ") && !french.contains("  3  "), "\(french)")
        let english = try forum.must("inbox", "list", "--room", "english")
        #expect(!english.contains("  1  ") && english.contains("  2  ") && english.contains("  3  "), "\(english)")
        try forum.refuses(["inbox", "list", "--room", "frensh"], saying: "Did you mean \"french\"?")
    }

    @Test func aFileThatComesBackKeepsItsName() throws {
        let forum = try OfficeForum()
        for (name, references) in [("first", nil as String?), ("second", "first")] {
            let text = SentText.contribution("Voir [les chiffres](chiffres.csv), qui viennent de nous (\(name)).")
            let plain = SentText.mail(text, id: name, references: references)
            let type = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
            let file = "--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=chiffres.csv\n\na,\(name)\n"
            let mixed = plain.replacing(type, with: "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + type) + file + "--b--\n"
            try forum.folder.write("\(name).eml", mixed)
        }
        try forum.must("inbox", "import", forum.root + "/first.eml")
        try forum.must("review", "return", "1", "--words", "x")
        try forum.must("inbox", "import", forum.root + "/second.eml")
        #expect(try forum.record(1).files.map(\.stored) == ["chiffres-2.csv"])
        try forum.must("review", "approve", "1")
        #expect(try forum.folder.text("content/discussions/2026-002/files/chiffres.csv").hasPrefix("a,second"))
        #expect(try forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("(files/chiffres.csv)"))
        try forum.must("check")
    }

    @Test func ofSeveralOnlyThoseWithErrorsAreLeft() throws {
        let texts = (1...3).map { SentText.contribution("Texte numéro \($0) de notre office, qui parle de ses cours.") }
        let forum = try forum([texts[0], texts[1].replacing("terms: 2\n", with: ""), texts[2]])
        let outcome = try forum.rostrum(["review", "approve", "1", "2", "9", "3"])
        #expect(outcome.status == 1 && outcome.notes.contains("2 of 4 not approved: 2, 9."), "\(outcome.notes)")
        #expect(outcome.notes.contains("terms-not-accepted"))
        #expect(try (1...3).map { try forum.record($0).state } == [.approved, .received, .approved])
        try forum.must("check")
    }

    @Test func severalAreApprovedAtOnceAndRejectedAfterAQuestion() throws {
        let forum = try forum((1...4).map { SentText.contribution("Texte numéro \($0) de notre office, qui parle de ses cours.") })
        try forum.must("review", "approve", "1", "2")
        #expect(try forum.record(2).place == "2026-002/0003")
        let asked = try Program.run(
            executable: "/usr/bin/setsid", ["--wait", Program.path] + forum.call(["review", "reject", "3", "4", "--words", "x"]),
            environment: ["ROSTRUM_MODERATOR": "L. Lead"])
        #expect(asked.status == 2 && asked.notes.contains("--yes"), "\(asked.notes)")
        #expect(try forum.record(3).state == .received)
        try forum.must("review", "reject", "3", "4", "--words", "x", "--yes")
        #expect(try forum.record(4).state == .rejected)
    }

    @Test func whatIsScheduledIsPublishedOnItsDay() throws {
        let forum = try forum([SentText.contribution()])
        #expect(try forum.rostrum(["review", "schedule", "1", "--on", "2026-11-23"]).status == 2)
        try forum.must("review", "schedule", "1", "--on", "2026-11-25")
        try forum.must("access", "issue", "--member", "XA")
        try forum.must("build", now: "2026-11-24T22:59:00Z")
        #expect(try forum.record(1).state == .scheduled)
        try forum.must("build", now: "2026-11-24T23:01:00Z")
        #expect(try forum.record(1).state == .published)
        #expect(try forum.folder.text("content/discussions/2026-002/0002.fr.md").contains("date: 2026-11-25"))
    }

    /// Whoever was approved as a participant does not come out as staff because the roster has the name by then.
    @Test func whoeverIsSomethingElseByTheDayIsHeldBack() throws {
        let forum = try forum([
            SentText.contribution().replacing("member: XA, ", with: "").replacing("attribution: name", with: "attribution: none")
        ])
        try forum.must("review", "schedule", "1", "--on", "2026-11-25")
        try forum.must("access", "issue", "--member", "XA")
        try forum.folder.write("office/roster.yaml", "staff:\n  Ana Exemple: {language: fr}\n")
        let build = try forum.rostrum(["build"], now: "2026-11-25T09:00:00Z")
        #expect(build.status == 0 && build.notes.contains("approved as participant"), "\(build.notes)")
        #expect(try forum.record(1).state == .scheduled)
    }

    @Test func whatCannotBePublishedOnItsDayIsHeldBackAndTheBuildGoesOn() throws {
        let forum = try forum([SentText.contribution()])
        try forum.must("review", "schedule", "1", "--on", "2026-11-25")
        try forum.must("withdraw", "2026-002", "--requested-by", "moderator", "--reason", "x")
        try forum.must("access", "issue", "--member", "XA")
        let build = try forum.rostrum(["build"], now: "2026-11-25T09:00:00Z")
        #expect(build.status == 0 && build.notes.contains("Submission 1 waits"), "\(build.notes)")
        #expect(try forum.record(1).state == .scheduled)
    }

    @Test func whatComesBackJoinsItsHistory() throws {
        let forum = try forum([SentText.contribution("Premier texte.")])
        try forum.must("review", "return", "1", "--reason", "off-topic", "--words", "Raccourcissez.")
        let letter = try forum.must("outbox", "show", "2")
        #expect(letter.contains("Hors sujet") && letter.contains("Raccourcissez.") && letter.contains("ana@example.org"), "\(letter)")
        let answers = SentText.mail(SentText.contribution("Second texte."), id: "m2", subject: "Autre chose", references: "m1")
        try forum.folder.write("second.eml", answers)
        #expect(try forum.must("inbox", "import", forum.root + "/second.eml").contains("submission 1 came back"))
        #expect(try forum.must("inbox", "import", forum.root + "/second.eml").contains("1 was there before"))
        let record = try forum.record(1)
        #expect(record.revisions.count == 2 && record.state == .received && record.history.count == 3)
        try forum.must("review", "return", "1", "--words", "Encore.")
        let subject = SentText.mail(SentText.contribution("Troisième texte."), id: "m3", subject: "RE: Autre chose")
        try forum.folder.write("third.eml", subject)
        #expect(try forum.must("inbox", "import", forum.root + "/third.eml").contains("submission 1 came back"))
    }

    @Test func nobodyElseTakesTheTextsPlaceAndNoWordOfThanksDoes() throws {
        let forum = try forum([SentText.contribution("Premier texte.")])
        try forum.must("review", "return", "1", "--words", "x")
        let other = SentText.mail(SentText.contribution("Texte d’un autre."), id: "m2", references: "m1").replacing(
            "<ana@", with: "<mallory@")
        try forum.folder.write("other.eml", other)
        try forum.folder.write(
            "thanks.eml", SentText.mail("Merci, je l’enverrai lundi.", id: "m3", subject: "Re: Texte 1", references: "m1"))
        for name in ["other", "thanks"] {
            #expect(try forum.must("inbox", "import", forum.root + "/\(name).eml").contains("1 new submission"))
        }
        #expect(try forum.record(1).state == .returned && forum.record(1).revisions.count == 1)
    }

    /// Who answers without the file that was sent before has not taken it back.
    @Test func whatCameBeforeStaysBesideTheNewText() throws {
        let forum = try OfficeForum()
        let folder = SentText.contribution("Voir [les chiffres](chiffres.csv).")
        try forum.folder.write("stick/1.md", folder)
        try forum.folder.write("stick/chiffres.csv", "a,b\n")
        try forum.must("inbox", "import", forum.path("stick"))
        try forum.must("review", "return", "1", "--words", "x")
        try forum.folder.write("new.md", SentText.contribution("Voir encore [les chiffres](chiffres.csv), plus clairement."))
        try forum.must("inbox", "import", forum.path("new.md"), "--for", "1")
        try forum.must("review", "approve", "1")
        #expect(try forum.folder.text("content/discussions/2026-002/files/chiffres.csv") == "a,b\n")
        try forum.must("check")
    }

    /// Moderators import first and look then.
    @Test func aTextThatWasImportedAlreadyJoinsToo() throws {
        let forum = try forum([SentText.contribution("Premier texte.")])
        try forum.must("review", "return", "1", "--words", "x")
        try forum.folder.write("stick/text.md", SentText.contribution("Second texte."))
        try forum.must("inbox", "import", forum.path("stick"))
        try forum.must("review", "claim", "2", as: "A. Modératrice")
        try forum.refuses(["inbox", "import", forum.path("stick"), "--for", "1"], as: "L. Lead", saying: "no text for submission 1")
        try forum.must("review", "undo", "2", as: "A. Modératrice")
        #expect(try forum.must("inbox", "import", forum.path("stick"), "--for", "1").contains("submission 1 came back"))
        #expect(try forum.record(1).state == .received && forum.record(1).revisions.count == 2)
        #expect(try forum.record(2).state == .rejected && forum.record(2).history.last?.words?.contains("submission 1") == true)
        try forum.must("log", "verify")
        #expect(try forum.must("inbox", "import", forum.path("stick")).contains("1 was there before"))
    }

    /// On a stick, or from another address, a moderator has to know it.
    @Test func aModeratorSaysWhatATextIsTheNewOneOf() throws {
        let forum = try forum([SentText.contribution("Premier texte."), SentText.contribution("Un autre texte.")])
        try forum.must("review", "return", "1", "--words", "x")
        try forum.folder.write("stick/text.md", SentText.contribution("Second texte."))
        try forum.folder.write("two/a.md", SentText.contribution("Troisième texte."))
        try forum.folder.write("two/b.md", SentText.contribution("Quatrième texte."))
        let stick = forum.path("stick")
        try forum.refuses(["inbox", "import", stick, "--for", "2"], as: "L. Lead", saying: "rostrum review edit 2")
        try forum.refuses(["inbox", "import", stick, "--for", "9"], as: "L. Lead", saying: "no submission 9")
        try forum.refuses(["inbox", "import", stick, "--for", "1"], saying: "which Forum secretariat does not moderate")
        try forum.refuses(["inbox", "import", forum.path("two"), "--for", "1"], as: "L. Lead", saying: "more than one text")
        try forum.refuses(["inbox", "import", forum.path("mails/1.eml"), "--for", "1"], as: "L. Lead", saying: "no text for submission 1")
        #expect(try forum.must("inbox", "import", stick, "--for", "1").contains("submission 1 came back"))
        let record = try forum.record(1)
        #expect(record.state == .received && record.revisions.count == 2 && record.history.last?.by == "L. Lead")
        #expect(try forum.folder.text("office/inbox/1/2.md").contains("Second texte."))
        try forum.must("log", "verify")
    }

    @Test func theLetterToAnAuthorWhoReadsArabicIsWhole() throws {
        let arabic = SentText.contribution().replacing("language: fr", with: "language: ar").replacing("terms: 2", with: "terms: 1")
        let forum = try forum([arabic])
        try forum.must("review", "return", "1", "--words", "\u{202E}x")
        #expect(try forum.must("inbox", "show", "1").contains("rostrum outbox show 2"))
        let letter = try forum.must("outbox", "show", "2")
        #expect(letter.contains("\u{2068}") && !letter.contains("\u{202E}") && !letter.contains("\u{FFFD}"), "\(letter)")
    }

    @Test func twoAtOnceLoseNothing() throws {
        let forum = try forum((1...6).map { SentText.contribution("Texte numéro \($0) de notre office, qui parle de ses cours.") })
        let runs = try (1...6).map { number in
            try Program.Run(
                forum.call(number % 2 == 0 ? ["review", "approve", "\(number)"] : ["review", "return", "\(number)", "--words", "x"]),
                environment: ["ROSTRUM_MODERATOR": number < 4 ? "L. Lead" : "A. Modératrice"])
        }
        for run in runs {
            let outcome = try run.end()
            #expect(outcome.status == 0, "\(outcome.notes)")
        }
        #expect(try forum.inbox.records().map(\.state) == [.returned, .approved, .returned, .approved, .returned, .approved])
        #expect(try Set(forum.inbox.records().compactMap(\.place)).count == 3)
        try forum.must("log", "verify")
        try forum.must("check")
    }

    @Test func whatIsSetAsideIsListedUntilSomebodyHasDealtWithIt() throws {
        let forum = try OfficeForum()
        let reply =
            "From: a@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\nMessage-ID: <o@example.org>\n\nBack on Monday.\n"
        try forum.folder.write("reply.eml", reply)
        let said = try forum.must("inbox", "import", forum.root + "/reply.eml")
        #expect(said.contains("set aside") && said.contains("out-of-office"), "\(said)")
        #expect(try forum.must("inbox", "import", forum.root + "/reply.eml").contains("1 was there before"))
        let aside = try #require(try forum.inbox.setAside().first)
        #expect(try forum.folder.text("office/inbox/unreadable/\(aside.id)/source") == reply)
        #expect(try forum.must("inbox", "list").contains("set aside \(aside.id)"))
        try forum.must("inbox", "dismiss", aside.id)
        #expect(try forum.inbox.setAside().isEmpty && !forum.folder.exists("office/inbox/unreadable/\(aside.id)/source"))
        #expect(try forum.must("inbox", "import", forum.root + "/reply.eml").contains("1 was there before"))
        #expect(try forum.rostrum(["inbox", "dismiss", "nothing"]).status == 2)
        try forum.must("log", "verify")
    }

    @Test func aProposedTopicBecomesADiscussionAndAPracticeAnEntry() throws {
        let practice = SentText.topic.replacing("kind: topic\nroom: french", with: "kind: practice").replacing(
            "questions: [Que faites-vous après un cours ?]\n", with: "")
        let forum = try forum([SentText.topic, practice])
        try forum.must("review", "approve", "1", "--opens", "2026-12-07")
        try forum.must("review", "approve", "2")
        let facts = try forum.folder.text("content/discussions/2026-006/discussion.yaml")
        #expect(facts.contains("opens: 2026-12-07") && facts.contains("proposed-by: XA"), "\(facts)")
        #expect(try forum.folder.text("content/library/apres-le-cours/entry.yaml").contains("kind: practice"))
        #expect(try forum.rostrum(["check"]).status == 0)
    }

    @Test func aRequestToRemoveRemovesAndAnInvitationSaysHow() throws {
        let removal = """
            ---
            kind: removal
            target: 2026-002/0001
            author: {name: Ana Exemple, member: XA, email: ana@example.org}
            terms: 2
            ---

            Merci de retirer notre texte, qui n’est plus à jour.
            """
        let invitation = """
            ---
            kind: invitation
            discussion: 2026-002
            guest: {name: "Bo L'Invité; rm -rf /", until: 2026-12-31}
            author: {name: Ana Exemple, member: XA, email: ana@example.org}
            terms: 2
            ---

            Nous aimerions inviter une experte à cette discussion, qui connaît bien le sujet.
            """
        let forum = try forum([removal, invitation])
        // It was posted for another member: a moderator has to know better.
        let refused = try forum.rostrum(["review", "approve", "1"])
        #expect(refused.status == 1 && refused.notes.contains("--accept removal-by-another"), "\(refused.notes)")
        #expect(try forum.must("review", "approve", "1", "--accept", "removal-by-another").contains("2026-002/0001 is withdrawn"))
        #expect(FileManager.default.fileExists(atPath: forum.root + "/content/discussions/2026-002/0001.withdrawn.yaml"))
        let said = try forum.must("review", "approve", "2")
        #expect(
            said.contains(
                "rostrum access invite --discussion 2026-002 --name 'Bo L'\\''Invité; rm -rf /' --requested-by 'XA' --until 2026-12-31"),
            "\(said)")
        try forum.must("log", "verify")
        try forum.must("check")
    }

    /// What it leaves broken elsewhere stands against a removal as against any approval.
    @Test func aRemovalThatWouldBreakTheContentIsStopped() throws {
        let target = { (target: String) in
            SentText.contribution().replacing("kind: contribution\ndiscussion: 2026-002", with: "kind: removal" + target)
        }
        let forum = try forum([target("\ntarget: 2026-002/0002"), target("")])
        let head = "---\ndate: 2026-11-20\nrole: participant\nmember: XA\n"
        try forum.folder.write("content/discussions/2026-002/0002.fr.md", head + "attachments: [files/plan.csv]\n---\n\nNotre plan.\n")
        try forum.folder.write("content/discussions/2026-002/files/plan.csv", "a,b\n")
        let entry = "content/library/mentoring/index.en.md"
        try forum.folder.write(
            entry, try forum.folder.text(entry) + "\nSee [the plan](../../discussions/2026-002/files/plan.csv) of an office.\n")
        try #require(try forum.rostrum(["check"]).status == 0)
        let before = try forum.state()
        let refused = try forum.rostrum(["review", "approve", "1"])
        #expect(refused.status == 1 && refused.notes.contains(entry), "\(refused.notes)")
        #expect(refused.notes.contains("rostrum withdraw"))
        #expect(try forum.state() == before)
        // Nothing to remove is nothing to approve, whatever a moderator accepts.
        let empty = try forum.rostrum(["review", "approve", "2", "--accept", "missing-field"])
        #expect(empty.status == 1 && empty.notes.contains("it does not say what is to go"), "\(empty.notes)")
        #expect(try forum.state() == before)
    }
}
