import CLinux

/// What becomes of memory that is no longer used.
package enum FreedMemory {
    /// Keeps it for what is needed next, up to 512 MB, in place of giving it back to the system and asking again:
    /// a build that makes and drops a page's texts thousands of times spends a twentieth of its time on that.
    package static func keep() {
        // M_TRIM_THRESHOLD, M_TOP_PAD and M_MMAP_THRESHOLD of mallopt(3); a refusal changes nothing.
        mallopt(-1, 512 << 20)
        mallopt(-2, 16 << 20)
        mallopt(-3, 32 << 20)
    }
}
