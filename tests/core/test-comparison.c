/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-comparison.h"

#include "psg-memory-data.h"

/* What parties claim on one matter, on claims made up at random: each claim is told once, on a matter both
 * speak of or with what is left. */

#define N_EVENTS 6
#define MOST_CLAIMS 14

/* Events, and claims on them; nothing else. */
#define TEST_TYPE_COLLECTION (test_collection_get_type ())
G_DECLARE_FINAL_TYPE (TestCollection, test_collection, TEST, COLLECTION, GObject)

struct _TestCollection
{
  GObject parent_instance;

  PsgEventTable *events;
  GPtrArray *claims;
};

static void test_collection_init_interface (PsgCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCollection, test_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, test_collection_init_interface))

static gboolean
is_about (const PsgClaim *claim,
          const char     *event)
{
  return g_strv_contains ((const char *const *) claim->events, event);
}

static PsgEventTable *
get_events (PsgCollection *collection)
{
  return TEST_COLLECTION (collection)->events;
}

static PsgEvent *
load_event (PsgCollection *collection,
            guint          row,
            GError       **error)
{
  TestCollection *self = TEST_COLLECTION (collection);
  g_autoptr (GStrvBuilder) claims = g_strv_builder_new ();
  PsgEvent *event = psg_event_new ();

  event->id = g_strdup (psg_event_table_get_id (self->events, row));
  for (guint i = 0; i < self->claims->len; i++)
    {
      const PsgClaim *claim = g_ptr_array_index (self->claims, i);

      if (is_about (claim, event->id))
        g_strv_builder_add (claims, claim->id);
    }
  event->claims = g_strv_builder_end (claims);

  return event;
}

static PsgClaim *
load_claim (PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  TestCollection *self = TEST_COLLECTION (collection);

  for (guint i = 0; i < self->claims->len; i++)
    {
      PsgClaim *claim = g_ptr_array_index (self->claims, i);

      if (g_str_equal (claim->id, id))
        return psg_claim_ref (claim);
    }

  g_assert_not_reached ();
}

static PsgActor *
load_actor (PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "none");

  return NULL;
}

/* A crossing all events are about. */
static GArray *
load_events_about (PsgCollection *collection,
                   PsgKind        kind,
                   const char    *id,
                   GError       **error)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < N_EVENTS; row++)
    g_array_append_val (rows, row);

  return rows;
}

static void
test_collection_init_interface (PsgCollectionInterface *iface)
{
  iface->get_events = get_events;
  iface->load_event = load_event;
  iface->load_claim = load_claim;
  iface->load_actor = load_actor;
  iface->load_events_about = load_events_about;
}

static void
test_collection_finalize (GObject *object)
{
  TestCollection *self = TEST_COLLECTION (object);

  psg_event_table_unref (self->events);
  g_ptr_array_unref (self->claims);

  G_OBJECT_CLASS (test_collection_parent_class)->finalize (object);
}

static void
test_collection_class_init (TestCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_collection_finalize;
}

static void
test_collection_init (TestCollection *self)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (N_EVENTS);
  PsgTimeSpan bounds = psg_time_span_from_days (psg_day_from_ymd (2020, 1, 1), psg_day_from_ymd (2020, 12, 31));

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *day = g_strdup_printf ("2020-01-%02u", i + 1);
      g_autoptr (PsgEdtf) date = psg_memory_data_date (day);

      psg_event_table_builder_add (builder, id, id, date, &bounds, 0, 3, PSG_PLACE_NONE);
    }
  self->events = psg_event_table_builder_end (builder);
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_claim_unref);
}

/* @events as digits: "02" for those on e0 and e2. */
static void
add_claim (TestCollection *self,
           const char     *party,
           const char     *events)
{
  PsgClaim *claim = psg_claim_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (; *events != '\0'; events++)
    {
      const char id[] = { 'e', *events, '\0' };

      g_strv_builder_add (ids, id);
    }
  claim->id = g_strdup_printf ("c%u", self->claims->len);
  claim->speaker = psg_text_new_single ("en", party);
  /* In capitals: an actor of the collection. */
  claim->party = g_ascii_isupper (*party) ? g_strdup (party) : NULL;
  claim->events = g_strv_builder_end (ids);
  g_ptr_array_add (self->claims, claim);
}

