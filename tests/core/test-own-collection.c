/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "psg-filter.h"
#include "psg-memory-collection.h"
#include "psg-note-subject.h"
#include "psg-own-collection.h"

/* Own events laid over a collection, against a table made of all of them at once; and what is asked of them. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

static PsgNote *
make_note (PsgCollection *collection,
           const char    *title,
           const char    *date)
{
  PsgNote *note = psg_note_new_own_event (collection, date, NOW);

  g_free (note->event->title);
  note->event->title = g_strdup (title);
  g_assert_cmpstr (psg_note_find_fault (note), ==, NULL);

  return note;
}

static GPtrArray *
new_notes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
}

static GPtrArray *
random_notes (PsgCollection *collection)
{
  static const char *const dates[] = {
    "2020-01-15", "2020-06-01", "2021", "2019-12", "2022-12-31", "2021-03-01/2021-04-15", "2022?", "/2020-02", "2023",
  };
  static const char *const lanes[] = { "border", "trade", "people", "gone", NULL };
  GPtrArray *notes = new_notes ();
  guint n = g_test_rand_int_range (0, 20);

  for (guint i = 0; i < n; i++)
    {
      PsgNote *note = make_note (collection, "Mine", dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))]);

      note->event->lane = g_strdup (lanes[g_test_rand_int_range (0, G_N_ELEMENTS (lanes))]);
      if (g_test_rand_bit ())
        {
          note->event->has_place = TRUE;
          note->target.latitude = g_test_rand_double_range (50, 60);
        }
      g_ptr_array_add (notes, note);
    }

  return notes;
}

static guint
find_lane (PsgCollection *collection,
           const char    *id)
{
  GPtrArray *lanes = psg_collection_get_lanes (collection);

  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (((const PsgLane *) g_ptr_array_index (lanes, i))->id, id) == 0)
      return i;

  return 0;
}

/* All events one by one into a table of their own. */
static PsgEventTable *
make_oracle (PsgCollection *base,
             GPtrArray     *notes)
{
  PsgEventTable *events = psg_collection_get_events (base);
  const PsgEventColumns *c = psg_event_table_get_columns (events);
  const PsgTimeSpan *bounds = &psg_collection_get_info (base)->span;
  PsgEventTableBuilder *builder = psg_event_table_builder_new (c->n);
  guint place = psg_collection_get_places (base)->len;

  for (guint row = 0; row < c->n; row++)
    psg_event_table_builder_add_raw (builder, psg_event_table_get_id (events, row),
                                     psg_event_table_get_title (events, row), c->start[row], c->end[row],
                                     c->start_slack[row], c->end_slack[row], c->flags[row], c->lane[row],
                                     c->importance[row], c->place[row]);
  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);
      g_autofree char *id = psg_own_event_dup_id (note->id);
      g_autoptr (PsgEdtf) date = psg_edtf_parse (note->event->date, NULL);

      psg_event_table_builder_add (builder, id, note->event->title, date, bounds, find_lane (base, note->event->lane),
                                   3, note->event->has_place ? place++ : PSG_PLACE_NONE);
    }

  return psg_event_table_builder_end (builder);
}

static void
test_the_table_is_as_if_made_at_once (void)
{
  g_autoptr (PsgCollection) base = psg_memory_collection_new ();

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) notes = random_notes (base);
      g_autoptr (PsgCollection) laid = PSG_COLLECTION (psg_own_collection_new (base, notes));
      g_autoptr (PsgEventTable) oracle = make_oracle (base, notes);
      PsgEventTable *events = psg_collection_get_events (laid);
      const PsgEventColumns *a = psg_event_table_get_columns (events);
      const PsgEventColumns *b = psg_event_table_get_columns (oracle);

      g_assert_cmpuint (a->n, ==, b->n);
      for (guint row = 0; row < a->n; row++)
        {
          const char *id = psg_event_table_get_id (events, row);
          gboolean own = psg_own_event_is_id (id);

          g_assert_cmpstr (id, ==, psg_event_table_get_id (oracle, row));
          g_assert_cmpstr (psg_event_table_get_title (events, row), ==, psg_event_table_get_title (oracle, row));
          g_assert_cmpint (a->start[row], ==, b->start[row]);
          g_assert_cmpint (a->end[row], ==, b->end[row]);
          g_assert_cmpuint (a->start_slack[row], ==, b->start_slack[row]);
          g_assert_cmpuint (a->end_slack[row], ==, b->end_slack[row]);
          g_assert_cmpuint (a->flags[row], ==, b->flags[row] | (own ? PSG_EVENT_OWN : 0));
          g_assert_cmpuint (PSG_EVENT_PRECISION (a->flags[row]), ==, PSG_EVENT_PRECISION (b->flags[row]));
          g_assert_cmpuint (a->lane[row], ==, b->lane[row]);
          g_assert_cmpuint (a->importance[row], ==, b->importance[row]);
          g_assert_cmpuint (a->place[row], ==, b->place[row]);
          g_assert_cmpuint (psg_event_table_find (events, id), ==, row);
          g_assert_cmpint (psg_event_table_is_own (events, row), ==, own);
        }
      g_assert_cmpuint (psg_event_table_find (events, "own.nothing"), ==, PSG_ROW_NONE);
    }
}

