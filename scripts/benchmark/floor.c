/* The floor of a build: what the Markdown library alone takes on one thread, with the reading and the writing.
 *
 *   floor CONTENT OUTPUT PAGES BYTES
 *
 * Reads every .md file under CONTENT, parses and renders it with libcmark-gfm and four of its extensions,
 * and writes PAGES files of BYTES bytes each into OUTPUT.
 */
#include <cmark-gfm-core-extensions.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void die(const char *what) {
    perror(what);
    exit(1);
}

static char *read_file(const char *path, size_t size) {
    FILE *file = fopen(path, "rb");
    char *text = malloc(size + 1);
    if (!file || !text || fread(text, 1, size, file) != size) die(path);
    fclose(file);
    return text;
}

static size_t render(const char *text, size_t size) {
    static const char *names[] = {"table", "strikethrough", "tasklist", "autolink"};
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (int i = 0; i < 4; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, text, size);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    size_t length = strlen(html);
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
    return length;
}

int main(int count, char **words) {
    if (count != 5) return fprintf(stderr, "usage: floor CONTENT OUTPUT PAGES BYTES\n"), 2;
    char *roots[] = {words[1], NULL};
    long pages = atol(words[3]), bytes = atol(words[4]), files = 0;
    size_t rendered = 0;
    cmark_gfm_core_extensions_ensure_registered();
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (!walk) die(words[1]);
    for (FTSENT *entry; (entry = fts_read(walk));) {
        if (entry->fts_info != FTS_F || entry->fts_namelen < 3 || strcmp(entry->fts_name + entry->fts_namelen - 3, ".md")) continue;
        char *text = read_file(entry->fts_path, entry->fts_statp->st_size);
        rendered += render(text, entry->fts_statp->st_size);
        free(text);
        files++;
    }
    fts_close(walk);
    if (mkdir(words[2], 0755)) die(words[2]);
    char *page = malloc(bytes + 1), path[4096];
    if (!page) die("malloc");
    memset(page, 'x', bytes);
    for (long i = 0; i < pages; i++) {
        snprintf(path, sizeof path, "%s/%ld.html", words[2], i);
        FILE *file = fopen(path, "wb");
        if (!file || fwrite(page, 1, bytes, file) != (size_t)bytes || fclose(file)) die(path);
    }
    free(page);
    printf("%ld files, %zu bytes of HTML, %ld pages\n", files, rendered, pages);
    return 0;
}