/* "A: c0 c2; b: c1" */
static char *
write_parties (PsgComparison *comparison)
{
  GPtrArray *parties = psg_comparison_get_parties (comparison);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      const PsgParty *party = g_ptr_array_index (parties, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", party->name);
      for (guint j = 0; j < party->claims->len; j++)
        g_string_append_printf (text, " %s", ((PsgClaim *) g_ptr_array_index (party->claims, j))->id);
    }

  return g_string_free (text, FALSE);
}

/* "1: c0 | c1; -: c2 |" */
static char *
write_matters (PsgComparison *comparison)
{
  g_autoptr (GPtrArray) matters = psg_comparison_list_matters (comparison, 0, 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < matters->len; i++)
    {
      const PsgMatter *matter = g_ptr_array_index (matters, i);

      g_string_append_printf (text, "%s%c:", i > 0 ? "; " : "", matter->row != PSG_ROW_NONE ? '0' + matter->row : '-');
      for (guint side = 0; side < 2; side++)
        {
          for (guint j = 0; j < matter->sides[side]->len; j++)
            g_string_append_printf (text, " %s", ((PsgClaim *) g_ptr_array_index (matter->sides[side], j))->id);
          g_string_append (text, side == 0 ? " |" : "");
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_claims_are_set_beside_each_other (void)
{
  static const struct
  {
    const char *claims; /* party and events, in turn */
    const char *parties;
    const char *matters;
  } cases[] = {
    { "A 0 b 0", "A: c0; b: c1", "-: c0 | c1" },
    /* Both speak of e1 too. */
    { "A 01 A 0 b 01", "A: c0 c1; b: c2", "1: c0 | c2; -: c1 |" },
    /* The narrower matter, with fewer claims, is the closer one. */
    { "A 012 A 01 b 012", "A: c0 c1; b: c2", "2: c0 | c2; -: c1 |" },
    /* An event of which only one speaks is no matter. */
    { "A 01 b 02", "A: c0; b: c1", "-: c0 | c1" },
    { "A 03 A 01 b 01 b 03", "A: c0 c1; b: c2 c3", "1: c1 | c2; 3: c0 | c3" },
    /* Who says most comes first. */
    { "b 0 A 0 A 0", "A: c1 c2; b: c0", "-: c1 c2 | c0" },
    /* Claims on other events are no part of it. */
    { "A 0 b 0 b 12", "A: c0; b: c1", "-: c0 | c1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestCollection) collection = g_object_new (TEST_TYPE_COLLECTION, NULL);
      g_auto (GStrv) words = g_strsplit (cases[i].claims, " ", -1);
      g_autoptr (PsgComparison) comparison = NULL;
      g_autofree char *parties = NULL;
      g_autofree char *matters = NULL;

      for (guint j = 0; words[j] != NULL; j += 2)
        add_claim (collection, words[j], words[j + 1]);
      comparison = psg_comparison_new (PSG_COLLECTION (collection), PSG_KIND_EVENT, "e0", NULL);
      parties = write_parties (comparison);
      matters = write_matters (comparison);
      g_assert_cmpstr (parties, ==, cases[i].parties);
      g_assert_cmpstr (matters, ==, cases[i].matters);
    }
}

static void
test_an_event_without_claims_has_no_parties (void)
{
  g_autoptr (TestCollection) collection = g_object_new (TEST_TYPE_COLLECTION, NULL);
  g_autoptr (PsgComparison) comparison = NULL;

  comparison = psg_comparison_new (PSG_COLLECTION (collection), PSG_KIND_EVENT, "e0", NULL);
  g_assert_cmpuint (psg_comparison_get_parties (comparison)->len, ==, 0);
  g_assert_null (psg_comparison_new (PSG_COLLECTION (collection), PSG_KIND_EVENT, "e9", NULL));
}

/* A state's border guard speaks with the state's voice. */
static void
test_accounts_are_of_two_voices (void)
{
  static const char *const voices[] = { "state-a", "state-a", "state-b", NULL };
  static const struct { guint first, second; } chosen[] = { { 0, 2 }, { 1, 2 }, { 2, 0 }, { 3, 0 } };
  g_autoptr (TestCollection) collection = g_object_new (TEST_TYPE_COLLECTION, NULL);
  g_autoptr (PsgComparison) comparison = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (voices); i++)
    {
      const char party[] = { 'A' + i, '\0' };

      add_claim (collection, party, "0");
      ((PsgClaim *) g_ptr_array_index (collection->claims, i))->affiliation = g_strdup (voices[i]);
    }
  comparison = psg_comparison_new (PSG_COLLECTION (collection), PSG_KIND_EVENT, "e0", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      const char choice[] = { 'A' + chosen[i].first, '\0' };
      guint parties[2];

      psg_comparison_choose (comparison, choice, parties);
      g_assert_cmpuint (parties[0], ==, chosen[i].first);
      g_assert_cmpuint (parties[1], ==, chosen[i].second);
    }
}

static void
add_random_claims (TestCollection *collection)
{
  static const char *const parties[] = { "A", "B", "c", "d" };

  for (int n = g_test_rand_int_range (2, MOST_CLAIMS); n > 0; n--)
    {
      g_autoptr (GString) events = g_string_new (NULL);

      for (char event = '0'; event < '0' + N_EVENTS; event++)
        if (g_test_rand_int_range (0, 3) == 0)
          g_string_append_c (events, event);
      if (events->len == 0)
        g_string_append_c (events, '0');
      add_claim (collection, parties[g_test_rand_int_range (0, G_N_ELEMENTS (parties))], events->str);
    }
}

static void
check_matters (TestCollection *collection,
               PsgComparison  *comparison,
               guint           first,
               guint           second)
{
  g_autoptr (GPtrArray) matters = psg_comparison_list_matters (comparison, first, second);
  const guint sides[] = { first, second };
  guint n = 0, last = 0;

  for (guint i = 0; i < matters->len; i++)
    {
      const PsgMatter *matter = g_ptr_array_index (matters, i);

      g_assert_true (i == 0 || matter->row > last);
      last = matter->row;
      for (guint side = 0; side < 2; side++)
        {
          const PsgParty *party = g_ptr_array_index (psg_comparison_get_parties (comparison), sides[side]);

          g_assert_true (matter->row == PSG_ROW_NONE || matter->sides[side]->len > 0);
          for (guint j = 0; j < matter->sides[side]->len; j++, n++)
            {
              PsgClaim *claim = g_ptr_array_index (matter->sides[side], j);

              g_assert_true (g_ptr_array_find (party->claims, claim, NULL));
              g_assert_true (matter->row == PSG_ROW_NONE ||
                             is_about (claim, psg_event_table_get_id (collection->events, matter->row)));
            }
        }
    }

  for (guint side = 0; side < 2; side++)
    n -= ((PsgParty *) g_ptr_array_index (psg_comparison_get_parties (comparison), sides[side]))->claims->len;
  g_assert_cmpuint (n, ==, 0);
}

static void
test_every_claim_is_told_once (void)
{
  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (TestCollection) collection = g_object_new (TEST_TYPE_COLLECTION, NULL);
      g_autoptr (PsgComparison) comparison = NULL;
      gboolean event = round % 2 == 0;
      guint n = 0;

      add_random_claims (collection);
      comparison = psg_comparison_new (PSG_COLLECTION (collection), event ? PSG_KIND_EVENT : PSG_KIND_CROSSING,
                                       event ? "e0" : "bridge", NULL);
      for (guint i = 0; i < psg_comparison_get_parties (comparison)->len; i++)
        {
          n += ((PsgParty *) g_ptr_array_index (psg_comparison_get_parties (comparison), i))->claims->len;
          for (guint j = 0; j < psg_comparison_get_parties (comparison)->len; j++)
            if (i != j)
              check_matters (collection, comparison, i, j);
        }

      for (guint i = 0; event && i < collection->claims->len; i++)
        n -= is_about (g_ptr_array_index (collection->claims, i), "e0");
      g_assert_cmpuint (n, ==, event ? 0 : collection->claims->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/comparison/claims-are-set-beside-each-other", test_claims_are_set_beside_each_other);
  g_test_add_func ("/core/comparison/an-event-without-claims-has-no-parties",
                   test_an_event_without_claims_has_no_parties);
  g_test_add_func ("/core/comparison/accounts-are-of-two-voices", test_accounts_are_of_two_voices);
  g_test_add_func ("/core/comparison/every-claim-is-told-once", test_every_claim_is_told_once);

  return g_test_run ();
}
