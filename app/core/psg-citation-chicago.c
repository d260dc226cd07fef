/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-citation-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A note as The Chicago Manual of Style, 17th edition, has it: 14.205 to 14.210 for web pages and other
 * things found online, 14.12 for the day of access, which is told where there is no date. Dates are
 * written as in the rest of the app (6.38 and 9.35 allow the day before the month).
 */

/* Quotes within a quoted title are single (13.30). */
static char *
requote (const char *title)
{
  GString *text = g_string_new (NULL);
  gboolean open = FALSE;

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '"')
        c = (open = !open) ? 0x2018 : 0x2019;
      else if (c == 0x201C || c == 0x201E)
        c = 0x2018;
      else if (c == 0x201D)
        c = 0x2019;
      g_string_append_unichar (text, c);
    }

  return g_string_free (text, FALSE);
}

static gboolean
ends_a_sentence (const char *text)
{
  gunichar c = g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));

  return c == '?' || c == '!' || c == 0x2026;
}

/* The comma stands within the quotes, and not after a question mark (6.125). */
static void
append_title (GString    *text,
              const char *title,
              gboolean    comma)
{
  g_autofree char *quoted = requote (title);

  g_string_append_printf (text, "“%s%s”", quoted, comma && !ends_a_sentence (title) ? "," : "");
}

static void
append_part (GString    *text,
             const char *part)
{
  g_string_append_printf (text, "%s%s", g_str_has_suffix (text->str, "”") ? " " : ", ", part);
}

static void
append_date (GString       *text,
             const PsgEdtf *date)
{
  g_autofree char *words = date != NULL ? psg_edtf_format_display (date) : NULL;

  if (words != NULL)
    append_part (text, words);
}

static void
append_accessed (GString           *text,
                 const PsgCitation *self)
{
  g_autofree char *day = psg_day_format_long (self->accessed);
  g_autofree char *accessed = g_strdup_printf (_("accessed %s"), day);

  if (self->issued == NULL && self->date == NULL && psg_day_is_valid (self->accessed))
    append_part (text, accessed);
}

static void
append_source (GString           *text,
               const PsgCitation *self)
{
  append_title (text, self->title, TRUE);
  if (self->publisher != NULL)
    append_part (text, self->publisher);
  append_date (text, self->issued);
  append_accessed (text, self);
  if (self->url != NULL)
    append_part (text, self->url);
  if (self->archive_url != NULL)
    {
      g_autofree char *archived = g_strdup_printf (_("archived at %s"), self->archive_url);

      append_part (text, archived);
    }
}

static void
append_event (GString           *text,
              const PsgCitation *self)
{
  g_autofree char *date = self->date != NULL ? psg_edtf_format_display (self->date) : NULL;

  append_title (text, self->title, date == NULL);
  if (date != NULL)
    g_string_append_printf (text, " (%s)", date);
}

static void
append_text (GString           *text,
             const PsgCitation *self)
{
  if (self->quote != NULL)
    {
      append_title (text, self->quote, FALSE);
      /* Translators: between the words of a passage and the title of the document it is in */
      g_string_append_printf (text, " %s ", _("in"));
    }
  append_title (text, self->title, TRUE);
  if (self->section != NULL)
    {
      /* Translators: short for "section", before its heading */
      append_part (text, _("sec."));
      g_string_append_c (text, ' ');
      append_title (text, self->section, TRUE);
    }
  append_date (text, self->issued);
}

char *
psg_citation_to_chicago (const PsgCitation *self)
{
  g_autofree char *edition = psg_citation_dup_edition (self);
  g_autofree char *place = NULL;
  GString *text = g_string_new (NULL);

  if (self->author != NULL)
    g_string_append_printf (text, "%s, ", self->author);

  if (self->kind == PSG_KIND_SOURCE)
    {
      append_source (text, self);
      /* Translators: %s is a collection's title and version */
      place = g_strdup_printf (_("cited in %s"), edition);
      append_part (text, place);
    }
  else if (self->kind == PSG_KIND_NONE)
    {
      g_string_append (text, edition);
      append_accessed (text, self);
    }
  else
    {
      if (self->kind == PSG_KIND_EVENT)
        append_event (text, self);
      else
        append_text (text, self);
      /* Translators: %s is a collection's title and version */
      place = g_strdup_printf (_("in %s"), edition);
      append_part (text, place);
      append_accessed (text, self);
    }

  append_part (text, self->link);
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}
