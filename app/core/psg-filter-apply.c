/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter-private.h"

#include "psg-names.h"

/*
 * Holds a filter against the events of a collection. It runs over columns, a word of 64
 * rows at a time, so that a million events take a few milliseconds.
 */

static guint64
lane_mask (const PsgFilter *self,
           GPtrArray       *lanes)
{
  guint64 mask = 0;

  for (guint i = 0; self->lanes[i] != NULL; i++)
    {
      g_autoptr (GArray) found = psg_names_find (PSG_NAMED_LANE, lanes, self->lanes[i]);

      for (guint j = 0; j < found->len; j++)
        if (g_array_index (found, guint, j) < PSG_MAX_LANES)
          mask |= G_GUINT64_CONSTANT (1) << g_array_index (found, guint, j);
    }

  return mask;
}

static void
keep_lanes (PsgRowSet             *rows,
            const PsgEventColumns *columns,
            guint64                mask)
{
  guint64 *words = psg_row_set_edit (rows);

  for (guint first = 0; first < columns->n; first += 64)
    {
      guint n = MIN (64, columns->n - first);
      guint64 wanted = 0;

      if (words[first / 64] == 0)
        continue;
      for (guint i = 0; i < n; i++)
        wanted |= (mask >> columns->lane[first + i] & 1) << i;
      words[first / 64] &= wanted;
    }
}

/* Events at places that are marked. @inside is one longer than @n_places, which is where
 * events without a place are looked up. */
static void
keep_marked_places (PsgRowSet             *rows,
                    const PsgEventColumns *columns,
                    const guint8          *inside,
                    guint                  n_places)
{
  guint64 *words = psg_row_set_edit (rows);

  for (guint first = 0; first < columns->n; first += 64)
    {
      guint n = MIN (64, columns->n - first);
      guint64 wanted = 0;

      if (words[first / 64] == 0)
        continue;
      for (guint i = 0; i < n; i++)
        wanted |= (guint64) inside[MIN (columns->place[first + i], n_places)] << i;
      words[first / 64] &= wanted;
    }
}

static void
keep_area (PsgRowSet             *rows,
           const PsgEventColumns *columns,
           const PsgGeoBox       *area,
           GPtrArray             *places)
{
  g_autofree guint8 *inside = g_new0 (guint8, places->len + 1);

  for (guint i = 0; i < places->len; i++)
    {
      const PsgPlace *place = g_ptr_array_index (places, i);

      inside[i] = psg_geo_box_contains (area, place->latitude, place->longitude);
    }

  keep_marked_places (rows, columns, inside, places->len);
}

static void
keep_places (PsgRowSet             *rows,
             const PsgEventColumns *columns,
             GStrv                  names,
             GPtrArray             *places)
{
  g_autofree guint8 *inside = g_new0 (guint8, places->len + 1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GArray) found = psg_names_find (PSG_NAMED_PLACE, places, names[i]);

      for (guint j = 0; j < found->len; j++)
        inside[g_array_index (found, guint, j)] = 1;
    }

  keep_marked_places (rows, columns, inside, places->len);
}

