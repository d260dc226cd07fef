/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* A place in a text, and the one way in which reading fails. It knows nothing
 * of dates. Messages are not translated: they quote the rules of a standard
 * and are read beside the file that broke them. */

G_DEFINE_QUARK (psg-edtf-error-quark, psg_edtf_error)

char
psg_edtf_reader_peek (const PsgEdtfReader *reader)
{
  return reader->text[reader->at];
}

gboolean
psg_edtf_reader_accept (PsgEdtfReader *reader,
                        char           wanted)
{
  if (psg_edtf_reader_peek (reader) != wanted)
    return FALSE;

  reader->at++;
  return TRUE;
}

gboolean
psg_edtf_reader_at (const PsgEdtfReader *reader,
                    const char          *wanted)
{
  return g_str_has_prefix (reader->text + reader->at, wanted);
}

/* What stands here, for a message. The text has been found to be UTF-8 before
 * it is read. */
char *
psg_edtf_reader_quote (const PsgEdtfReader *reader)
{
  const char *here = reader->text + reader->at;
  gunichar character = g_utf8_get_char (here);

  if (character == '\0')
    return g_strdup ("the end of the text");
  if (!g_unichar_isgraph (character))
    return g_strdup_printf ("U+%04X", character);

  return g_strdup_printf ("“%.*s”", (int) (g_utf8_next_char (here) - here), here);
}

/* Returns %FALSE, so that a rule can end in `return fail (…)`. */
gboolean
psg_edtf_reader_fail (PsgEdtfReader *reader,
                      gsize          offset,
                      PsgEdtfError   code,
                      const char    *section,
                      const char    *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (reader->error, PSG_EDTF_ERROR, code,
               "at offset %" G_GSIZE_FORMAT ": %s (%s)", offset, message, section);

  return FALSE;
}
