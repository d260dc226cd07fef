/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-names.h"

#include "psg-memory-collection.h"

/* What a person calls a lane, a crossing or a place. */

static void
test_names_begin_without_case_and_diacritics (void)
{
  static const struct
  {
    const char *typed;
    const char *name;
    gboolean begins;
  } cases[] = {
    { "salcin", "Šalčininkai–Benyakoni", TRUE },
    { "ŠALČININKAI", "Šalčininkai–Benyakoni", TRUE },
    { "benya", "Šalčininkai–Benyakoni", TRUE },
    { "salcininkai benya", "Šalčininkai–Benyakoni", TRUE },
    { "салечнікі", "Салечнікі–Беняконі", TRUE },
    /* й is taken apart into и and a mark, whichever way it was typed. */
    { "шальчининкаи", "Шальчининкай", TRUE },
    { "Шальчининкай", "Шальчининкай", TRUE },
    { "kai", "Šalčininkai–Benyakoni", FALSE },
    { "medininkai kamenny", "medininkai-kamenny-loh", TRUE },
    { "", "Medininkai", FALSE },
    { "–", "Medininkai", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = psg_name_fold (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (psg_name_begins (cases[i].name, folded), ==, cases[i].begins);
    }
}

static guint
count (PsgNamed    kind,
       GPtrArray  *records,
       const char *typed)
{
  g_autoptr (GArray) found = psg_names_find (kind, records, typed);

  return found->len;
}

static void
test_an_id_means_one_and_a_beginning_all (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  GPtrArray *lanes = psg_collection_get_lanes (collection);
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  GPtrArray *places = psg_collection_get_places (collection);

  for (guint i = 0; i < crossings->len; i++)
    g_assert_cmpuint (count (PSG_NAMED_CROSSING, crossings, ((PsgCrossing *) crossings->pdata[i])->id), ==, 1);
  for (guint i = 0; i < lanes->len; i++)
    g_assert_cmpuint (count (PSG_NAMED_LANE, lanes, psg_text_get (((PsgLane *) lanes->pdata[i])->name)), >=, 1);
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpuint (count (PSG_NAMED_PLACE, places, psg_text_get (((PsgPlace *) places->pdata[i])->name)), >=, 1);

  g_assert_cmpuint (count (PSG_NAMED_LANE, lanes, "zzyzx"), ==, 0);
  g_assert_cmpuint (count (PSG_NAMED_LANE, lanes, ""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/names/begin-without-case-and-diacritics", test_names_begin_without_case_and_diacritics);
  g_test_add_func ("/core/names/an-id-means-one-and-a-beginning-all", test_an_id_means_one_and_a_beginning_all);

  return g_test_run ();
}
