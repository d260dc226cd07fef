/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter-private.h"

/*
 * Holds a filter against the events of a collection. It runs over columns, a word of 64
 * rows at a time, so that a million events take a few milliseconds.
 */

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

/* Events at places in the area. */
static void
keep_area (PsgRowSet             *rows,
           const PsgEventColumns *columns,
           const PsgGeoBox       *area,
           GPtrArray             *places)
{
  g_autofree guint8 *inside = g_new (guint8, places->len + 1);
  guint64 *words = psg_row_set_edit (rows);

  for (guint i = 0; i < places->len; i++)
    {
      const PsgPlace *place = g_ptr_array_index (places, i);

      inside[i] = psg_geo_box_contains (area, place->latitude, place->longitude);
    }
  /* Where events without a place are looked up. */
  inside[places->len] = 0;

  for (guint first = 0; first < columns->n; first += 64)
    {
      guint n = MIN (64, columns->n - first);
      guint64 wanted = 0;

      if (words[first / 64] == 0)
        continue;
      for (guint i = 0; i < n; i++)
        wanted |= (guint64) inside[MIN (columns->place[first + i], places->len)] << i;
      words[first / 64] &= wanted;
    }
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

/* All but the range. */
static PsgRowSet *
apply_rest (const PsgFilter *self,
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

  for (guint i = PSG_FILTER_AFTER; i < PSG_FILTER_N_DATES; i++)
    if (self->dates[i].text != NULL)
      psg_date_range_keep (&self->dates[i].span, PSG_RANGE_POSSIBLY, events, rows);

  if (self->lanes[0] != NULL)
    keep_lanes (rows, psg_event_table_get_columns (events),
                lane_mask (self, psg_collection_get_lanes (collection)));

  if (self->area != NULL)
    keep_area (rows, psg_event_table_get_columns (events), &self->area_box, psg_collection_get_places (collection));

  if (self->crossings[0] != NULL && !keep_crossings (rows, self, collection, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * psg_filter_apply:
 * @self: a filter
 * @collection: what to filter
 * @error: return location
 *
 * Lanes widen each other, crossings too; lanes, crossings, area, dates and words narrow each other.
 *
 * Returns: (transfer full): the rows it lets through, or %NULL with @error set
 */
PsgRowSet *
psg_filter_apply (const PsgFilter *self,
                  PsgCollection   *collection,
                  GError         **error)
{
  g_autoptr (PsgRowSet) context = NULL;

  return psg_filter_apply_in_context (self, collection, &context, error);
}

/**
 * psg_filter_apply_in_context:
 * @self: a filter
 * @collection: what to filter
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
                             PsgRowSet      **context,
                             GError         **error)
{
  PsgRowSet *rest = apply_rest (self, collection, error);
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
