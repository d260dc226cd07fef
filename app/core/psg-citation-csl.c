/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-citation-private.h"

#include "psg-json-string.h"

/*
 * CSL-JSON: an array of one item with the types and variables of the Citation Style Language 1.0.2
 * (appendices III and IV) and the shapes of its schema, csl-data.json. Dates are `date-parts`, which more
 * programs read than the EDTF strings that came with 1.0.2; what does not fit these is `literal`.
 */

static const char *
get_type (PsgKind kind)
{
  switch (kind)
    {
    case PSG_KIND_SOURCE:
      return "webpage";
    case PSG_KIND_DOCUMENT:
    case PSG_KIND_PASSAGE:
      return "chapter";
    case PSG_KIND_EVENT:
    case PSG_KIND_CROSSING:
    case PSG_KIND_CLAIM:
      return "entry";
    case PSG_KIND_NONE:
    case PSG_KIND_PLACE:
    default:
      return "dataset";
    }
}

static void
add_name (GString    *item,
          const char *name)
{
  g_string_append (item, item->len > 0 ? ",\n    " : "    ");
  psg_json_append_string (item, name);
  g_string_append (item, ": ");
}

static void
add (GString    *item,
     const char *name,
     const char *value)
{
  if (value == NULL)
    return;
  add_name (item, name);
  psg_json_append_string (item, value);
}

static void
append_parts (GString   *item,
              const int *parts,
              guint      n)
{
  g_string_append_c (item, '[');
  for (guint i = 0; i < n; i++)
    g_string_append_printf (item, "%s%d", i > 0 ? ", " : "", parts[i]);
  g_string_append_c (item, ']');
}

static void
add_date (GString       *item,
          const char    *name,
          const PsgEdtf *date)
{
  int first[3], last[3];
  guint n_first, n_last;

  if (date == NULL)
    return;

  add_name (item, name);
  n_first = psg_citation_get_date_parts (date, FALSE, first);
  if (n_first == 0)
    {
      g_string_append (item, "{ \"literal\": ");
      psg_json_append_string (item, psg_edtf_get_text (date));
      g_string_append (item, " }");
      return;
    }

  g_string_append (item, "{ \"date-parts\": [");
  append_parts (item, first, n_first);
  n_last = (psg_edtf_get_flags (date) & PSG_EDTF_INTERVAL) != 0 ? psg_citation_get_date_parts (date, TRUE, last) : 0;
  if (n_last > 0)
    {
      g_string_append (item, ", ");
      append_parts (item, last, n_last);
    }
  g_string_append_c (item, ']');
  if ((psg_edtf_get_flags (date) & (PSG_EDTF_APPROXIMATE | PSG_EDTF_UNCERTAIN)) != 0)
    g_string_append (item, ", \"circa\": true");
  g_string_append (item, " }");
}

static void
add_author (GString    *item,
            const char *author)
{
  if (author == NULL)
    return;

  add_name (item, "author");
  g_string_append (item, "[{ \"literal\": ");
  psg_json_append_string (item, author);
  g_string_append (item, " }]");
}

char *
psg_citation_to_csl_json (const PsgCitation *self)
{
  gboolean source = self->kind == PSG_KIND_SOURCE;
  g_autofree char *note = psg_citation_dup_note (self);
  g_autoptr (PsgEdtf) accessed = psg_edtf_new_day (self->accessed);
  g_autoptr (GString) item = g_string_new (NULL);

  add (item, "id", self->key);
  add (item, "type", get_type (self->kind));
  add (item, "title", self->title);
  add_author (item, self->author);
  add (item, "publisher", self->publisher);
  /* Neither a source nor the collection itself lies in the collection. */
  add (item, "container-title", source || self->kind == PSG_KIND_NONE ? NULL : self->collection);
  add (item, "version", source ? NULL : self->version);
  add_date (item, "issued", self->issued);
  add_date (item, "event-date", self->date);
  add_date (item, "accessed", accessed);
  add (item, "URL", source ? self->url : self->link);
  add (item, "language", self->language);
  add (item, "note", note);

  return g_strdup_printf ("[\n  {\n%s\n  }\n]\n", item->str);
}
