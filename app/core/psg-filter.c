/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter.h"

#include <string.h>

/*
 * Which events are shown, as a value that prints and parses: what a chip
 * toggles, what a person types and what `win.set-filter` takes are one thing.
 * It decides on rows; it does not search the text itself (the collection does).
 */

struct _PsgFilter
{
  char *text;
  char *query;
  GStrv lanes;
  GStrv crossings;
};

G_DEFINE_BOXED_TYPE (PsgFilter, psg_filter, psg_filter_ref, psg_filter_unref)

/* More than anybody types; a D-Bus call could carry more. */
#define MAX_LENGTH 4096

static void
psg_filter_clear (gpointer data)
{
  PsgFilter *self = data;

  g_free (self->text);
  g_free (self->query);
  g_strfreev (self->lanes);
  g_strfreev (self->crossings);
}

static void
append_terms (GString    *text,
              const char *key,
              GStrv       values)
{
  for (guint i = 0; values[i] != NULL; i++)
    g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", key, values[i]);
}

/* Takes all three. */
static PsgFilter *
new_from_parts (char *query,
                GStrv lanes,
                GStrv crossings)
{
  PsgFilter *self = g_atomic_rc_box_new0 (PsgFilter);
  GString *text = g_string_new (NULL);

  self->query = query;
  self->lanes = lanes;
  self->crossings = crossings;

  append_terms (text, "lane", lanes);
  append_terms (text, "crossing", crossings);
  if (*query != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", query);
  self->text = g_string_free (text, FALSE);

  return self;
}

static void
add_once (GStrvBuilder *builder,
          GHashTable   *seen,
          const char   *term,
          const char   *value)
{
  if (*value != '\0' && g_hash_table_add (seen, g_strdup (term)))
    g_strv_builder_add (builder, value);
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
 * @text: words; `lane:ID` and `crossing:ID` choose, all others are looked up
 *
 * Every text means something: what is no known term is looked up as a word. Text
 * that is not UTF-8 or is longer than 4 096 bytes is taken for empty.
 *
 * Returns: (transfer full): a filter
 */
PsgFilter *
psg_filter_parse (const char *text)
{
  g_autoptr (GStrvBuilder) lanes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) crossings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) terms = NULL;
  g_auto (GStrv) query = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!is_usable (text))
    text = "";

  terms = g_strsplit_set (text, " \t\n\v\f\r", -1);
  for (guint i = 0; terms[i] != NULL; i++)
    {
      if (g_str_has_prefix (terms[i], "lane:"))
        add_once (lanes, seen, terms[i], terms[i] + strlen ("lane:"));
      else if (g_str_has_prefix (terms[i], "crossing:"))
        add_once (crossings, seen, terms[i], terms[i] + strlen ("crossing:"));
      else if (*terms[i] != '\0')
        g_strv_builder_add (words, terms[i]);
    }

  query = g_strv_builder_end (words);

  return new_from_parts (g_strjoinv (" ", query),
                         g_strv_builder_end (lanes),
                         g_strv_builder_end (crossings));
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

const char *
psg_filter_get_query (const PsgFilter *self)
{
  return self->query;
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

gboolean
psg_filter_has_lane (const PsgFilter *self,
                     const char      *lane)
{
  return g_strv_contains (psg_filter_get_lanes (self), lane);
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
  g_autoptr (PsgFilter) bare = new_from_parts (g_strdup (""),
                                               g_strdupv (self->lanes),
                                               g_strdupv (self->crossings));
  g_autofree char *text = g_strconcat (bare->text, " ", query, NULL);

  return psg_filter_parse (is_usable (text) ? text : bare->text);
}

PsgFilter *
psg_filter_toggle_lane (const PsgFilter *self,
                        const char      *lane)
{
  return new_from_parts (g_strdup (self->query),
                         toggle (self->lanes, lane),
                         g_strdupv (self->crossings));
}

PsgFilter *
psg_filter_toggle_crossing (const PsgFilter *self,
                            const char      *crossing)
{
  return new_from_parts (g_strdup (self->query),
                         g_strdupv (self->lanes),
                         toggle (self->crossings, crossing));
}

static guint64
lane_mask (const PsgFilter *self,
           GPtrArray       *lanes)
{
  guint64 mask = 0;

  for (guint i = 0; i < MIN (lanes->len, PSG_MAX_LANES); i++)
    {
      const PsgLane *lane = g_ptr_array_index (lanes, i);

      if (psg_filter_has_lane (self, lane->id))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }

  return mask;
}

static void
keep_lanes (PsgRowSet             *rows,
            const PsgEventColumns *columns,
            guint64                mask)
{
  for (guint row = psg_row_set_next (rows, 0); row != PSG_ROW_NONE; row = psg_row_set_next (rows, row + 1))
    if ((mask >> columns->lane[row] & 1) == 0)
      psg_row_set_remove (rows, row);
}

/* Events about any of the crossings. */
static gboolean
keep_crossings (PsgRowSet       *rows,
                const PsgFilter *self,
                PsgCollection   *collection,
                GError         **error)
{
  g_autoptr (PsgRowSet) about = psg_row_set_new (psg_row_set_get_n_rows (rows));

  for (guint i = 0; self->crossings[i] != NULL; i++)
    {
      g_autoptr (GArray) found = NULL;

      found = psg_collection_load_events_about (collection, PSG_KIND_CROSSING,
                                                self->crossings[i], error);
      if (found == NULL)
        return FALSE;

      for (guint j = 0; j < found->len; j++)
        psg_row_set_add (about, g_array_index (found, guint, j));
    }

  psg_row_set_intersect (rows, about);

  return TRUE;
}

/**
 * psg_filter_apply:
 * @self: a filter
 * @collection: what to filter
 * @error: return location
 *
 * Lanes widen each other, crossings too; lanes, crossings and words narrow each other.
 *
 * Returns: (transfer full): the rows it lets through, or %NULL with @error set
 */
PsgRowSet *
psg_filter_apply (const PsgFilter *self,
                  PsgCollection   *collection,
                  GError         **error)
{
  PsgEventTable *events = psg_collection_get_events (collection);
  g_autoptr (PsgRowSet) rows = NULL;

  if (*self->query != '\0')
    rows = psg_collection_match_events (collection, self->query, error);
  else
    rows = psg_row_set_new_full (psg_event_table_get_n (events));

  if (rows == NULL)
    return NULL;

  if (self->lanes[0] != NULL)
    keep_lanes (rows, psg_event_table_get_columns (events),
                lane_mask (self, psg_collection_get_lanes (collection)));

  if (self->crossings[0] != NULL && !keep_crossings (rows, self, collection, error))
    return NULL;

  return g_steal_pointer (&rows);
}
