extension TemplateForum {
    static let spanish = Texts(
        about: """
            ---
            title: Acerca del foro
            order: 10
            menu: header
            ---
            En este foro, los miembros intercambian prácticas, herramientas, metodologías y experiencias. Es un foro cerrado:
            solo pueden leerlo los miembros y el personal de la organización, cada cual con su propia frase de acceso.

            - Un moderador abre cada **debate** y lo orienta con preguntas. Cada miembro participa en su idioma.
            - Al cierre, un **resumen** recoge lo que se dijo y, más adelante, lo que resultó de ello.
            - La **biblioteca** conserva prácticas, herramientas, metodologías y experiencias para quienes lleguen después.

            Esta página venía con el foro. Indique aquí quién lo gestiona y para quién.

            """,
        help: """
            ---
            title: Ayuda
            order: 20
            menu: header
            ---
            ## Leer

            Su frase de acceso abre el foro en cualquier ordenador. Puede escribirse con o sin guiones, en mayúsculas o en
            minúsculas. Es personal: no la transmita. Si la pierde, pida otra a los moderadores; la anterior dejará de valer.

            Cierre la sesión al dejar un ordenador que usen otras personas.

            ## Idiomas

            La barra superior lleva a la misma página en otro idioma. Lo que no está traducido se muestra en su idioma original,
            con una indicación.

            ## Participar

            En *Contribuir* hay un formulario para todo lo que puede enviarse; *Contribuir a este debate* y *Responder* lo abren
            con el comienzo ya rellenado. Guarda un archivo sellado que solo los moderadores pueden abrir y prepara el mensaje al
            que usted lo adjunta. Se puede llevar: es entonces un solo archivo, que funciona sin conexión.

            ## Sin el formulario

            Una contribución es un archivo de texto con unas líneas al comienzo, que se envía a los moderadores como archivo
            adjunto. [contribution.txt](files/contribution.txt) sirve para empezar; lo abre cualquier editor. Deje lo que no sepa
            rellenar: un moderador lo completa. También puede escribir en el propio mensaje: indique a qué debate y a qué
            pregunta responde, por qué miembro escribe y si puede mostrarse su nombre. Un moderador lee cada texto antes de
            publicarlo.

            Véanse también las [condiciones de uso](../terms-of-use/index.es.md).

            """,
        terms: """
            ---
            title: Condiciones de uso
            order: 30
            menu: footer
            ---
            Estas condiciones venían con el foro. Léalas, cambie lo que no convenga y aumente entonces `terms-version` en los
            ajustes.

            ## Funcionamiento

            Los moderadores abren los debates, revisan cada texto antes de publicarlo y cierran cada debate con un resumen. Un
            texto devuelto o rechazado va acompañado de un motivo.

            ## Seguridad

            El foro está reservado a los miembros y al personal de la organización. A petición de un miembro, puede admitirse a
            un invitado en un debate determinado. Las frases de acceso son personales. Lo que aquí se lee no es para publicarlo
            en otro lugar.

            ## Contenido

            Escriba sobre el tema, a partir de su experiencia, e indique de dónde proceden los datos. No incluya datos
            personales de otras personas ni nada que su oficina no pueda divulgar.

            ## Normas de la comunidad

            Sea cortés; responda al argumento, no a la persona. Los moderadores pueden abreviar un texto con el consentimiento
            de su autor.

            ## Derecho de autor

            Los autores conservan sus derechos y autorizan al foro a conservar, mostrar y traducir sus textos. Lo publicado se
            conserva hasta que se pida su retirada: escriba a los moderadores.

            """,
        welcome: """
            ---
            title: Bienvenida al foro
            questions:
              - ¿Qué le gustaría aprender de otros miembros?
              - ¿Qué experiencia suya podría serles útil?
            ---
            Este primer debate está para cambiarlo: póngale su tema y sus preguntas, o elimine su carpeta cuando abra el primero
            de los suyos.

            """)
}
