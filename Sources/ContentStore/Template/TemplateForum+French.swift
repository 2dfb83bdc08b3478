extension TemplateForum {
    static let french = Texts(
        about: """
            ---
            title: À propos du forum
            order: 10
            menu: header
            ---
            Dans ce forum, les membres échangent pratiques, outils, méthodes et expériences. Il est fermé : seuls les membres
            et le personnel de l'organisation peuvent le lire, chacun avec sa propre phrase de passe.

            - Une **discussion** est ouverte par un modérateur, qui l'oriente par des questions. Chaque membre contribue dans sa
              langue.
            - À la clôture, une **synthèse** résume ce qui a été dit et, plus tard, ce qui en est résulté.
            - La **bibliothèque** conserve pratiques, outils, méthodes et expériences pour ceux qui viendront après.

            Cette page a été livrée avec le forum. Indiquez ici qui le gère, et pour qui.

            """,
        help: """
            ---
            title: Aide
            order: 20
            menu: header
            ---
            ## Lire

            Votre phrase de passe ouvre le forum sur n'importe quel ordinateur. Elle se saisit avec ou sans traits d'union, en
            majuscules ou en minuscules. Elle est personnelle : ne la transmettez pas. Si elle est perdue, demandez-en une
            nouvelle aux modérateurs ; l'ancienne cesse alors d'être valable.

            Déconnectez-vous en quittant un ordinateur que d'autres utilisent.

            ## Langues

            La barre en haut de la page mène à la même page dans une autre langue. Ce qui n'est pas traduit est présenté dans sa
            langue d'origine, avec une mention.

            ## Participer

            Sous *Contribuer* se trouve un formulaire pour tout ce qui peut être envoyé ; *Contribuer à cette discussion* et
            *Répondre* l'ouvrent avec le début déjà rempli. Il enregistre un fichier scellé que seuls les modérateurs peuvent
            ouvrir, et prépare le courriel auquel vous le joignez. Il peut être emporté : c'est alors un seul fichier, qui
            fonctionne sans connexion.

            ## Sans le formulaire

            Une contribution est un fichier de texte précédé de quelques lignes, envoyé aux modérateurs en pièce jointe.
            [contribution.txt](files/contribution.txt) permet de commencer ; tout éditeur l'ouvre. Laissez ce que vous ne
            savez pas remplir : un modérateur le complète. Vous pouvez aussi écrire dans le courriel lui-même : précisez la
            discussion et la question auxquelles vous répondez, le membre pour lequel vous écrivez, et si votre nom peut être
            indiqué. Un modérateur lit chaque texte avant sa publication.

            Voir aussi les [conditions d'utilisation](../terms-of-use/index.fr.md).

            """,
        terms: """
            ---
            title: Conditions d'utilisation
            order: 30
            menu: footer
            ---
            Ces conditions ont été livrées avec le forum. Lisez-les, modifiez ce qui ne convient pas, et augmentez alors
            `terms-version` dans les réglages.

            ## Fonctionnement

            Les modérateurs ouvrent les discussions, relisent chaque texte avant sa publication et closent chaque discussion par
            une synthèse. Un texte renvoyé ou refusé est accompagné d'un motif.

            ## Sécurité

            Le forum est réservé aux membres et au personnel de l'organisation. À la demande d'un membre, un invité peut être
            admis à une discussion donnée. Les phrases de passe sont personnelles. Ce qui se lit ici n'est pas destiné à être
            publié ailleurs.

            ## Contenu

            Écrivez sur le sujet, à partir de votre expérience, et indiquez l'origine des faits. N'écrivez ni données
            personnelles d'autrui, ni rien que votre office ne puisse divulguer.

            ## Règles de la communauté

            Soyez courtois ; répondez à l'argument, non à la personne. Les modérateurs peuvent abréger un texte avec l'accord de
            son auteur.

            ## Droit d'auteur

            Les auteurs conservent leurs droits et autorisent le forum à conserver, présenter et traduire leurs textes. Ce qui
            est publié est conservé jusqu'à ce que son retrait soit demandé : écrivez aux modérateurs.

            """,
        welcome: """
            ---
            title: Bienvenue sur le forum
            questions:
              - Que souhaitez-vous apprendre des autres membres ?
              - Laquelle de vos expériences pourrait leur être utile ?
            ---
            Cette première discussion est faite pour être modifiée : donnez-lui votre sujet et vos questions, ou supprimez son
            dossier quand vous ouvrirez la première des vôtres.

            """)
}
