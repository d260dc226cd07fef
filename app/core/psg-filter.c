/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-terms.h"

/*
 * Which events are shown, as a value that prints and parses: what a chip
 * toggles, what a person types and what `win.set-filter` takes are one thing.
 * It decides on rows in psg-filter-apply.c; it does not search the text itself (the
 * collection does).
 */

G_DEFINE_BOXED_TYPE (PsgFilter, psg_filter, psg_filter_ref, psg_filter_unref)

/* More than anybody types; a D-Bus call could carry more. */
#define MAX_LENGTH 4096

/* The terms that take a date. */
static const struct
{
  const char *key;
  PsgFilterDateKind kind;
  PsgRangeMode mode;
} date_terms[] = {
  { "during:", PSG_FILTER_RANGE, PSG_RANGE_POSSIBLY },
  { "certainly:", PSG_FILTER_RANGE, PSG_RANGE_CERTAINLY },
  { "after:", PSG_FILTER_AFTER, PSG_RANGE_POSSIBLY },
  { "before:", PSG_FILTER_BEFORE, PSG_RANGE_POSSIBLY },
};

const PsgFilterHasWord psg_filter_has_words[] = {
  { "claim", PSG_KIND_CLAIM },
  { "crossing", PSG_KIND_CROSSING },
  { "document", PSG_KIND_DOCUMENT },
  { "note", PSG_KIND_NOTE },
  { "place", PSG_KIND_PLACE },
  { "source", PSG_KIND_SOURCE },
};
const guint psg_n_filter_has_words = G_N_ELEMENTS (psg_filter_has_words);

/* What a text is taken apart into. */
typedef struct
{
  GStrvBuilder *lanes;
  GStrvBuilder *crossings;
  GStrvBuilder *places;
  GStrvBuilder *has;
  GStrvBuilder *words;
  GStrvBuilder *typed;
  GHashTable *seen;
} Parts;

static void
psg_filter_clear (gpointer data)
{
  PsgFilter *self = data;

  g_free (self->text);
  g_free (self->query);
  g_free (self->typed);
  g_free (self->problem);
  g_strfreev (self->lanes);
  g_strfreev (self->crossings);
  g_strfreev (self->places);
  g_strfreev (self->has);
  g_free (self->area);
  for (guint i = 0; i < PSG_FILTER_N_DATES; i++)
    g_free (self->dates[i].text);
}

static void
append_words (GString    *text,
              const char *words)
{
  if (*words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words);
}

static void
append_term (GString    *text,
             const char *key,
             const char *value)
{
  g_autofree char *term = psg_term_write (key, value);

  append_words (text, term);
}

static void
append_terms (GString    *text,
              const char *key,
              GStrv       values)
{
  for (guint i = 0; values[i] != NULL; i++)
    append_term (text, key, values[i]);
}

static const char *
get_date (const PsgFilter  *self,
          PsgFilterDateKind kind)
{
  return self->dates[kind].text;
}

/* Writes the text that the parts are read from. */
static PsgFilter *
seal (PsgFilter *self)
{
  GString *text = g_string_new (NULL);

  append_terms (text, "lane:", self->lanes);
  append_terms (text, "crossing:", self->crossings);
  append_terms (text, "place:", self->places);
  append_terms (text, "has:", self->has);
  if (self->area != NULL)
    append_term (text, "area:", self->area);
  for (guint i = 0; i < G_N_ELEMENTS (date_terms); i++)
    if (get_date (self, date_terms[i].kind) != NULL &&
        (date_terms[i].kind != PSG_FILTER_RANGE || date_terms[i].mode == self->mode))
      append_term (text, date_terms[i].key, get_date (self, date_terms[i].kind));
  append_words (text, self->typed);

  g_free (self->text);
  self->text = g_string_free (text, FALSE);

  return self;
}

/* To be changed and sealed. */
static PsgFilter *
copy (const PsgFilter *self)
{
  PsgFilter *filter = g_atomic_rc_box_new0 (PsgFilter);

  filter->query = g_strdup (self->query);
  filter->typed = g_strdup (self->typed);
  filter->problem = g_strdup (self->problem);
  filter->lanes = g_strdupv (self->lanes);
  filter->crossings = g_strdupv (self->crossings);
  filter->places = g_strdupv (self->places);
  filter->has = g_strdupv (self->has);
  filter->area = g_strdup (self->area);
  filter->area_box = self->area_box;
  filter->mode = self->mode;
  for (guint i = 0; i < PSG_FILTER_N_DATES; i++)
    {
      filter->dates[i].text = g_strdup (self->dates[i].text);
      filter->dates[i].span = self->dates[i].span;
    }

  return filter;
}

