extension TemplateForum {
    /// `content/forum.yaml`.
    static let settings = """
        # The forum's settings. Every title is a map of languages; one that is missing falls back to the default language,
        # with a warning. Check with `rostrum check`, build with `rostrum build`.

        title: {en: Forum, fr: Forum, es: Foro, ar: المنتدى, zh: 论坛, ru: Форум}

        # One or two sentences for the home page.
        description:
          en: Where members exchange practices, tools and experience.
          fr: Un lieu d'échange sur les pratiques, les outils et les expériences des membres.
          es: Un espacio para intercambiar prácticas, herramientas y experiencias.
          ar: فضاء يتبادل فيه الأعضاء الممارسات والأدوات والتجارب.
          zh: 成员交流做法、工具和经验的场所。
          ru: Место обмена практикой, инструментами и опытом.

        # The address under which the folder site/ will be served, with / at the end. Replace it.
        base-url: https://example.org/forum/

        # The order of the language bar, and the language of everything that has no translation.
        languages: [ar, zh, en, fr, ru, es]
        default-language: en

        # Days begin and end here; a name of the IANA time zone database.
        time-zone: Europe/Zurich

        # Raise it when the terms of use change.
        terms-version: 1

        # Who takes part: `all` States, or a list of ISO 3166-1 codes such as [CH, FR]. A member whose usual name is not meant
        # is written {code: XA, name: {en: Sample State A}}.
        members: all

        # Where readers write to. Replace it.
        contact: forum@example.org
        # submissions-address: submissions@example.org

        # Who keeps strangers out. `sealed`: each page is ciphertext until a reader unlocks it. `server`: pages lie there as they
        # are, and the host's own login keeps strangers out; read what README says of it before using it.
        gate: sealed
        # Whether the forum has a host name of its own; only then can readers stay signed in.
        own-origin: false

        # What may be attached to a text, and how large it may be.
        # attachments: {types: [pdf, docx, xlsx, csv, png, jpg], largest: 25 MB}

        # Ready reasons for returning or rejecting a submission.
        # reasons: [{id: off-topic, title: {en: Not on the topic of this discussion}}]

        # Whether mails may tell what is sealed on the site. Mail is not sealed. With false, a digest has numbers with links, rooms,
        # dates and counts, and no title, no question, no text and no name of a person or State; with true it has those, and
        # the beginnings of texts, and replies to participants quote what they sent.
        # excerpts-in-mail: false

        # What a language costs a year, for the statistics.
        # costs: {currency: CHF, per-language: {en: 48294}}
        # statistics-page: false

        # The subjects of discussions and library entries.
        categories:
          - id: national-strategies
            title:
              en: National IP strategies and plans
              fr: Stratégies et plans nationaux de propriété intellectuelle
              es: Estrategias y planes nacionales de propiedad intelectual
              ru: Национальные стратегии и планы в области интеллектуальной собственности
              zh: 国家知识产权战略和规划
              ar: الاستراتيجيات والخطط الوطنية للملكية الفكرية
          - id: legislative-assistance
            title:
              en: Legislative and regulatory assistance
              fr: Assistance législative et réglementaire
              es: Asistencia legislativa y normativa
              ru: Законодательная и нормативная помощь
              zh: 立法和规章援助
              ar: المساعدة التشريعية والتنظيمية
          - id: office-infrastructure
            title:
              en: IP office infrastructure
              fr: Infrastructure des offices de propriété intellectuelle
              es: Infraestructura de las oficinas de propiedad intelectual
              ru: Инфраструктура ведомств интеллектуальной собственности
              zh: 知识产权局基础设施
              ar: البنية التحتية لمكاتب الملكية الفكرية
          - id: user-support
            title:
              en: User support systems (incl. TISCs)
              fr: Services d'appui aux utilisateurs (y compris les CATI)
              es: Servicios de apoyo a los usuarios (incluidos los CATI)
              ru: Поддержка пользователей (включая ЦПТИ)
              zh: 用户支持体系（含技术与创新支持中心）
              ar: نظم دعم المستخدمين (بما فيها مراكز دعم التكنولوجيا والابتكار)
          - id: training
            title:
              en: Training and human capacity building
              fr: Formation et renforcement des capacités humaines
              es: Formación y fortalecimiento de capacidades humanas
              ru: Обучение и укрепление кадрового потенциала
              zh: 培训和人的能力建设
              ar: التدريب وتكوين الكفاءات البشرية
          - id: innovation-access
            title:
              en: Innovation, creativity and access to knowledge and technologies
              fr: Innovation, créativité et accès aux savoirs et technologies
              es: Innovación, creatividad y acceso al conocimiento y la tecnología
              ru: Инновации, творчество и доступ к знаниям и технологиям
              zh: 创新、创造及知识和技术获取
              ar: الابتكار والإبداع والنفاذ إلى المعرفة والتكنولوجيا

        # Who decides in all rooms about what comes in; whom `moderators` names decides in their own.
        lead: [Forum secretariat]

        # Where discussions are held. `open` is `always`, or periods: [{from: 2026-11-23, until: 2026-12-18}].
        # With `categories: [training]` a room holds these only.
        rooms:
          - id: english
            title: {en: English room, fr: Salle anglaise, es: Sala inglesa, ru: Английский зал, zh: 英文讨论室, ar: القاعة الإنكليزية}
            languages: [en]
            moderators: [Forum secretariat]
            open: always
          - id: french
            title: {en: French room, fr: Salle française, es: Sala francesa, ru: Французский зал, zh: 法文讨论室, ar: القاعة الفرنسية}
            languages: [fr]
            moderators: [Secrétariat du forum]
            open: always
          - id: spanish
            title: {en: Spanish room, fr: Salle espagnole, es: Sala española, ru: Испанский зал, zh: 西班牙文讨论室, ar: القاعة الإسبانية}
            languages: [es]
            moderators: [Secretaría del foro]
            open: always

        """
}
