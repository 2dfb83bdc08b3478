import ArgumentParser
import Diagnostics

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, html

    /// How what is wrong is said beside it.
    var findings: FindingWriter.Format { self == .json ? .json : .text }
}
