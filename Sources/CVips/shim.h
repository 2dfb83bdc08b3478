#include <vips/vips.h>
#include <vips/vector.h>
// Swift cannot call functions with a variable number of arguments; these take as many as are used.
static inline VipsImage *picture_read(const void *bytes, size_t count, const char *options) {
    return vips_image_new_from_buffer(bytes, count, options, NULL);
}
static inline int picture_write(VipsImage *image, const char *format, void **bytes, size_t *count) {
    return vips_image_write_to_buffer(image, format, bytes, count, NULL);
}
static inline int picture_turn(VipsImage *image, VipsImage **turned) { return vips_autorot(image, turned, NULL); }
static inline int picture_to_space(VipsImage *image, VipsImage **converted, VipsInterpretation space) {
    return vips_colourspace(image, converted, space, NULL);
}
static inline int picture_from_profile(VipsImage *image, VipsImage **converted) {
    return vips_icc_transform(image, converted, "srgb", "embedded", TRUE, NULL);
}
static inline unsigned long picture_on_progress(VipsImage *image, void (*progress)(VipsImage *, void *, void *), void *with) {
    return g_signal_connect(image, "eval", (GCallback) progress, with);
}
static inline int picture_copy(VipsImage *image, VipsImage **copy) { return vips_copy(image, copy, NULL); }
