import Quarantine
import Testing

/// Mails as programs write them.
struct ClientTests {
    private let child: Child

    init() throws {
        child = try Child()
    }

    @Test func outlookWritesHTMLOnlyWithAPictureInside() throws {
        let opened = try child.fixture("outlook.eml")
        let letter = try #require(opened.letter)
        #expect(letter.from == [Letter.Mailbox(name: "Hélène Exemple", address: "helene.exemple@example.org")])
        #expect(letter.subject == "Contribution de XA à la discussion 2026-014")
        #expect(letter.date == 1_795_767_300)
        #expect(letter.messageID == "AM0PR01MB0001@example.org")
        #expect(opened.texts.map(\.fromHTML) == [true])
        #expect(
            opened.strings == [
                """
                ---

                kind: contribution

                discussion: 2026-014

                author:

                  name: Hélène Exemple

                  member: XA

                ---

                Chers collègues, l’office de XA a numérisé [son registre](https://example.org/registre).

                Schéma

                """
            ])
        #expect(opened.files.map(\.name) == ["image001.png", "plan numérique.pdf"])
        #expect(opened.files.map(\.traits) == [[.rewritten], []])
        #expect(opened.refusals.isEmpty)
    }

    @Test func gmailWritesBothFormsAndAttachesMarkdown() throws {
        let opened = try child.fixture("gmail.eml")
        #expect(opened.letter?.from.first?.name == "Анна Примерова")
        #expect(opened.letter?.references == ["letter-2026-014@example.net"])
        #expect(opened.texts.map(\.name) == [nil, "contribution.ru.md"])
        #expect(opened.strings.first?.hasPrefix("Уважаемые коллеги,\n\nмы делаем так же.\n") == true)
        #expect(opened.strings.last == "---\nkind: contribution\n---\n\n# Ответ\n")
        #expect(!opened.strings.joined().contains("HTML that says the same"))
    }

    @Test func appleMailHidesAttachmentsInTheHTMLForm() throws {
        let opened = try child.fixture("apple.eml")
        #expect(opened.strings == ["Buenos días:\n\nadjunto el plan.\n\nSaludos\n\n"])
        #expect(opened.files.map(\.name) == ["plan práctico.pdf"])
        #expect(opened.files.map(\.type) == ["application/pdf"])
    }

    @Test func thunderbirdFlowsLinesAndForwardsMailsAsAttachments() throws {
        let opened = try child.fixture("thunderbird.eml")
        #expect(opened.strings.first?.contains("It is about training examiners, and it would suit the next weeks well.\n") == true)
        #expect(opened.strings.first?.contains("> What do you need?\n> And when?\n") == true)
        #expect(opened.inner.map { $0.letter?.subject } == ["Topic for a discussion"])
        #expect(opened.inner.first?.letter?.from.first?.address == "colleague@example.org")
        #expect(opened.inner.first?.strings == ["How are examiners trained?\n"])
    }

    @Test func lotusNotesWritesChinese() throws {
        let opened = try child.fixture("lotus.eml")
        #expect(opened.letter?.subject == "关于培训的经验")
        #expect(opened.letter?.from.first?.name == "知识产权局")
        #expect(opened.strings == ["尊敬的同事：\n\n我们局的经验见附件。\n"])
        #expect(opened.files.map(\.name) == ["经验.pdf"])
    }

    @Test func oldProgramsWriteRawBytesInHeaders() throws {
        let opened = try child.fixture("cyrillic-raw.eml")
        #expect(opened.letter?.subject == "Вопрос о базе данных")
        #expect(opened.letter?.from.first?.name == "Иван Образцов")
        #expect(opened.strings == ["Здравствуйте, мы хотели бы узнать о базе данных.\n"])
    }

    @Test func arabicComesInWindows1256() throws {
        let opened = try child.fixture("arabic.eml")
        #expect(opened.letter?.subject == "مساهمة")
        #expect(opened.strings == ["السادة الزملاء،\n\nهذه مساهمتنا.\n"])
    }

    @Test func aReturnedMailIsNoSubmission() throws {
        let opened = try child.fixture("bounce.eml")
        #expect(opened.letter?.nature == [.deliveryReport, .automatic])
        #expect(opened.inner.map { $0.letter?.nature } == [[.deliveryReport]])
        #expect(opened.files.map(\.type) == ["message/delivery-status"])
    }

    @Test func anAnswerOfAProgramIsKnown() throws {
        #expect(try child.fixture("away.eml").letter?.nature == [.automatic])
    }

    @Test func anAnswerToAnInvitationIsKnown() throws {
        let opened = try child.fixture("invitation.eml")
        #expect(opened.letter?.nature == [.calendar])
        #expect(opened.strings == ["I will be there.\n"])
        #expect(opened.files.map(\.type) == ["text/calendar"])
    }
}
