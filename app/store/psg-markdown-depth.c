/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-markdown-depth.h"

#include <string.h>

/* What nests too deeply, told from its first characters: each level costs a parser memory and time. */

/* How many markers of quotes and lists a line may begin with, before the parser
 * proper sees it. */
#define MAX_MARKERS 100

/* How many quote and list markers a line begins with, and how far it is indented:
 * either would make the parser nest. */
static gboolean
line_nests_too_deeply (const char *at,
                       const char *end)
{
  guint markers = 0;

  for (; at < end && strchr (" \t>*+-0123456789.)", *at) != NULL && *at != '\0'; at++)
    if (*at != ' ' && *at != '\t' && !g_ascii_isdigit (*at) && (at + 1 == end || at[1] != *at || *at == '>'))
      markers++;

  return markers > MAX_MARKERS;
}

/**
 * psg_markdown_find_deep_line:
 * @source: (array length=length): CommonMark
 * @length: in bytes
 *
 * Returns: the line, from 1, that nests too deeply for a parser to be bothered with, or 0
 */
guint
psg_markdown_find_deep_line (const char *source,
                             gsize       length)
{
  const char *end = source + length;
  guint line = 1;

  for (const char *at = source; at < end; line++)
    {
      const char *stop = memchr (at, '\n', end - at);

      stop = stop != NULL ? stop : end;
      if (line_nests_too_deeply (at, stop))
        return line;
      at = stop + 1;
    }

  return 0;
}
