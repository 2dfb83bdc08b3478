/* The least that reading mails can cost: GMime parses each file of a folder into a message, and nothing more.
 *
 *     parse-mails FOLDER
 */
#include <dirent.h>
#include <gmime/gmime.h>
#include <stdio.h>

int main(int count, char **words) {
    if (count != 2) return 2;
    g_mime_init();
    DIR *folder = opendir(words[1]);
    if (!folder) return 1;
    int parsed = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", words[1], entry->d_name);
        GMimeStream *stream = g_mime_stream_file_open(path, "r", NULL);
        if (!stream) return 1;
        GMimeParser *parser = g_mime_parser_new_with_stream(stream);
        GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
        if (!message) return 1;
        parsed++;
        g_object_unref(message);
        g_object_unref(parser);
        g_object_unref(stream);
    }
    closedir(folder);
    printf("%d\n", parsed);
    return 0;
}
