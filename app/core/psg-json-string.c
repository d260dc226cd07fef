/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json-string.h"

/* Writing JSON; it is read by the store. */

/**
 * psg_json_append_string:
 * @out: where to write
 * @text: UTF-8
 *
 * Writes a JSON string, quotes included, in the shortest form: only what RFC 8259
 * wants escaped is escaped.
 */
void
psg_json_append_string (GString    *out,
                        const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (out, "\\%c", *at);
      else if ((guchar) *at < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}
