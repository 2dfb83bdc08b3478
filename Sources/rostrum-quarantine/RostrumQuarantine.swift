import Confinement
import Files
import Glibc
import Quarantine

/// The other side of `Quarantine`: opens what comes from outside, within limits of its own.
///
/// It reads one thing at a time from descriptor 0 and writes what it made of it to descriptor 1 (one socket), and ends when the other
/// side does.
@main
enum RostrumQuarantine {
    static func main() {
        MailParser.load()
        Confines.limit(memory: QuarantineLimits.memory)
        do {
            try Wire.send(Quarantine.greeting, to: 1)
            while true {
                let request = try Wire.receive(from: 0, limit: QuarantineLimits.bytes + 4_096)
                _ = Confines.startTimer(seconds: QuarantineLimits.processorSeconds)
                try Wire.send(answer(request), to: 1)
                if Confines.memoryInUse > QuarantineLimits.heap { _exit(0) }
            }
        } catch {
            _exit(error == .closed ? 0 : 1)
        }
    }

    private static func answer(_ request: [UInt8]) -> [UInt8] {
        var reader = ByteReader(request)
        do throws(ByteReader.Malformed) {
            let name = try reader.string()
            let bytes = Array(try reader.data())
            var writer = ByteWriter(reserving: bytes.count + 1_024)
            Opener.open(name: name, bytes).write(to: &writer)
            if writer.bytes.count > QuarantineLimits.answer { _exit(Confines.outOfMemory) }
            return writer.bytes
        } catch {
            _exit(1)
        }
    }
}