/* Every event that is loaded is the one in its row, with its place among the places. */
static void
test_every_row_loads_its_event (void)
{
  g_autoptr (PsgCollection) base = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = random_notes (base);
  g_autoptr (PsgCollection) laid = NULL;
  PsgEventTable *events;

  g_ptr_array_add (notes, make_note (base, "", "2021-01-01"));
  laid = PSG_COLLECTION (psg_own_collection_new (base, notes));
  events = psg_collection_get_events (laid);
  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEvent) event = psg_collection_load_event (laid, row, &error);
      guint place = psg_event_table_get_columns (events)->place[row];

      g_assert_no_error (error);
      g_assert_cmpstr (event->id, ==, psg_event_table_get_id (events, row));
      g_assert_cmpuint (event->row, ==, row);
      g_assert_cmpstr (psg_text_get (event->title), ==, psg_event_table_get_title (events, row));
      g_assert_cmpstr (place != PSG_PLACE_NONE
                         ? ((PsgPlace *) g_ptr_array_index (psg_collection_get_places (laid), place))->id : NULL,
                       ==, event->place);
      g_assert_true ((psg_collection_find_own (laid, event->id) != NULL) == psg_event_table_is_own (events, row));
    }
  g_assert_true (psg_collection_get_base (laid) == base);
  g_assert_true (psg_collection_get_base (base) == base);
}

static PsgNote *
make_meeting (PsgCollection *base)
{
  PsgNote *note = make_note (base, "A meeting at Žąsų ford", "2021-05-03");

  g_free (note->body);
  note->body = g_strdup ("They spoke of *goods* only, and of the low-water mark.");
  note->event->crossings = g_strsplit ("bridge", " ", -1);
  psg_own_event_add_source (note->event, "A letter", "https://example.org/1", "Second page");
  psg_own_event_add_source (note->event, "", "javascript:alert(1)", "");

  return note;
}

static guint
count_matches (PsgCollection *collection,
               const char    *query)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse (query);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgRowSet) rows = psg_filter_apply (filter, collection, NULL, &error);

  g_assert_no_error (error);

  return psg_row_set_count (rows);
}

/* Whatever a filter lets through of a collection, it lets through with own events in it, and those it fits. */
static void
test_filters_find_them (void)
{
  static const struct
  {
    const char *query;
    gboolean    fits;
  } cases[] = {
    { "", TRUE }, { "meeting", TRUE }, { "zasu FORD", TRUE }, { "\"zasu ford\"", TRUE }, { "\"ford zasu\"", FALSE },
    { "good", TRUE }, { "low-wat", TRUE }, { "\"low\"", TRUE }, { "\"lo\"", FALSE }, { "market", FALSE },
    { "meeting market", FALSE }, { "…", FALSE }, { "lane:border", TRUE }, { "lane:trade", FALSE },
    { "crossing:bridge", TRUE }, { "crossing:pass", FALSE }, { "has:source", TRUE }, { "has:crossing", TRUE },
    { "has:place", FALSE }, { "has:claim", FALSE }, { "after:2021-05-01 before:2021-06-01", TRUE },
    { "after:2021-06-01", FALSE },
  };
  g_autoptr (PsgCollection) base = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = new_notes ();
  g_autoptr (PsgCollection) laid = NULL;

  g_ptr_array_add (notes, make_meeting (base));
  laid = PSG_COLLECTION (psg_own_collection_new (base, notes));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = count_matches (laid, cases[i].query) - count_matches (base, cases[i].query);

      if (n != (cases[i].fits ? 1 : 0))
        g_error ("“%s” lets %u own events through", cases[i].query, n);
    }
}