static gboolean
add_events_about (PsgRowSet      *rows,
                  PsgCollection  *collection,
                  const char     *crossing,
                  GError        **error)
{
  g_autoptr (GArray) found = psg_collection_load_events_about (collection, PSG_KIND_CROSSING, crossing, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    psg_row_set_add (rows, g_array_index (found, guint, i));

  return found != NULL;
}

/* Events about any of the crossings. */
static gboolean
keep_crossings (PsgRowSet       *rows,
                const PsgFilter *self,
                PsgCollection   *collection,
                GError         **error)
{
  g_autoptr (PsgRowSet) about = psg_row_set_new (psg_row_set_get_n_rows (rows));
  GPtrArray *crossings = psg_collection_get_crossings (collection);

  for (guint i = 0; self->crossings[i] != NULL; i++)
    {
      g_autoptr (GArray) found = psg_names_find (PSG_NAMED_CROSSING, crossings, self->crossings[i]);

      for (guint j = 0; j < found->len; j++)
        {
          const PsgCrossing *crossing = g_ptr_array_index (crossings, g_array_index (found, guint, j));

          if (!add_events_about (about, collection, crossing->id, error))
            return FALSE;
        }
    }

  psg_row_set_intersect (rows, about);

  return TRUE;
}

/* A person's notes are in no collection. */
static PsgRowSet *
find_having (PsgKind        kind,
             PsgCollection *collection,
             PsgRowSet     *noted,
             GError       **error)
{
  if (kind != PSG_KIND_NOTE)
    return psg_collection_load_events_with (collection, kind, error);
  if (noted != NULL)
    return psg_row_set_ref (noted);

  return psg_row_set_new (psg_event_table_get_n (psg_collection_get_events (collection)));
}

/* Events that have all that is asked for. */
static gboolean
keep_having (PsgRowSet       *rows,
             const PsgFilter *self,
             PsgCollection   *collection,
             PsgRowSet       *noted,
             GError         **error)
{
  for (guint i = 0; i < psg_n_filter_has_words; i++)
    if (g_strv_contains ((const char *const *) self->has, psg_filter_has_words[i].word))
      {
        g_autoptr (PsgRowSet) having = NULL;

        having = find_having (psg_filter_has_words[i].kind, collection, noted, error);
        if (having == NULL)
          return FALSE;
        psg_row_set_intersect (rows, having);
      }

  return TRUE;
}

/* All but the range. */
static PsgRowSet *
apply_rest (const PsgFilter *self,
            PsgCollection   *collection,
            PsgRowSet       *noted,
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

  for (guint i = PSG_FILTER_AFTER; i < PSG_FILTER_N_DATES; i++)
    if (self->dates[i].text != NULL)
      psg_date_range_keep (&self->dates[i].span, PSG_RANGE_POSSIBLY, events, rows);

  if (self->lanes[0] != NULL)
    keep_lanes (rows, psg_event_table_get_columns (events),
                lane_mask (self, psg_collection_get_lanes (collection)));

  if (self->area != NULL)
    keep_area (rows, psg_event_table_get_columns (events), &self->area_box, psg_collection_get_places (collection));

  if (self->places[0] != NULL)
    keep_places (rows, psg_event_table_get_columns (events), self->places, psg_collection_get_places (collection));

  if (self->crossings[0] != NULL && !keep_crossings (rows, self, collection, error))
    return NULL;

  if (self->has[0] != NULL && !keep_having (rows, self, collection, noted, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * psg_filter_apply:
 * @self: a filter
 * @collection: what to filter
 * @noted: (nullable): the rows of the events the person wrote about, for `has:note`; %NULL: none
 * @error: return location
 *
 * Lanes widen each other, crossings and places too; all else narrows.
 *
 * Returns: (transfer full): the rows it lets through, or %NULL with @error set
 */
PsgRowSet *
psg_filter_apply (const PsgFilter *self,
                  PsgCollection   *collection,
                  PsgRowSet       *noted,
                  GError         **error)
{
  g_autoptr (PsgRowSet) context = NULL;

  return psg_filter_apply_in_context (self, collection, noted, &context, error);
}

/**
 * psg_filter_apply_in_context:
 * @self: a filter
 * @collection: what to filter
 * @noted: (nullable): as for psg_filter_apply()
 * @context: (out) (transfer full): the rows that all but the range lets through; the
 *   same set as the one returned, if there is no range
 * @error: return location
 *
 * For a view that shows the range itself, with what lies around it.
 *
 * Returns: (transfer full): as psg_filter_apply() does; with %NULL @context is left alone
 */
PsgRowSet *
psg_filter_apply_in_context (const PsgFilter *self,
                             PsgCollection   *collection,
                             PsgRowSet       *noted,
                             PsgRowSet      **context,
                             GError         **error)
{
  PsgRowSet *rest = apply_rest (self, collection, noted, error);
  PsgRowSet *rows;

  if (rest == NULL)
    return NULL;

  *context = rest;
  if (self->dates[PSG_FILTER_RANGE].text == NULL)
    return psg_row_set_ref (rest);

  rows = psg_row_set_copy (rest);
  psg_date_range_keep (&self->dates[PSG_FILTER_RANGE].span, self->mode,
                       psg_collection_get_events (collection), rows);

  return rows;
}
