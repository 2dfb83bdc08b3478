"""A made discussion that is long: the same one each time."""

import random

WORDS = "office examiner training first year application decision quality cost information service user strategy law patent trademark".split()
QUESTIONS = ["What do you do after a course?", "What did you stop doing?", "What would you ask of others?"]


def text(chance):
    """About 900 bytes: paragraphs, and a list."""
    def sentence():
        return " ".join(chance.choice(WORDS) for _ in range(chance.randrange(8, 18))).capitalize() + "."

    points = "\n".join(f"- {sentence()}" for _ in range(3))
    return " ".join(sentence() for _ in range(4)) + "\n\n" + points + "\n\n" + " ".join(sentence() for _ in range(3)) + "\n"


def answers(index):
    """The number of what a contribution answers: in each ten, six answer the first and two what came before them."""
    place = index % 10
    if place in (0, 9) or index < 10:
        return None
    return index - place if place < 7 else index - 1


def write(root, number="2026-090", count=300, guests=False, language="en"):
    """Writes the discussion below a forum's root, open at the time of the tests: question 3 has no answer, and contribution 0002 is withdrawn."""
    folder = root / "content/discussions" / number
    folder.mkdir(parents=True)
    (folder / "discussion.yaml").write_text(
        "room: english\ncategories: [training]\nopens: 2026-11-02\ncloses: 2026-12-11\n" + ("guests: true\n" if guests else ""), "utf-8")
    questions = "".join(f"  - {question}\n" for question in QUESTIONS)
    (folder / f"index.{language}.md").write_text(f"---\ntitle: A long discussion\nquestions:\n{questions}---\nMuch has been said.\n", "utf-8")
    chance = random.Random(1)
    for index in range(1, count + 1):
        contribution(folder, index, language, chance)
    (folder / f"0002.{language}.md").unlink()
    (folder / "0002.withdrawn.yaml").write_text("date: 2026-11-04\nrequested-by: author\n", "utf-8")
    return folder


def contribution(folder, index, language, chance=random.Random(2)):
    reply, state = answers(index), ["XA", "XB"][index % 2]
    head = [f"date: 2026-11-{2 + index // 20:02}", "role: participant", f"member: {state}", f"author: Person {index % 40}"]
    head += [f"reply-to: \"{reply:04}\""] if reply else [f"question: {1 + index % 2}"]
    (folder / f"{index:04}.{language}.md").write_text("---\n" + "\n".join(head) + "\n---\n" + text(chance), "utf-8")
