extension TemplateForum {
    static let english = Texts(
        about: """
            ---
            title: About this forum
            order: 10
            menu: header
            ---
            In this forum, members exchange practices, tools, methodologies and experience. It is closed: only members and the
            organisation's staff can read it, each with a passphrase of their own.

            - A **discussion** is opened by a moderator, with questions to guide it. Members contribute in their own language.
            - When it closes, a **summary** says what was said, and later what came of it.
            - The **library** keeps practices, tools, methodologies and experience for those who come later.

            This page came with the forum. Say here who runs it, and for whom.

            """,
        help: """
            ---
            title: Help
            order: 20
            menu: header
            ---
            ## Reading

            Your passphrase opens the forum on any computer. It can be typed with or without hyphens, in capitals or small
            letters. It is yours: do not pass it on. If it is lost, ask the moderators for a new one; the old one then ends.

            Sign out when you leave a computer that others use.

            ## Languages

            The bar at the top leads to the same page in another language. What has not been translated is shown in its own
            language, and says so.

            ## Taking part

            Under *Contribute* stands a form for everything that can be sent; *Contribute to this discussion* and *Reply* open it
            with the beginning filled in. It saves a sealed file that only the moderators can open, and prepares the mail to which
            you attach it. It can be taken along as one file, and then works without a connection.

            ## Without the form

            A contribution is a text file with a short head, sent to the moderators by mail as an attachment.
            [contribution.txt](files/contribution.txt) is one to begin with; any editor opens it. Leave what you cannot fill in: a
            moderator completes it. You can also write in the mail itself: say which discussion and which question you answer,
            for which member you write, and whether your name may be shown. A moderator reads every text before it is published.

            See also the [terms of use](../terms-of-use/index.en.md).

            """,
        terms: """
            ---
            title: Terms of use
            order: 30
            menu: footer
            ---
            These terms came with the forum. Read them, change what does not fit, and raise `terms-version` in the settings
            when you do.

            ## Operation

            Moderators open discussions, review every text before it is published, and close each discussion with a summary.
            A text that is returned or rejected comes back with a reason.

            ## Security policy

            The forum is for members and the organisation's staff. A guest may be let into one discussion at a member's
            request. Passphrases are personal. What is read here is not for publication elsewhere.

            ## Content

            Write about the topic, from experience, and say where facts come from. Leave out personal data of others and
            whatever your office may not disclose.

            ## Community rules

            Be courteous; answer the argument, not the person. Moderators may shorten a text with its author's consent.

            ## Copyright

            Authors keep their rights, and allow the forum to keep, show and translate their texts. What is posted is kept
            until its removal is asked for: write to the moderators.

            """,
        welcome: """
            ---
            title: Welcome to the forum
            questions:
              - What would you like to learn from other members?
              - Which experience of yours could be useful to them?
            ---
            This first discussion is here to be changed: give it your topic and your questions, or remove its folder when you
            open the first one of your own.

            """)
}
