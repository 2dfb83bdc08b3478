import Access
import Diagnostics
import Files

/// Where a report goes.
enum ReportOutput {
    /// Throws where the file cannot be a new one for the office alone; asked before anything is counted.
    static func require(_ path: String, _ common: CommonOptions) throws(Failure) {
        if let obstacle = try NamedPath.obstacle(path) {
            throw Failure("there is already \(obstacle) \(path)", remedy: "A report overwrites nothing: name another file.")
        }
        try common.place(path, for: .report)
    }

    /// To a new file, for its owner alone, or to standard output.
    static func write(_ bytes: [UInt8], to path: String?, _ common: CommonOptions) throws(Failure) {
        guard let path else { return try Console.result(bytes) }
        try FileSystem.create(path, bytes, mode: 0o600, flush: true)
        if !common.quiet { Console.note("The report is in \(path).") }
    }
}
