/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json-writer.h"

#include "psg-json-string.h"

#include <math.h>

/* JSON that people can read and programs compare byte by byte. */

static void
begin (PsgJsonWriter *self,
       const char    *name)
{
  if (self->begun)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth * 2, "");
  if (name != NULL)
    {
      psg_json_append_string (self->text, name);
      g_string_append (self->text, ": ");
    }
  self->begun = TRUE;
}

/* @bracket: `{` or `[` */
void
psg_json_writer_open (PsgJsonWriter *self,
                      const char    *name,
                      char           bracket)
{
  begin (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->begun = FALSE;
}

/* @bracket: the one that fits */
void
psg_json_writer_close (PsgJsonWriter *self,
                       char           bracket)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (self->begun)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth * 2, "");
  g_string_append_c (self->text, bracket);
  self->begun = TRUE;
}

/* @value: UTF-8 */
void
psg_json_writer_string (PsgJsonWriter *self,
                        const char    *name,
                        const char    *value)
{
  begin (self, name);
  psg_json_append_string (self->text, value);
}

void
psg_json_writer_count (PsgJsonWriter *self,
                       const char    *name,
                       guint          value)
{
  begin (self, name);
  g_string_append_printf (self->text, "%u", value);
}

/* As few digits as give the same number again. @value: finite */
void
psg_json_writer_number (PsgJsonWriter *self,
                        const char    *name,
                        double         value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (isfinite (value));

  for (guint precision = 15; precision <= 17; precision++)
    {
      char format[] = { '%', '.', '1', '0' + precision % 10, 'g', '\0' };

      g_ascii_formatd (digits, sizeof digits, format, value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }

  begin (self, name);
  g_string_append (self->text, digits);
}

void
psg_json_writer_flag (PsgJsonWriter *self,
                      const char    *name,
                      gboolean       value)
{
  begin (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/* (transfer full): what was written, with a line end after it. Nothing more can be. */
GBytes *
psg_json_writer_end (PsgJsonWriter *self)
{
  g_assert (self->depth == 0);

  g_string_append_c (self->text, '\n');

  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}

void
psg_json_writer_clear (PsgJsonWriter *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}
