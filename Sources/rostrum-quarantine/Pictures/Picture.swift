import CVips
import Glibc
import Quarantine

/// The only caller of libvips: decodes a picture and writes it anew. No pointer leaves this file.
enum Picture {
    /// Started when the first picture comes: mails without one do not wait for it.
    private static let isReady: Bool = {
        setenv("VIPSHOME", "/nonexistent", 1)  // no modules: none of the decoders in them is wanted
        guard vips_init("rostrum-quarantine") == 0 else { return false }
        vips_concurrency_set(1)
        vips_cache_set_max(0)
        vips_vector_set_enabled(0)  // its compiler wants memory that can be written and run
        vips_block_untrusted_set(1)
        vips_operation_block_set("VipsForeignLoad", 1)
        for decoder in PictureFormat.decoders { vips_operation_block_set(decoder, 0) }
        return true
    }()

    /// The picture turned upright, in sRGB or grey, without metadata, in the same format; the same bytes for the same picture. Nil where
    /// it cannot be decoded, has too many pixels, or takes too long.
    ///
    /// - Parameter time: seconds of processor time that it may take.
    static func rewritten(_ bytes: [UInt8], as format: PictureFormat, within time: Double) -> [UInt8]? {
        guard isReady, !format.losesFrames(bytes) else { return nil }
        defer { vips_error_clear() }
        return bytes.withUnsafeBytes { buffer in
            var needsAll = false
            do {
                guard let image = read(buffer, format, inOrder: true) else { return nil }
                defer { g_object_unref(image) }
                let pixels = Int(vips_image_get_width(image)) * Int(vips_image_get_height(image))
                guard pixels > 0, pixels <= QuarantineLimits.pixels else { return nil }
                needsAll = vips_image_get_orientation(image) > 1
            }
            guard let image = read(buffer, format, inOrder: !needsAll) else { return nil }
            return write(image, as: format, isLossless: format.isLossless(bytes), within: time)
        }
    }

    private static func read(_ buffer: UnsafeRawBufferPointer, _ format: PictureFormat, inOrder: Bool) -> UnsafeMutablePointer<VipsImage>? {
        picture_read(buffer.baseAddress, buffer.count, format.reading(inOrder: inOrder))
    }

    /// Frees the image.
    private static func write(
        _ image: UnsafeMutablePointer<VipsImage>, as format: PictureFormat, isLossless: Bool, within time: Double
    ) -> [UInt8]? {
        var image = image
        defer { g_object_unref(image) }
        func replace(_ body: (UnsafeMutablePointer<VipsImage>, UnsafeMutablePointer<UnsafeMutablePointer<VipsImage>?>) -> Int32) -> Bool {
            var next: UnsafeMutablePointer<VipsImage>?
            guard body(image, &next) == 0, let next else { return false }
            g_object_unref(image)
            image = next
            return true
        }
        if vips_image_get_orientation(image) > 1, !replace({ picture_turn($0, $1) }) { return nil }
        // A profile that is none, or of another kind of colours, is as good as none.
        if vips_image_get_typeof(image, "icc-profile-data") != 0 { _ = replace { picture_from_profile($0, $1) } }
        let isGrey = vips_image_get_bands(image) < 3
        let space = isGrey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB
        if vips_image_get_interpretation(image) != space || vips_image_get_format(image) != VIPS_FORMAT_UCHAR {
            guard replace({ picture_to_space($0, $1, space) }) else { return nil }
        }
        // A copy, as what is removed would be missing from an image that others share.
        guard replace({ picture_copy($0, $1) }) else { return nil }
        removeMetadata(of: image)
        let pixels = Int(vips_image_get_width(image)) * Int(vips_image_get_height(image))
        var deadline = ProcessorTime.spent + time
        vips_image_set_progress(image, 1)
        let watch: @convention(c) (UnsafeMutablePointer<VipsImage>?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Void = {
            image, _, end in
            guard let end, ProcessorTime.spent > end.load(as: Double.self) else { return }
            vips_image_set_kill(image, 1)
        }
        return withUnsafeMutableBytes(of: &deadline) { deadline in
            _ = picture_on_progress(image, watch, deadline.baseAddress)
            var data: UnsafeMutableRawPointer?
            var count = 0
            defer { g_free(data) }
            guard picture_write(image, format.writing(pixels: pixels, isLossless: isLossless), &data, &count) == 0, let data else {
                return nil
            }
            let written = Array(UnsafeRawBufferPointer(start: data, count: count))
            return format == .webp ? WebPFile.withoutMetadata(written) : written
        }
    }

    /// Leaves only how an animation runs. Not all of libvips' writers leave out what they are told to.
    private static func removeMetadata(of image: UnsafeMutablePointer<VipsImage>) {
        let kept: Set = ["page-height", "n-pages", "delay", "loop", "gif-delay", "gif-loop"]
        guard let fields = vips_image_get_fields(image) else { return }
        defer { g_strfreev(fields) }
        var index = 0
        while let field = fields[index] {
            if !kept.contains(String(cString: field)) { vips_image_remove(image, field) }
            index += 1
        }
    }
}
