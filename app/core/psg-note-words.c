/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-words.h"

#include <glib/gi18n-lib.h>

#include "psg-date-range.h"

/* Notes in a word or a line each, and the colour of a sign that stands for several. */

/* A tooltip is no place for more. */
#define MAX_TITLES 6

/* (transfer none): what a note is called. */
const char *
psg_note_words_get_title (const PsgNoteMark *mark)
{
  return *mark->title != '\0' ? mark->title : _("Note without words");
}

/* (transfer full): “2 notes” */
char *
psg_note_words_dup_number (guint n)
{
  return g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
}

/* (transfer full): their titles, a line each, and how many more there are. */
char *
psg_note_words_dup_list (GPtrArray *marks)
{
  GString *text = g_string_new (NULL);
  guint shown = marks->len > MAX_TITLES + 1 ? MAX_TITLES : marks->len;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            psg_note_words_get_title (g_ptr_array_index (marks, i)));
  if (shown < marks->len)
    g_string_append_printf (text, ngettext ("\n… and %'u more", "\n… and %'u more", marks->len - shown),
                            marks->len - shown);

  return g_string_free (text, FALSE);
}

/* (transfer full): a stretch of time in full, without what is open of it: “1 May to 3 June 2021”. */
char *
psg_note_words_dup_time (const PsgTimeSpan *span)
{
  g_autofree char *edtf = psg_date_range_to_edtf (span);
  g_autoptr (PsgEdtf) date = psg_edtf_parse (edtf, NULL);

  return date != NULL ? psg_edtf_format_display (date) : g_steal_pointer (&edtf);
}

/* That of all of them; none where they differ, since one sign cannot have two. */
PsgNoteColour
psg_note_words_get_colour (GPtrArray *marks)
{
  PsgNoteColour colour = PSG_NOTE_NO_COLOUR;

  for (guint i = 0; i < marks->len; i++)
    {
      const PsgNoteMark *mark = g_ptr_array_index (marks, i);

      if (i > 0 && mark->colour != colour)
        return PSG_NOTE_NO_COLOUR;
      colour = mark->colour;
    }

  return colour;
}
