/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "psg-anchor.h"
#include "psg-bench.h"

/* Finding 1 000 anchors in a text of 1 MB that has changed since they were made: making the text ready and finding
 * them all, against the floor of reading the text once. */

#define RUNS 25
#define N_ANCHORS 1000
#define N_BYTES (1 << 20)
#define N_WORDS 4000

typedef enum
{
  STILL,     /* nothing has changed */
  MOVED,     /* a paragraph has been put before all */
  CHANGED,   /* and in each anchor's words or context a letter has become another */
  REWRITTEN, /* and about every fifth word is another: most are for a person to review */
} Case;

static const char *const names[] = { "still", "moved", "changed", "rewritten" };

/* A word that may not be in any dictionary, but is as long as words are; common ones are short and come often. */
static void
append_word (GString *text,
             GRand   *rand)
{
  guint rank = (guint) (N_WORDS * g_rand_double (rand) * g_rand_double (rand) * g_rand_double (rand));
  g_autoptr (GRand) letters = g_rand_new_with_seed (rank + 1);
  int length = 2 + (int) (g_bit_storage (rank) / 2) + g_rand_int_range (letters, 0, 4);

  for (int i = 0; i < length; i++)
    {
      double common = g_rand_double (letters) * g_rand_double (letters);

      g_string_append_c (text, "etaoinshrdlucmfwypvbgkjqxz"[(int) (26 * common)]);
    }
}

static char *
write_text (GRand *rand)
{
  GString *text = g_string_sized_new (N_BYTES + 64);

  while (text->len < N_BYTES)
    {
      append_word (text, rand);
      if (g_rand_int_range (rand, 0, 14) == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, g_rand_int_range (rand, 0, 90) == 0 ? '\n' : ' ');
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
make_anchors (const char *text,
              GRand      *rand)
{
  g_autoptr (PsgAnchorText) ready = psg_anchor_text_new (text);
  g_autofree PsgAnchorPlace *places = g_new0 (PsgAnchorPlace, N_ANCHORS);

  for (guint i = 0; i < N_ANCHORS; i++)
    {
      places[i].start = g_rand_int_range (rand, 0, N_BYTES - 200);
      places[i].end = places[i].start + g_rand_int_range (rand, 10, 160);
    }

  return psg_anchor_new_for_places (ready, places, N_ANCHORS);
}

static char *
change (const char *before,
        GPtrArray  *anchors,
        GRand      *rand,
        Case        what)
{
  GString *after = g_string_new (before);

  for (guint i = 0; what >= CHANGED && i < anchors->len; i++)
    {
      const PsgAnchor *anchor = g_ptr_array_index (anchors, i);

      after->str[g_rand_int_range (rand, MAX (anchor->start, 30) - 30, anchor->end + 30)] = 'z';
    }
  for (guint i = 0; what == REWRITTEN && i < N_BYTES / 30; i++)
    {
      g_autoptr (GString) word = g_string_new (" ");

      append_word (word, rand);
      g_string_overwrite (after, g_rand_int_range (rand, 0, N_BYTES - 20), word->str);
    }
  if (what >= MOVED)
    g_string_prepend (after, "What follows was written before the crossings were closed, and read again since. ");

  return g_string_free (after, FALSE);
}

static guint
find_all (const char *text,
          GPtrArray  *anchors,
          PsgBench   *ready,
          PsgBench   *all)
{
  g_autofree PsgAnchorMatch *matches = g_new (PsgAnchorMatch, anchors->len);
  double begun = psg_bench_get_now ();
  g_autoptr (PsgAnchorText) made = psg_anchor_text_new (text);
  guint found = 0;

  psg_bench_add (ready, psg_bench_get_now () - begun);
  psg_anchor_resolve_all (made, (const PsgAnchor *const *) anchors->pdata, anchors->len, matches);
  psg_bench_add (all, psg_bench_get_now () - begun);

  for (guint i = 0; i < anchors->len; i++)
    found += psg_anchor_match_is_found (&matches[i]);

  return found;
}

static void
measure (const char *before,
         GPtrArray  *anchors,
         GRand      *rand,
         Case        what)
{
  g_autoptr (PsgBench) all = psg_bench_new (), ready = psg_bench_new (), floor = psg_bench_new ();
  g_autofree char *text = change (before, anchors, rand, what);
  guint found = 0;

  for (guint i = 0; i < RUNS; i++)
    {
      found = find_all (text, anchors, ready, all);
      psg_bench_begin (floor);
      if (g_utf8_strlen (text, -1) == 0)
        abort ();
      psg_bench_end (floor);
    }

  g_print ("{\"bench\": \"anchor\", \"n\": %d, \"case\": \"%s\", \"bytes\": %d, \"runs\": %d, \"renderer\": null, "
           "\"window\": null, \"found\": %u", N_ANCHORS, names[what], N_BYTES, RUNS, found);
  psg_bench_print (all, "");
  psg_bench_print (ready, "text_");
  psg_bench_print (floor, "floor_");
  g_print (", \"goal_p50_ms\": 50}\n");
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);
  g_autofree char *text = write_text (rand);
  g_autoptr (GPtrArray) anchors = make_anchors (text, rand);

  for (Case what = STILL; what <= REWRITTEN; what++)
    measure (text, anchors, rand, what);

  return EXIT_SUCCESS;
}
