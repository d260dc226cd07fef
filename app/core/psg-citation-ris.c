/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-citation-private.h"

/*
 * RIS, as its specification of 2012 has it: a tag of two characters, two spaces, a hyphen, a space, the
 * value; lines end in CR LF; TY comes first and ER last. A value is one line, whatever is in it, so that
 * nothing can begin a tag of its own.
 */

static const char *
get_type (PsgKind kind)
{
  switch (kind)
    {
    case PSG_KIND_SOURCE:
      return "ELEC";
    case PSG_KIND_DOCUMENT:
    case PSG_KIND_PASSAGE:
      return "CHAP";
    case PSG_KIND_EVENT:
    case PSG_KIND_CROSSING:
    case PSG_KIND_CLAIM:
      return "ENCYC";
    case PSG_KIND_NONE:
    case PSG_KIND_PLACE:
    default:
      return "DATA";
    }
}

static void
add (GString    *record,
     const char *tag,
     const char *value)
{
  if (value != NULL)
    g_string_append_printf (record, "%s  - %s\r\n", tag, value);
}

/* YYYY/MM/DD/ with nothing between the slashes where nothing is stated. */
static char *
dup_date (const PsgEdtf *date)
{
  GString *text;
  int parts[3];
  guint n = psg_citation_get_date_parts (date, FALSE, parts);

  if (n == 0)
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, "%04d/", parts[0]);
  for (guint i = 1; i < 3; i++)
    if (i < n)
      g_string_append_printf (text, "%02d/", parts[i]);
    else
      g_string_append_c (text, '/');

  return g_string_free (text, FALSE);
}

static void
add_date (GString       *record,
          const PsgEdtf *date)
{
  g_autofree char *whole = dup_date (date);
  g_autofree char *year = whole != NULL ? g_strndup (whole, 4) : NULL;

  add (record, "PY", year);
  add (record, "DA", whole);
}

char *
psg_citation_to_ris (const PsgCitation *self)
{
  gboolean source = self->kind == PSG_KIND_SOURCE;
  g_autofree char *note = psg_citation_dup_note (self);
  g_autoptr (PsgEdtf) day = psg_edtf_new_day (self->accessed);
  g_autofree char *accessed = dup_date (day);
  GString *record = g_string_new (NULL);

  add (record, "TY", get_type (self->kind));
  add (record, "ID", self->key);
  add (record, "AU", self->author);
  add (record, "TI", self->title);
  add (record, "T2", source || self->kind == PSG_KIND_NONE ? NULL : self->collection);
  add (record, "PB", self->publisher);
  add_date (record, self->issued);
  add (record, "ET", source ? NULL : self->version);
  add (record, "LA", self->language);
  add (record, "UR", source ? self->url : self->link);
  add (record, "Y2", accessed);
  add (record, "N1", note);
  add (record, "ER", "");

  return g_string_free (record, FALSE);
}
