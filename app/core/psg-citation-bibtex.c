/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-citation-private.h"

/*
 * BibTeX, as "BibTeXing" (Patashnik, 8 February 1988) and the biblatex manual (3.19) have it. All
 * entries are @misc, which both know. What TeX takes for a command is written out as one; braces
 * never stand bare, because BibTeX counts them even after a backslash.
 */

static const char *
escape (char c)
{
  switch (c)
    {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '#':
      return "\\#";
    case '$':
      return "\\$";
    case '%':
      return "\\%";
    case '&':
      return "\\&";
    case '_':
      return "\\_";
    default:
      return NULL;
    }
}

static char *
dup_escaped (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (escape (*at) != NULL)
      g_string_append (escaped, escape (*at));
    else
      g_string_append_c (escaped, *at);

  return g_string_free (escaped, FALSE);
}

static void
add_raw (GString    *entry,
         const char *name,
         const char *value)
{
  if (value != NULL)
    g_string_append_printf (entry, "  %s = {%s},\n", name, value);
}

static void
add (GString    *entry,
     const char *name,
     const char *value)
{
  g_autofree char *escaped = value != NULL ? dup_escaped (value) : NULL;

  add_raw (entry, name, escaped);
}

/* Names are not taken apart and titles keep their capitals: braces within the braces. */
static void
add_whole (GString    *entry,
           const char *name,
           const char *value)
{
  g_autofree char *escaped = value != NULL ? dup_escaped (value) : NULL;
  g_autofree char *whole = escaped != NULL ? g_strdup_printf ("{%s}", escaped) : NULL;

  add_raw (entry, name, whole);
}

/* BibTeX reads year and month, biblatex the date (EDTF levels 0 and 1), which says more. */
static void
add_date (GString       *entry,
          const PsgEdtf *date)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };
  int parts[3];
  guint n = psg_citation_get_date_parts (date, FALSE, parts);

  if (n == 0)
    return;

  g_string_append_printf (entry, "  year = {%04d},\n", parts[0]);
  if (n > 1)
    g_string_append_printf (entry, "  month = %s,\n", months[parts[1] - 1]);
  if (psg_edtf_get_level (date) <= 1)
    add_raw (entry, "date", psg_edtf_get_text (date));
}

char *
psg_citation_to_bibtex (const PsgCitation *self)
{
  gboolean source = self->kind == PSG_KIND_SOURCE;
  g_autofree char *edition = psg_citation_dup_edition (self);
  g_autofree char *note = psg_citation_dup_note (self);
  g_autofree char *accessed = psg_day_format_iso (self->accessed);
  GString *entry = g_string_new (NULL);

  g_string_append_printf (entry, "@misc{%s,\n", self->key);
  add_whole (entry, "author", self->author);
  add_whole (entry, "title", self->title);
  add (entry, "howpublished", source ? self->publisher : edition);
  add_date (entry, self->issued);
  /* An address is taken as it is; it has neither braces nor backslashes. */
  add_raw (entry, "url", source ? self->url : self->link);
  add_raw (entry, "urldate", accessed);
  add (entry, "language", self->language);
  add (entry, "note", note);
  g_string_append (entry, "}\n");

  return g_string_free (entry, FALSE);
}