static gboolean
read_date (PsgFilterDateKind kind,
           const char       *text,
           PsgTimeSpan      *span,
           GError          **error)
{
  PsgTimeSpan whole = psg_time_span_from_days (PSG_DAY_MIN, PSG_DAY_MAX);

  if (!psg_date_range_read (text, span, error))
    return FALSE;
  if (kind == PSG_FILTER_RANGE)
    return TRUE;

  if (span->start <= whole.start)
    {
      g_set_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_RANGE, _("“%s” does not begin on any day"), text);
      return FALSE;
    }

  if (kind == PSG_FILTER_AFTER)
    span->end = whole.end;
  else
    *span = (PsgTimeSpan) { whole.start, span->start };

  return TRUE;
}

static gboolean
set_date (PsgFilter        *self,
          PsgFilterDateKind kind,
          PsgRangeMode      mode,
          const char       *text,
          GError          **error)
{
  PsgTimeSpan span;

  if (!read_date (kind, text, &span, error))
    return FALSE;

  g_free (self->dates[kind].text);
  self->dates[kind].text = g_strdup (text);
  self->dates[kind].span = span;
  if (kind == PSG_FILTER_RANGE)
    self->mode = mode;

  return TRUE;
}

/* The sentence of an EDTF error, without the offset before it and the section of the
 * standard behind it, which serve those who write collections. */
static char *
simplify (const char *message)
{
  const char *sentence = g_str_has_prefix (message, "at offset ") ? strstr (message, ": ") : NULL;
  const char *section = strrchr (message, '(');

  if (sentence == NULL || section == NULL || section < sentence)
    return g_strdup (message);

  return g_strchomp (g_strndup (sentence + strlen (": "), section - sentence - strlen (": ")));
}

/* A term that cannot be read stays among the words, is not looked up, and the first is told. */
static void
leave_aside (PsgFilter  *self,
             Parts      *parts,
             const char *term,
             const char *why)
{
  g_strv_builder_add (parts->typed, term);
  if (self->problem == NULL)
    /* Translators: a term of a search, such as “during:2021-13”, and why it is not understood */
    self->problem = g_strdup_printf (_("“%s” is ignored: %s"), term, why);
}

/* Whether the term takes a date. */
static gboolean
take_date_term (PsgFilter  *self,
                Parts      *parts,
                const char *term)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  g_autofree char *value = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (date_terms) && !g_str_has_prefix (term, date_terms[i].key))
    i++;
  if (i == G_N_ELEMENTS (date_terms))
    return FALSE;

  value = psg_term_dup_value (term, date_terms[i].key);
  if (*value == '\0' || set_date (self, date_terms[i].kind, date_terms[i].mode, value, &error))
    return TRUE;

  why = simplify (error->message);
  leave_aside (self, parts, term, why);

  return TRUE;
}

/* Whether the term is an area. */
static gboolean
take_area_term (PsgFilter  *self,
                Parts      *parts,
                const char *term)
{
  g_autofree char *value = psg_term_dup_value (term, "area:");
  PsgGeoBox box;

  if (value == NULL)
    return FALSE;
  if (*value == '\0')
    return TRUE;

  if (psg_geo_box_parse (value, &box))
    {
      g_free (self->area);
      self->area = psg_geo_box_to_string (&box);
      psg_geo_box_parse (self->area, &self->area_box);
      return TRUE;
    }

  leave_aside (self, parts, term, _("an area is four numbers of degrees: south, west, north, east"));

  return TRUE;
}

/* Whether the term is one of `has:`. */
static gboolean
take_has_term (PsgFilter  *self,
               Parts      *parts,
               const char *term)
{
  g_autofree char *value = psg_term_dup_value (term, "has:");

  if (value == NULL)
    return FALSE;
  if (*value == '\0')
    return TRUE;

  for (guint i = 0; i < psg_n_filter_has_words; i++)
    if (g_str_equal (value, psg_filter_has_words[i].word))
      {
        if (g_hash_table_add (parts->seen, g_strconcat ("has:", value, NULL)))
          g_strv_builder_add (parts->has, value);
        return TRUE;
      }

  /* Translators: the words in English are what must be typed */
  leave_aside (self, parts, term, _("an event can have a claim, crossing, document, note, place or source"));

  return TRUE;
}

/* Whether the term is one of @key, of which there may be several. */
static gboolean
take_list_term (GStrvBuilder *builder,
                GHashTable   *seen,
                const char   *key,
                const char   *term)
{
  g_autofree char *value = psg_term_dup_value (term, key);

  if (value == NULL)
    return FALSE;

  if (*value != '\0' && g_hash_table_add (seen, g_strconcat (key, value, NULL)))
    g_strv_builder_add (builder, value);

  return TRUE;
}

