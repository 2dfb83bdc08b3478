import Foundation
import ProgramUnderTest
import Submissions
import Testing

/// Names of files that no file system takes once they are written in Latin letters.
@Suite("Names that are too long") struct NameTests {
    @Test(arguments: ["文", "x", "ю"]) func aLongEndingStopsNothing(_ letter: String) throws {
        let forum = try OfficeForum()
        let ending = String(String(repeating: letter, count: 240).utf8.prefix(240)) ?? ""
        let name = "mails/a." + (ending.isEmpty ? "x" : ending)
        try forum.folder.write(name, SentText.contribution())
        try forum.must("inbox", "import", forum.root + "/" + name)
        try forum.must("review", "approve", "1")
        try forum.must("inbox", "list")
    }
}
