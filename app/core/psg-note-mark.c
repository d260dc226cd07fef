/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-mark.h"

#include <string.h>

/* What is shown of a note where many are. */

/* Of a title, in characters. */
#define MAX_TITLE 120
/* What is looked at of a line for it, in bytes. */
#define MAX_LINE 2000

/* Marks that Markdown puts before a line. */
static const char *
skip_marks (const char *line)
{
  line += strspn (line, " \t#>*-+");
  while (g_ascii_isdigit (*line))
    {
      const char *after = line + strspn (line, "0123456789");

      if ((*after != '.' && *after != ')') || after[1] != ' ')
        break;
      line = after + 2;
    }

  return line;
}

/* Whether the mark at @at, one of several alike, begins or ends something: an asterisk between spaces and an
 * underscore within a word stand for themselves. */
static gboolean
is_emphasis (const char *text,
             const char *at)
{
  const char *from = at, *to = at;
  gboolean before, after;

  while (from > text && from[-1] == *at)
    from--;
  while (*to == *at)
    to++;
  before = from > text && !g_ascii_isspace (from[-1]);
  after = *to != '\0' && !g_ascii_isspace (*to);
  if (*at == '_' && before && after)
    return g_ascii_ispunct (from[-1]) || g_ascii_ispunct (*to);

  return before || after;
}

/* Takes the marks of Markdown out of a line. */
static void
drop_marks (char *line)
{
  g_autofree char *marked = g_strdup (line);
  char *to = line;

  for (const char *at = marked; *at != '\0'; at++)
    {
      const char *end = at[0] == ']' && at[1] == '(' ? strchr (at, ')') : NULL;

      /* Of a link, where it leads. */
      if (end != NULL && memchr (marked, '[', at - marked) != NULL)
        at = end;
      else if (*at == '[' && strstr (at, "](") != NULL)
        continue;
      else if (*at != '`' && (strchr ("*_", *at) == NULL || !is_emphasis (marked, at)))
        *to++ = *at;
    }
  *to = '\0';
}

/* The first line that says something; %NULL if none does. */
static char *
dup_first_line (const char *text,
                gboolean    is_markdown)
{
  while (text != NULL && *text != '\0')
    {
      gsize length = strcspn (text, "\n\r");
      g_autofree char *whole = g_strndup (text, MIN (length, MAX_LINE));
      g_autofree char *line = g_utf8_make_valid (whole, -1);
      const char *words;

      if (is_markdown)
        drop_marks (line);
      words = skip_marks (line);

      if (*words != '\0')
        {
          const char *end = g_utf8_strlen (words, -1) > MAX_TITLE ? g_utf8_offset_to_pointer (words, MAX_TITLE) : NULL;
          g_autofree char *cut = end != NULL ? g_strndup (words, end - words) : g_strdup (words);

          g_strchomp (cut);
          return end != NULL ? g_strconcat (cut, "…", NULL) : g_steal_pointer (&cut);
        }
      text += length;
      text += strspn (text, "\n\r");
    }

  return NULL;
}

/**
 * psg_note_dup_title:
 * @note: a note
 *
 * Returns: (transfer full): an event's title; else its first line without the marks of Markdown; where it says
 *   nothing, the words it marks; empty if there are none
 */
char *
psg_note_dup_title (const PsgNote *note)
{
  char *title;

  if (note->event != NULL)
    return g_strdup (psg_own_event_get_title (note->event));

  title = dup_first_line (note->body, TRUE);
  if (title == NULL)
    title = dup_first_line (note->target.exact, FALSE);

  return title != NULL ? title : g_strdup ("");
}

PsgNoteMark *
psg_note_mark_new (const PsgNote *note)
{
  PsgNoteMark *self = g_new0 (PsgNoteMark, 1);

  self->id = g_strdup (note->id);
  self->collection = g_intern_string (note->collection);
  self->target = g_intern_string (note->target.id);
  self->title = psg_note_dup_title (note);
  self->kind = note->target.kind;
  self->colour = note->colour;
  self->status = note->status;
  self->bookmark = note->bookmark;
  self->review = note->review;
  self->has_span = note->target.has_span;
  self->span = note->target.span;
  self->latitude = note->target.latitude;
  self->longitude = note->target.longitude;
  self->own = note->event != NULL ? psg_note_ref (note) : NULL;

  return self;
}

PsgNoteMark *
psg_note_mark_copy (const PsgNoteMark *self)
{
  PsgNoteMark *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->own = self->own != NULL ? psg_note_ref (self->own) : NULL;

  return copy;
}

void
psg_note_mark_free (PsgNoteMark *self)
{
  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->own, psg_note_unref);
  g_free (self);
}
