import Foundation
import ProgramUnderTest
import Testing

@Suite("The plan of the weeks") struct DiscussionPlanTests {
    private let forum: OfficeForum

    init() throws { forum = try OfficeForum() }

    private func topic(_ title: String, room: String) -> String {
        """
        ---
        kind: topic
        room: \(room)
        title: "\(title)"
        language: \(room == "french" ? "fr" : "en")
        categories: [training]
        author: {name: Ana Exemple, member: XA, email: ana@example.org}
        attribution: name
        terms: 2
        ---
        Our office would like to hear what others do when a course is over, and what they have stopped doing since then.
        """
    }

    @Test func weeksOfEachRoom() throws {
        let plan = try Program.run(forum.call(["discussion", "plan", "--weeks", "4"]))
        #expect(plan.status == 0, "\(plan.notes)")
        #expect(
            plan.output
                == """
                Room english
                  week of 2026-11-23  ! nothing opens
                  week of 2026-11-30  ! nothing opens
                  week of 2026-12-07  2026-12-07  2026-003  “Announced only”
                  week of 2026-12-14  ! nothing opens
                Room french
                  week of 2026-11-23  ! nothing opens
                  week of 2026-11-30  ! nothing opens
                  week of 2026-12-07  ! nothing opens
                  week of 2026-12-14  ! nothing opens

                Without a topic in the room english: the weeks of 2026-11-23, 2026-11-30, 2026-12-14.
                Next: rostrum discussion open --room english --category NAME --opens 2026-11-23
                Without a topic in the room french: the weeks of 2026-11-23, 2026-11-30, 2026-12-07, 2026-12-14.
                Next: rostrum discussion open --room french --category NAME --opens 2026-11-23

                """)
        #expect(!forum.folder.exists("office"))
    }

    /// The French room is open until Friday, 18 December.
    @Test func closedWeeksAreNotReported() throws {
        let plan = try Program.run(forum.call(["discussion", "plan", "--room", "french", "--weeks", "3"], now: "2026-12-17T09:00:00Z"))
        #expect(plan.output.contains("week of 2026-12-14  ! nothing opens\n  week of 2026-12-21  closed\n  week of 2026-12-28  closed\n"))
        #expect(plan.output.contains("the week of 2026-12-14.\n") && plan.output.contains("--opens 2026-12-17"))
        let later = try Program.run(forum.call(["discussion", "plan", "--room", "french", "--weeks", "1"], now: "2026-12-19T09:00:00Z"))
        #expect(later.output.contains("week of 2026-12-14  closed\n"))
    }

    /// Sunday at 23:30 UTC is Monday in Zurich.
    @Test func weeksAreThoseOfTheForum() throws {
        let plan = try Program.run(forum.call(["discussion", "plan", "--weeks", "1"], now: "2026-11-29T23:30:00Z"))
        #expect(plan.output.contains("week of 2026-11-30") && !plan.output.contains("2026-11-23"))
        let sunday = try Program.run(forum.call(["discussion", "plan", "--weeks", "1"], now: "2026-11-29T22:30:00Z"))
        #expect(sunday.output.contains("week of 2026-11-23"))
    }

    @Test func eightWeeksAcrossTheYear() throws {
        let plan = try Program.run(forum.call(["discussion", "plan", "--room", "english", "--format", "json"]))
        let lines = plan.output.split(separator: "\n").map { Data($0.utf8) }
        let weeks = try lines.map { try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any]) }
        #expect(weeks.count == 8)
        #expect(weeks.last?["week"] as? String == "2027-01-11" && weeks.last?["state"] as? String == "planned")
        #expect(((weeks.last?["opens"] as? [[String: Any]])?.first?["discussion"]) as? String == "2026-004")
        #expect(weeks.first?["state"] as? String == "empty")
    }

    @Test func topicsOfTheInbox() throws {
        try forum.folder.write("topics/1.md", topic("Waiting \u{202E}one", room: "french"))
        try forum.folder.write("topics/2.md", topic("Scheduled one", room: "english"))
        try forum.must("inbox", "import", forum.path("topics/1.md"))
        try forum.must("inbox", "import", forum.path("topics/2.md"))
        let scheduled = try forum.rostrum([
            "review", "schedule", "2", "--on", "2026-12-01", "--accept", "sender-unknown",
        ])
        try #require(scheduled.status == 0, "\(scheduled.notes)")
        let plan = try Program.run(forum.call(["discussion", "plan", "--weeks", "2"])).output
        #expect(plan.contains("week of 2026-11-30  2026-12-01  submission 2  “Scheduled one”"), "\(plan)")
        #expect(plan.contains("Topics that wait in the inbox:\n  submission 1  for french  “Waiting \u{FFFD}one”\n"), "\(plan)")
        #expect(plan.contains("rostrum inbox show 1"))
        let english = try Program.run(forum.call(["discussion", "plan", "--weeks", "2", "--room", "english"])).output
        #expect(!english.contains("Waiting"))
    }

    @Test func mistakes() throws {
        try forum.refuses(["discussion", "plan", "--room", "frnch"], saying: "Did you mean \"french\"?")
        try forum.refuses(["discussion", "plan", "--weeks", "0"], saying: "1 to 520")
    }
}
