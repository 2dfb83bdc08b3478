/// Plain prose in each language, of a length that checks can say something of.
enum Texts {
    static let english =
        "Our office opened a help desk for small enterprises in the spring. It was staffed by two examiners who had worked with applicants"
        + " for many years, and the number of incomplete applications fell by a third within the first twelve months."
    static let french =
        "Notre office a ouvert au printemps un guichet d'assistance pour les petites entreprises. Deux examinateurs qui travaillent avec les"
        + " déposants depuis des années y ont été affectés, et le nombre de demandes incomplètes a baissé d'un tiers dans l'année."
    static let spanish =
        "Nuestra oficina abrió en primavera un servicio de ayuda para las pequeñas empresas. Fue atendido por dos examinadores que han"
        + " trabajado con los solicitantes durante muchos años, y el número de solicitudes incompletas disminuyó en un tercio en el primer año."
    static let russian =
        "Весной наше ведомство открыло службу поддержки для малых предприятий. В ней работают два эксперта, которые многие годы помогали"
        + " заявителям, и за первый год число неполных заявок сократилось на треть. Это был важный опыт для всех."
    static let arabic =
        "افتتح مكتبنا في الربيع مكتبا لمساعدة الشركات الصغيرة. وعمل فيه فاحصان من ذوي الخبرة الطويلة مع مودعي الطلبات على مدى سنوات، وانخفض عدد"
        + " الطلبات غير المكتملة إلى الثلثين في السنة الأولى. وقد كان هذا العمل مفيدا للمكتب في علاقته مع أصحاب الطلبات التي لم تكتمل."
    static let chinese =
        "今年春天，我局为小企业开设了服务台，由两名与申请人合作多年的审查员负责。在第一年里，不完整申请的数量减少了三分之一。这一做法的费用不高，其他局也可以采用。"
        + "我们还为地方的服务人员编写了一份简短的清单，说明了在提交申请之前应当检查的内容。"
    static let portuguese =
        "O nosso instituto abriu na primavera um balcão de apoio para as pequenas empresas. Foi atendido por dois examinadores que trabalharam"
        + " com os requerentes durante muitos anos, e o número de pedidos incompletos diminuiu em um terço no primeiro ano."
    static let ukrainian =
        "Навесні наше відомство відкрило службу підтримки для малих підприємств. У ній працюють два експерти, які багато років допомагали"
        + " заявникам, і за перший рік кількість неповних заявок скоротилася на третину. Це був важливий досвід для всіх."
    static let persian =
        "دفتر ما در بهار میز کمکی برای شرکت‌های کوچک باز کرد. دو کارشناس که سال‌ها با متقاضیان کار کرده‌اند در آن کار می‌کنند و شمار"
        + " درخواست‌های ناقص در سال نخست یک سوم کم شد. این تجربه برای همه گروه‌ها و پژوهشگران چیزهای زیادی داشت."
}
