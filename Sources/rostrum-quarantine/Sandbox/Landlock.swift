import CSeccomp
import Glibc

/// The kernel's wall around files: nothing is reached by a path but what stands in the list. By its system calls, as no library
/// has them; see landlock(7).
enum Landlock {
    /// The kernel's version of it; 0 where there is none.
    static var version: Int { max(0, system_call(444, nil, 0, 1, 0)) }

    /// Leaves only the folders readable, with all in them. Best effort: kernels before 5.13 have no such thing.
    static func restrict(reading folders: [String]) {
        let version = version
        guard version > 0 else { return }
        // Rights over files, of version 1, 2, 3 and 5; over TCP, of version 4; over signals and sockets by name, of version 6.
        let files: UInt64 = 0x1FFF | (version >= 2 ? 1 << 13 : 0) | (version >= 3 ? 1 << 14 : 0) | (version >= 5 ? 1 << 15 : 0)
        let rules: [UInt64] = [files, version >= 4 ? 0b11 : 0, version >= 6 ? 0b11 : 0]
        let size = version >= 6 ? 24 : version >= 4 ? 16 : 8
        let rulesets = rules.withUnsafeBytes { system_call(444, $0.baseAddress, UInt(size), 0, 0) }
        guard rulesets >= 0 else { return }
        let ruleset = Int32(rulesets)
        defer { close(ruleset) }
        for folder in folders { allow(folder, in: ruleset) }
        _ = system_call(446, UnsafeRawPointer(bitPattern: Int(ruleset)), 0, 0, 0)
    }

    private static func allow(_ folder: String, in ruleset: Int32) {
        let path: Int32 = 0o10000000  // O_PATH, which Swift does not see
        let descriptor = Glibc.open(folder, path | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // `landlock_path_beneath_attr` is packed: the rights to read files and folders, then the descriptor.
        var attribute: [UInt8] = []
        withUnsafeBytes(of: UInt64(0b1100)) { attribute.append(contentsOf: $0) }
        withUnsafeBytes(of: descriptor) { attribute.append(contentsOf: $0) }
        attribute.withUnsafeBytes { bytes in
            guard let address = bytes.baseAddress else { return }
            _ = system_call(445, UnsafeRawPointer(bitPattern: Int(ruleset)), 1, UInt(bitPattern: address), 0)
        }
    }
}
