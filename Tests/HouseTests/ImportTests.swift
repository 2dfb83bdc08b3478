import Foundation
import Testing

/// Holds every `import` line to the table in Sources/README.md, which SwiftPM does not.
struct ImportTests {
    private static let sources = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Sources").standardizedFileURL
    private static let toolchain: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

    private struct Row {
        let targets: [String]
        let mayImport: Set<String>
        let packages: Set<String>
    }

    private static func table() throws -> [Row] {
        let map = try String(contentsOf: sources.appendingPathComponent("README.md"), encoding: .utf8)
        return map.split(separator: "\n").drop { !$0.hasPrefix("| target |") }.dropFirst(2).prefix { $0.hasPrefix("|") }.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            }
            return Row(targets: cells[1], mayImport: Set(cells[3]), packages: Set(cells[4]))
        }
    }

    private static func imports(of target: String) throws -> [(file: String, module: String)] {
        let folder = sources.appendingPathComponent(target)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)).compactMap { $0 as? URL }
        return try files.filter { $0.pathExtension == "swift" }.flatMap { file in
            ImportScanner(try String(contentsOf: file, encoding: .utf8)).modules.map { (file.lastPathComponent, $0) }
        }
    }

    @Test func everyTargetStandsInTheTable() throws {
        let named = Set(try Self.table().flatMap(\.targets))
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { !$0.contains(".") }
        #expect(named == Set(folders))
    }

    @Test func importsKeepToTheTable() throws {
        for row in try Self.table() {
            for target in row.targets {
                let allowed = row.mayImport.union(row.packages).union(Self.toolchain)
                for (file, module) in try Self.imports(of: target) where !allowed.contains(module) {
                    Issue.record("\(target)/\(file) imports \(module), which the table does not allow")
                }
            }
        }
    }

    @Test func theTableRunsDownward() throws {
        var above: Set<String> = []
        for row in try Self.table() {
            #expect(row.mayImport.isSubset(of: above), "\(row.targets) import what stands below them")
            above.formUnion(row.targets)
        }
    }

    @Test func eachPackageHasOneTarget() throws {
        var users: [String: [String]] = [:]
        for row in try Self.table() {
            for package in row.packages { users[package, default: []] += row.targets }
        }
        for (package, targets) in users { #expect(targets.count == 1, "\(package) is imported by \(targets)") }
    }
}
