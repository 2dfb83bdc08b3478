import Confinement
import Files
import Glibc

/// The other side of `MarkdownChild`: the program run anew, only to render and outline texts, within limits of its own.
///
/// It reads batches of texts from descriptor 0 and writes batches of results to descriptor 1 (one socket), and ends when the
/// other side does. It limits itself: processor time for each text, memory, no core dumps. It opens no file but `/proc`.
package enum MarkdownWorker {
    /// The one argument that makes the program a worker.
    package static let argument = "--markdown-worker"
    /// The first message of a worker.
    static let greeting = [UInt8]("rostrum-markdown-1".utf8)

    /// Call this before anything else in `main`: does not return where the program was started as a worker.
    package static func runIfAsked() {
        let arguments = CommandLine.arguments
        if arguments.count == 2, arguments[1] == argument { run() }
    }

    private static func run() -> Never {
        Confines.limit(memory: MarkdownLimits.memory)
        do {
            try Wire.send(greeting, to: 1)
            while true {
                let request = try Wire.receive(from: 0, limit: MarkdownLimits.answer)
                try Wire.send(answer(request), to: 1)
                // What a large text left of the heap would count against the next: another process takes the place.
                if Confines.memoryInUse > MarkdownLimits.heap { _exit(0) }
            }
        } catch {
            _exit(error == .closed ? 0 : 1)
        }
    }

    private static func answer(_ request: [UInt8]) -> [UInt8] {
        var reader = ByteReader(request)
        var writer = ByteWriter(reserving: request.count * 2)
        var begun = Confines.startTimer(seconds: MarkdownLimits.seconds)
        do throws(ByteReader.Malformed) {
            guard let request = MarkdownRequestCode(rawValue: try reader.int()) else { _exit(1) }
            for _ in 0..<(try reader.int()) {
                let text = try MarkdownText(from: &reader)
                // A call to the system for each text would cost as much as a short text does.
                if ContinuousClock.now - begun > .milliseconds(50) {
                    if Confines.isAlone(on: 1) { _exit(0) }
                    begun = Confines.startTimer(seconds: MarkdownLimits.seconds)
                }
                request.answer(text, to: &writer)
                if writer.bytes.count > MarkdownLimits.answer { _exit(Confines.outOfMemory) }
            }
        } catch {
            _exit(1)
        }
        return writer.bytes
    }
}