static void
test_crossings_and_sources_know_them (void)
{
  g_autoptr (PsgCollection) base = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = new_notes ();
  g_autoptr (PsgCollection) laid = NULL;
  g_autoptr (PsgEvent) event = NULL;
  g_autoptr (GArray) before = psg_collection_load_events_about (base, PSG_KIND_CROSSING, "bridge", NULL);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) cited = NULL;
  g_autoptr (PsgSource) letter = NULL;
  g_autoptr (PsgSource) script = NULL;
  g_autoptr (PsgSource) none = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *id = NULL;

  g_ptr_array_add (notes, make_meeting (base));
  laid = PSG_COLLECTION (psg_own_collection_new (base, notes));
  after = psg_collection_load_events_about (laid, PSG_KIND_CROSSING, "bridge", NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  for (guint i = 1; i < after->len; i++)
    g_assert_cmpuint (g_array_index (after, guint, i), >, g_array_index (after, guint, i - 1));

  id = psg_own_event_dup_id (((PsgNote *) g_ptr_array_index (notes, 0))->id);
  event = psg_collection_load_event (laid, psg_event_table_find (psg_collection_get_events (laid), id), NULL);
  g_assert_cmpuint (g_strv_length (event->sources), ==, 2);
  letter = psg_collection_load_source (laid, event->sources[0], NULL);
  g_assert_cmpstr (letter->title, ==, "A letter");
  g_assert_cmpstr (letter->url, ==, "https://example.org/1");
  g_assert_cmpstr (letter->remark, ==, "Second page");
  /* What is no address of a page is no link. */
  script = psg_collection_load_source (laid, event->sources[1], NULL);
  g_assert_null (script->url);
  missing = g_strconcat (event->id, ".3", NULL);
  none = psg_collection_load_source (laid, missing, NULL);
  g_assert_null (none);

  cited = psg_collection_load_events_about (laid, PSG_KIND_SOURCE, event->sources[0], NULL);
  g_assert_cmpuint (cited->len, ==, 1);
  g_assert_cmpuint (g_array_index (cited, guint, 0), ==, event->row);
  passages = psg_collection_load_passages_about (laid, PSG_KIND_EVENT, event->id, NULL);
  g_assert_cmpuint (passages->len, ==, 0);
}

static void
test_what_is_not_in_the_table_is_renewed (void)
{
  g_autoptr (PsgCollection) base = psg_memory_collection_new ();
  g_autoptr (GPtrArray) notes = new_notes ();
  g_autoptr (GPtrArray) said = new_notes ();
  g_autoptr (GPtrArray) moved = new_notes ();
  g_autoptr (PsgOwnCollection) laid = NULL;
  PsgNote *note = make_meeting (base), *other, *third;

  g_ptr_array_add (notes, note);
  laid = psg_own_collection_new (base, notes);
  g_ptr_array_add (said, other = psg_note_copy (note));
  g_free (other->body);
  other->body = g_strdup ("Nothing was said.");
  g_assert_true (psg_own_collection_renew (laid, said));
  g_assert_cmpuint (count_matches (PSG_COLLECTION (laid), "nothing said"), ==, 1);

  g_ptr_array_add (moved, third = psg_note_copy (other));
  g_free (third->event->date);
  third->event->date = g_strdup ("2021-05-04");
  g_assert_false (psg_own_collection_renew (laid, moved));
  g_ptr_array_set_size (moved, 0);
  g_assert_false (psg_own_collection_renew (laid, moved));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/own-collection/the-table-is-as-if-made-at-once", test_the_table_is_as_if_made_at_once);
  g_test_add_func ("/core/own-collection/every-row-loads-its-event", test_every_row_loads_its_event);
  g_test_add_func ("/core/own-collection/filters-find-them", test_filters_find_them);
  g_test_add_func ("/core/own-collection/crossings-and-sources-know-them", test_crossings_and_sources_know_them);
  g_test_add_func ("/core/own-collection/what-is-not-in-the-table-is-renewed",
                   test_what_is_not_in_the_table_is_renewed);

  return g_test_run ();
}