static void
take_term (PsgFilter  *self,
           Parts      *parts,
           const char *term)
{
  if (take_list_term (parts->lanes, parts->seen, "lane:", term) ||
      take_list_term (parts->crossings, parts->seen, "crossing:", term) ||
      take_list_term (parts->places, parts->seen, "place:", term) ||
      take_has_term (self, parts, term) || take_date_term (self, parts, term) ||
      take_area_term (self, parts, term))
    return;

  g_strv_builder_add (parts->words, term);
  g_strv_builder_add (parts->typed, term);
}

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) words = g_strv_builder_end (builder);

  return g_strjoinv (" ", words);
}

static gboolean
is_usable (const char *text)
{
  return strlen (text) <= MAX_LENGTH && g_utf8_validate (text, -1, NULL);
}

/**
 * psg_filter_new_empty:
 *
 * Returns: (transfer full): the filter that lets everything through
 */
PsgFilter *
psg_filter_new_empty (void)
{
  return psg_filter_parse ("");
}

/**
 * psg_filter_parse:
 * @text: words and terms, as #PsgFilter describes them
 *
 * Every text means something: what is no known term is looked up as a word. A term with
 * a date that cannot be read chooses nothing; psg_filter_get_problem() tells of it. Text
 * that is not UTF-8 or is longer than 4 096 bytes is taken for empty.
 *
 * Returns: (transfer full): a filter
 */
PsgFilter *
psg_filter_parse (const char *text)
{
  g_autoptr (GStrvBuilder) lanes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) crossings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) has = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) typed = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Parts parts = { lanes, crossings, places, has, words, typed, seen };
  g_auto (GStrv) terms = NULL;
  PsgFilter *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_atomic_rc_box_new0 (PsgFilter);
  terms = psg_terms_split (is_usable (text) ? text : "");
  for (guint i = 0; terms[i] != NULL; i++)
    take_term (self, &parts, terms[i]);

  self->lanes = g_strv_builder_end (lanes);
  self->crossings = g_strv_builder_end (crossings);
  self->places = g_strv_builder_end (places);
  self->has = g_strv_builder_end (has);
  self->query = join (words);
  self->typed = join (typed);

  return seal (self);
}

PsgFilter *
psg_filter_ref (PsgFilter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_filter_unref (PsgFilter *self)
{
  g_atomic_rc_box_release_full (self, psg_filter_clear);
}

/**
 * psg_filter_to_string:
 *
 * Returns: (transfer none): the filter as psg_filter_parse() reads it
 */
const char *
psg_filter_to_string (const PsgFilter *self)
{
  return self->text;
}

gboolean
psg_filter_is_empty (const PsgFilter *self)
{
  return *self->text == '\0';
}

gboolean
psg_filter_equal (const PsgFilter *a,
                  const PsgFilter *b)
{
  return g_str_equal (a->text, b->text);
}

/**
 * psg_filter_get_query:
 *
 * Returns: (transfer none): the words that are looked up in the text
 */
const char *
psg_filter_get_query (const PsgFilter *self)
{
  return self->query;
}

/**
 * psg_filter_get_typed:
 *
 * Returns: (transfer none): what an entry shows: the query, and in their places
 *   the terms that could not be read
 */
const char *
psg_filter_get_typed (const PsgFilter *self)
{
  return self->typed;
}

/**
 * psg_filter_get_problem:
 *
 * Returns: (transfer none) (nullable): in a sentence, what could not be read and why
 */
const char *
psg_filter_get_problem (const PsgFilter *self)
{
  return self->problem;
}

const char *const *
psg_filter_get_lanes (const PsgFilter *self)
{
  return (const char *const *) self->lanes;
}

const char *const *
psg_filter_get_crossings (const PsgFilter *self)
{
  return (const char *const *) self->crossings;
}

const char *const *
psg_filter_get_places (const PsgFilter *self)
{
  return (const char *const *) self->places;
}

const char *const *
psg_filter_get_has (const PsgFilter *self)
{
  return (const char *const *) self->has;
}

gboolean
psg_filter_has_lane (const PsgFilter *self,
                     const char      *lane)
{
  return g_strv_contains (psg_filter_get_lanes (self), lane);
}

/**
 * psg_filter_get_range:
 *
 * Returns: (transfer none) (nullable): the range in EDTF, as it was written
 */
const char *
psg_filter_get_range (const PsgFilter *self)
{
  return get_date (self, PSG_FILTER_RANGE);
}

/**
 * psg_filter_get_range_span:
 *
 * Returns: (transfer none) (nullable): the days of the range; the ends of the calendar
 *   stand for open ends
 */
const PsgTimeSpan *
psg_filter_get_range_span (const PsgFilter *self)
{
  return get_date (self, PSG_FILTER_RANGE) != NULL ? &self->dates[PSG_FILTER_RANGE].span : NULL;
}

PsgRangeMode
psg_filter_get_range_mode (const PsgFilter *self)
{
  return self->mode;
}

/**
 * psg_filter_get_after:
 *
 * Returns: (transfer none) (nullable): the date of `after:`, as it was written
 */
const char *
psg_filter_get_after (const PsgFilter *self)
{
  return get_date (self, PSG_FILTER_AFTER);
}

/**
 * psg_filter_get_before:
 *
 * Returns: (transfer none) (nullable): the date of `before:`, as it was written
 */
const char *
psg_filter_get_before (const PsgFilter *self)
{
  return get_date (self, PSG_FILTER_BEFORE);
}

/* @values with @value taken out, or put at the end. */
static GStrv
toggle (GStrv       values,
        const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean found = FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (g_str_equal (values[i], value))
        found = TRUE;
      else
        g_strv_builder_add (builder, values[i]);
    }

  if (!found)
    g_strv_builder_add (builder, value);

  return g_strv_builder_end (builder);
}

