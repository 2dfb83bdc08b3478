/// Runs the program under `strace`, which lets single calls to the system fail.
package enum Tracer {
    private static let path = "/usr/bin/strace"

    /// Whether it is there and may trace.
    package static let isPossible: Bool = {
        do {
            return try Program.run(executable: path, ["-qq", "-o", "/dev/null", "/bin/true"]).status == 0
        } catch {
            return false
        }
    }()

    /// Runs the program until it enters a call to the system, which kills it.
    ///
    /// - Parameters:
    ///   - call: the name of a system call.
    ///   - count: at which such call, from 1.
    package static func run(
        _ arguments: [String], killedAt call: String, _ count: Int, environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        let tracing = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(count)"]
        return try Program.run(executable: path, tracing + [Program.path] + arguments, environment: environment)
    }

    /// - Parameters:
    ///   - call: the name of a system call, which fails each time.
    ///   - error: the name of the error, as in `errno(3)`.
    package static func run(_ arguments: [String], refusing call: String, with error: String) throws -> Program.Outcome {
        let tracing = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):error=\(error)"]
        return try Program.run(executable: path, tracing + [Program.path] + arguments)
    }
}
