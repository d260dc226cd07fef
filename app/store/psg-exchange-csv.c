/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <string.h>

/*
 * Notes as a table (RFC 4180), UTF-8 without a byte order mark, a header first, lines ended by CR LF.
 * The columns are described in data/notes/README.md.
 *
 * Spreadsheets calculate what begins like a formula, also where it came from a stranger's file. Such a text gets an
 * apostrophe before it, and so does one that begins with an apostrophe: whoever takes one apostrophe off the
 * front of a text has what the note says.
 */

static void
begin_cell (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
}

/* What spreadsheets take for the beginning of a formula, the full-width forms too. */
static gboolean
begins_like_a_formula (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  switch (first)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case '\'':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Every text is quoted: so a cell never ends with a line of its own. */
static void
add_text (GString    *out,
          const char *text)
{
  begin_cell (out);
  g_string_append_c (out, '"');
  if (text != NULL && begins_like_a_formula (text))
    g_string_append_c (out, '\'');
  for (const char *at = text; at != NULL && *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static void
add_lines (GString *out,
           GStrv    lines)
{
  g_autofree char *text = lines != NULL ? g_strjoinv ("\n", lines) : NULL;

  add_text (out, text);
}

static void
add_time (GString *out,
          gint64   time)
{
  g_autofree char *text = time != 0 ? psg_exchange_format_time (time) : NULL;

  add_text (out, text);
}

static void
add_flag (GString *out,
          gboolean flag)
{
  add_text (out, flag ? "true" : "false");
}

/* Numbers are ours, and are to stay numbers. */
static void
add_degrees (GString *out,
             gboolean known,
             double   degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (out);
  if (known)
    g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.7f", degrees));
  else
    g_string_append (out, "\"\"");
}

static void
add_count (GString *out,
           gboolean known,
           guint    count)
{
  begin_cell (out);
  if (known)
    g_string_append_printf (out, "%u", count);
  else
    g_string_append (out, "\"\"");
}

static void
add_span (GString             *out,
          const PsgNoteTarget *target)
{
  g_autofree char *span = target->has_span ? psg_exchange_format_span (&target->span) : g_strdup ("/");
  char *slash = strchr (span, '/');

  *slash = '\0';
  add_text (out, span);
  add_text (out, slash + 1);
}

static void
add_target (GString       *out,
            const PsgNote *note)
{
  const PsgNoteTarget *target = &note->target;
  gboolean is_place = target->kind == PSG_NOTE_ON_PLACE || (note->event != NULL && note->event->has_place);
  gboolean is_passage = target->kind == PSG_NOTE_ON_PASSAGE;

  add_text (out, note->collection);
  add_text (out, note->collection_version);
  add_text (out, target->id);
  add_degrees (out, is_place, target->latitude);
  add_degrees (out, is_place, target->longitude);
  add_span (out, target);
  add_text (out, target->prefix);
  add_text (out, target->suffix);
  add_count (out, is_passage, target->start);
  add_count (out, is_passage, target->end);
  add_count (out, target->page > 0, target->page);
}

/* (transfer full): a line for each source, with what there is of title, address and remark. */
static char *
dup_sources (const PsgOwnEvent *event)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; event->sources != NULL && i < event->sources->len; i++)
    {
      const PsgOwnSource *source = g_ptr_array_index (event->sources, i);
      const char *const parts[] = { source->title, source->url, source->remark };

      if (i > 0)
        g_string_append_c (lines, '\n');
      for (guint j = 0, n = 0; j < G_N_ELEMENTS (parts); j++)
        if (*parts[j] != '\0')
          g_string_append_printf (lines, "%s%s", n++ > 0 ? " · " : "", parts[j]);
    }

  return g_string_free (lines, FALSE);
}

static void
add_event (GString           *out,
           const PsgOwnEvent *event)
{
  g_autofree char *sources = event != NULL ? dup_sources (event) : NULL;

  add_text (out, event != NULL ? event->title : NULL);
  add_text (out, event != NULL ? event->date : NULL);
  add_text (out, event != NULL ? event->lane : NULL);
  add_text (out, event != NULL ? event->place : NULL);
  add_lines (out, event != NULL ? event->crossings : NULL);
  add_text (out, sources);
}

static void
add_note (GString       *out,
          const PsgNote *note)
{
  g_autofree char *link = psg_exchange_dup_link (note);

  add_text (out, note->id);
  add_text (out, psg_note_kind_get_name (note->target.kind));
  add_text (out, link);
  add_text (out, note->target.exact);
  add_text (out, note->body);
  add_lines (out, note->tags);
  add_text (out, psg_note_colour_get_name (note->colour));
  add_text (out, psg_note_status_get_name (note->status));
  add_flag (out, note->bookmark);
  add_flag (out, note->review);
  add_time (out, note->created);
  add_time (out, note->modified);
  add_time (out, note->deleted);
  add_target (out, note);
  add_lines (out, note->links);
  add_event (out, note->event);
  g_string_append (out, "\r\n");
}

/**
 * psg_exchange_write_csv:
 * @notes: (element-type PsgNote): notes; in the order in which they are written
 * @cancellable: (nullable): to stop it
 * @error: return location; only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the table
 */
GBytes *
psg_exchange_write_csv (GPtrArray     *notes,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GString) out = g_string_new ("id,kind,link,quotation,note,tags,colour,status,bookmark,review,"
                                          "created,modified,deleted,collection,version,subject,latitude,longitude,"
                                          "from,to,prefix,suffix,start,end,page,links,title,date,lane,place,"
                                          "crossings,sources\r\n");

  for (guint i = 0; i < notes->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_note (out, g_ptr_array_index (notes, i));
    }

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