/**
 * psg_filter_with_query:
 * @self: a filter
 * @query: what a person typed; terms such as `lane:border` count as such
 *
 * A query that psg_filter_parse() would not take costs only itself: what else is
 * chosen stays.
 *
 * Returns: (transfer full): @self with other words to look up
 */
PsgFilter *
psg_filter_with_query (const PsgFilter *self,
                       const char      *query)
{
  g_autoptr (PsgFilter) bare = copy (self);
  g_autofree char *text = NULL;

  *bare->typed = '\0';
  seal (bare);
  text = g_strconcat (bare->text, " ", query, NULL);

  return psg_filter_parse (is_usable (text) ? text : bare->text);
}

PsgFilter *
psg_filter_toggle_lane (const PsgFilter *self,
                        const char      *lane)
{
  PsgFilter *filter = copy (self);

  g_strfreev (filter->lanes);
  filter->lanes = toggle (self->lanes, lane);

  return seal (filter);
}

PsgFilter *
psg_filter_toggle_crossing (const PsgFilter *self,
                            const char      *crossing)
{
  PsgFilter *filter = copy (self);

  g_strfreev (filter->crossings);
  filter->crossings = toggle (self->crossings, crossing);

  return seal (filter);
}

/**
 * psg_filter_with_range:
 * @self: a filter
 * @range: (nullable): a range in EDTF; %NULL or empty takes the range away
 * @mode: what it takes to lie in it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): @self with another range, or %NULL with
 *   %PSG_EDTF_ERROR set if it cannot be read
 */
PsgFilter *
psg_filter_with_range (const PsgFilter *self,
                       const char      *range,
                       PsgRangeMode     mode,
                       GError         **error)
{
  g_autoptr (PsgFilter) filter = copy (self);

  if (range == NULL || *range == '\0')
    {
      g_clear_pointer (&filter->dates[PSG_FILTER_RANGE].text, g_free);
      filter->mode = PSG_RANGE_POSSIBLY;
    }
  else if (!set_date (filter, PSG_FILTER_RANGE, mode, range, error))
    return NULL;

  return seal (g_steal_pointer (&filter));
}

/**
 * psg_filter_get_area:
 *
 * Returns: (transfer none) (nullable): where events must have happened
 */
const PsgGeoBox *
psg_filter_get_area (const PsgFilter *self)
{
  return self->area != NULL ? &self->area_box : NULL;
}

/**
 * psg_filter_with_area:
 * @self: a filter
 * @area: (nullable): where events must have happened; %NULL: anywhere
 *
 * Returns: (transfer full): @self with another area
 */
PsgFilter *
psg_filter_with_area (const PsgFilter *self,
                      const PsgGeoBox *area)
{
  g_autoptr (PsgFilter) filter = copy (self);

  g_clear_pointer (&filter->area, g_free);
  if (area != NULL)
    {
      filter->area = psg_geo_box_to_string (area);
      /* What is written is what counts. */
      psg_geo_box_parse (filter->area, &filter->area_box);
    }

  return seal (g_steal_pointer (&filter));
}

/**
 * psg_filter_without:
 * @self: a filter
 * @term: a term of it, as psg_filter_to_string() has it: `after:2023`
 *
 * Returns: (transfer full): @self without the term
 */
PsgFilter *
psg_filter_without (const PsgFilter *self,
                    const char      *term)
{
  g_auto (GStrv) terms = psg_terms_split (self->text);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; terms[i] != NULL; i++)
    if (!g_str_equal (terms[i], term))
      g_strv_builder_add (kept, terms[i]);
  text = join (kept);

  return psg_filter_parse (text);
}
