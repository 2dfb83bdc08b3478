/// Texts as participants send them, in the small forum's French room.
enum SentText {
    /// A contribution that nothing stands against.
    static func contribution(_ sentence: String = "Notre office a formé quarante examinateurs en deux ans.", extra: String = "") -> String {
        """
        ---
        kind: contribution
        discussion: 2026-002
        language: fr
        author: {name: Ana Exemple, position: Examinatrice, member: XA, email: ana@example.org}
        attribution: name
        terms: 2
        \(extra)---

        \(sentence) Les cours se donnent en petits groupes, et chaque stagiaire travaille ensuite avec une personne expérimentée de l’office.
        """.replacing("\n\n---", with: "\n---") + "\n"
    }

    /// A topic that a member proposes.
    static let topic = """
        ---
        kind: topic
        room: french
        language: fr
        title: Après le cours
        categories: [training]
        questions: [Que faites-vous après un cours ?]
        author: {name: Ana Exemple, member: XA, email: ana@example.org}
        attribution: member
        terms: 2
        ---

        Beaucoup d’offices donnent des cours. Ce qui suit le cours décide de son utilité, et nous aimerions en parler ensemble.
        """

    /// A text as a mail.
    static func mail(_ text: String, id: String, subject: String = "Contribution", references: String? = nil) -> String {
        """
        From: Ana Exemple <ana@example.org>
        To: submissions@example.org
        Subject: \(subject)
        Message-ID: <\(id)@example.org>
        \(references.map { "In-Reply-To: <\($0)@example.org>\nReferences: <\($0)@example.org>\n" } ?? "")Date: Mon, 23 Nov 2026 09:00:00 +0100
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        \(text)
        """
    }
}
