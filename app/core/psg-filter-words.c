/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter-words.h"

#include <glib/gi18n-lib.h>

#include "psg-names.h"
#include "psg-terms.h"

/* A filter in words: for chips, and to say what in it names nothing. */

PsgFilterWords *
psg_filter_words_new (const char *term,
                      const char *text)
{
  PsgFilterWords *self = g_new0 (PsgFilterWords, 1);

  self->term = g_strdup (term);
  self->text = g_strdup (text);

  return self;
}

void
psg_filter_words_free (PsgFilterWords *self)
{
  g_free (self->term);
  g_free (self->text);
  g_free (self);
}

static void
add (GPtrArray  *words,
     const char *key,
     const char *value,
     const char *text)
{
  g_autofree char *term = psg_term_write (key, value);

  g_ptr_array_add (words, psg_filter_words_new (term, text));
}

static GPtrArray *
get_records (PsgCollection *collection,
             PsgNamed       kind)
{
  switch (kind)
    {
    case PSG_NAMED_LANE:
      return psg_collection_get_lanes (collection);
    case PSG_NAMED_CROSSING:
      return psg_collection_get_crossings (collection);
    case PSG_NAMED_PLACE:
    default:
      return psg_collection_get_places (collection);
    }
}

static const PsgText *
get_name (PsgNamed      kind,
          gconstpointer record)
{
  switch (kind)
    {
    case PSG_NAMED_LANE:
      return ((const PsgLane *) record)->name;
    case PSG_NAMED_CROSSING:
      return ((const PsgCrossing *) record)->short_name;
    case PSG_NAMED_PLACE:
    default:
      return ((const PsgPlace *) record)->name;
    }
}

/* What a term of names means here: the one that is meant, how many are, or what was typed. */
static char *
describe_name (PsgCollection *collection,
               PsgNamed       kind,
               const char    *value)
{
  GPtrArray *records = get_records (collection, kind);
  g_autoptr (GArray) found = psg_names_find (kind, records, value);
  const char *first;

  if (found->len == 0)
    return g_strdup (value);

  first = psg_text_get (get_name (kind, g_ptr_array_index (records, g_array_index (found, guint, 0))));
  if (found->len == 1)
    return g_strdup (first);

  /* Translators: a chip of the filter: what a person typed, and how many crossings or places are called so */
  return g_strdup_printf (_("%s (%u)"), value, found->len);
}

static void
add_names (GPtrArray         *words,
           PsgCollection     *collection,
           PsgNamed           kind,
           const char        *key,
           const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *text = describe_name (collection, kind, values[i]);

      add (words, key, values[i], text);
    }
}

static const char *
get_has_label (const char *word)
{
  static const struct
  {
    const char *word;
    const char *label;
  } labels[] = {
    { "claim", N_("With a claim") },
    { "crossing", N_("About a crossing") },
    { "document", N_("In a document") },
    { "note", N_("With a note of yours") },
    { "place", N_("With a place") },
    { "source", N_("With a source") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (word, labels[i].word))
      return _(labels[i].label);

  return word;
}

static char *
format_first_day (const char *date)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse (date, NULL);

  return psg_day_format_short (psg_edtf_get_earliest (edtf));
}

static void
add_dates (GPtrArray       *words,
           const PsgFilter *self)
{
  const char *range = psg_filter_get_range (self);
  const char *after = psg_filter_get_after (self), *before = psg_filter_get_before (self);

  if (range != NULL)
    {
      g_autoptr (PsgEdtf) date = psg_edtf_parse (range, NULL);
      g_autofree char *stretch = psg_edtf_format_display (date);
      gboolean certainly = psg_filter_get_range_mode (self) == PSG_RANGE_CERTAINLY;
      g_autofree char *text = certainly ? g_strdup_printf (_("Certainly %s"), stretch) : g_strdup (stretch);

      add (words, certainly ? "certainly:" : "during:", range, text);
    }
  if (after != NULL)
    {
      g_autofree char *day = format_first_day (after);
      /* Translators: a chip of the filter: only events on this day or later */
      g_autofree char *text = g_strdup_printf (_("From %s"), day);

      add (words, "after:", after, text);
    }
  if (before != NULL)
    {
      g_autofree char *day = format_first_day (before);
      /* Translators: a chip of the filter: only events before this day */
      g_autofree char *text = g_strdup_printf (_("Before %s"), day);

      add (words, "before:", before, text);
    }
}

/**
 * psg_filter_describe:
 * @self: a filter
 * @collection: whose events it filters
 *
 * Returns: (transfer full) (element-type PsgFilterWords): its terms, without the words to look up
 */
GPtrArray *
psg_filter_describe (const PsgFilter *self,
                     PsgCollection   *collection)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_filter_words_free);
  const char *const *has = psg_filter_get_has (self);

  add_names (words, collection, PSG_NAMED_LANE, "lane:", psg_filter_get_lanes (self));
  add_dates (words, self);
  if (psg_filter_get_area (self) != NULL)
    {
      g_autofree char *degrees = psg_geo_box_to_string (psg_filter_get_area (self));

      /* Translators: a chip of the filter: only events in a part of the map */
      add (words, "area:", degrees, _("In an area of the map"));
    }
  add_names (words, collection, PSG_NAMED_CROSSING, "crossing:", psg_filter_get_crossings (self));
  add_names (words, collection, PSG_NAMED_PLACE, "place:", psg_filter_get_places (self));
  for (guint i = 0; has[i] != NULL; i++)
    add (words, "has:", has[i], get_has_label (has[i]));

  return words;
}

static const char *
find_unknown (PsgCollection     *collection,
              PsgNamed           kind,
              const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (GArray) found = psg_names_find (kind, get_records (collection, kind), values[i]);

      if (found->len == 0)
        return values[i];
    }

  return NULL;
}

/**
 * psg_filter_find_unknown:
 * @self: a filter
 * @collection: whose events it filters
 *
 * Returns: (transfer full) (nullable): in a sentence, the first of its terms that names nothing here
 */
char *
psg_filter_find_unknown (const PsgFilter *self,
                         PsgCollection   *collection)
{
  const char *name;

  if ((name = find_unknown (collection, PSG_NAMED_LANE, psg_filter_get_lanes (self))) != NULL)
    return g_strdup_printf (_("No lane is called “%s”"), name);
  if ((name = find_unknown (collection, PSG_NAMED_CROSSING, psg_filter_get_crossings (self))) != NULL)
    return g_strdup_printf (_("No crossing is called “%s”"), name);
  if ((name = find_unknown (collection, PSG_NAMED_PLACE, psg_filter_get_places (self))) != NULL)
    return g_strdup_printf (_("No place is called “%s”"), name);

  return NULL;
}
