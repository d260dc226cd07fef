/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-text-finder.h"

#include <string.h>

#include "psg-names.h"

/* Finding words in a text: what counts as the same, and where it is said to stand. */

static PsgTextFinder *
make_ready (const char *text)
{
  PsgTextFinder *finder = psg_text_finder_new ();

  psg_text_finder_append (finder, text, -1, 0);

  return finder;
}

/* "3-5 9-11" */
static char *
find_in (PsgTextFinder *finder,
         const char    *query)
{
  g_autoptr (GArray) hits = psg_text_finder_find (finder, query);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      PsgTextHit hit = g_array_index (hits, PsgTextHit, i);

      g_string_append_printf (found, "%s%u-%u", i > 0 ? " " : "", hit.start, hit.end);
    }

  return g_string_free (found, FALSE);
}

static void
test_what_is_the_same (void)
{
  static const struct { const char *text; const char *query; const char *found; } cases[] = {
    { "Šalčininkai and Salcininkai", "salcininkai", "0-11 16-27" },
    { "Šalčininkai", "ŠALČ", "0-4" },
    { "Medininkai", "medininkų", "" },
    { "Medininkų", "medininku", "0-9" },
    { "Шальчининкай, ШАЛЬЧИНИНКАЙ", "шальчининкаи", "0-12 14-26" },
    { "cafe\u0301s", "CAFÉ", "0-5" },
    { "cafés", "cafe\u0301s", "0-5" },
    { "Straße", "strasse", "0-6" },
    { "the o\uFB03ce", "office", "4-8" },
    { "ΣΊΣΥΦΟΣ", "σίσυφος", "0-7" },
    { "“It’s” – so", "\"it's\" - so", "0-11" },
    { "it's", "it’s", "0-4" },
    { "a\u00A0 \t\nb", "a b", "0-6" },
    { "one\ntwo", "one   two", "0-7" },
    { "co\u00ADope\u200Brate", "cooperate", "0-11" },
    { "aaaa", "aa", "0-2 2-4" },
    { "a.b", "ab", "" },
    { "a.b", ".", "1-2" },
    { "😀 flag 🇱🇹", "🇱🇹", "7-9" },
    { "", "a", "" },
    { "a b", " ", "" },
    { "a b", "", "" },
    { "a", "abcdef", "" },
    { "\u0301a", "a", "1-2" },
    { "a", "\u0301", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgTextFinder) finder = make_ready (cases[i].text);
      g_autofree char *found = find_in (finder, cases[i].query);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_what_is_skipped_parts_no_words (void)
{
  g_autoptr (PsgTextFinder) finder = psg_text_finder_new ();
  g_autofree char *across = NULL;
  g_autofree char *after = NULL;

  /* "closed[12] for good" */
  psg_text_finder_append (finder, "closed", -1, 0);
  psg_text_finder_append (finder, " for good", -1, 10);
  across = find_in (finder, "closed for");
  after = find_in (finder, "good");
  g_assert_cmpstr (across, ==, "0-14");
  g_assert_cmpstr (after, ==, "15-19");
}

static char *
write_random (guint most)
{
  static const char *const pieces[] = { "a", "b", "A", "á", "a\u0301", "ß", "s", " ",
                                        "\n", "ž", "Z", "я", "Я", "-", "–" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, (int) most); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* Folded as a whole by GLib, as names are, where none of it is punctuation. */
static char *
fold_slowly (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          if (out->len == 0 || out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (out, c == 0x2013 ? '-' : c);
    }

  return g_string_free (out, FALSE);
}

/* As many as there are in the text that was folded as a whole, and each says what was looked for. */
static void
test_finds_what_is_there (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = write_random (60);
      g_autofree char *query = write_random (4);
      g_autofree char *folded = fold_slowly (text);
      g_autofree char *wanted = fold_slowly (query);
      g_autoptr (PsgTextFinder) finder = make_ready (text);
      g_autoptr (GArray) hits = psg_text_finder_find (finder, query);
      guint expected = 0, last = 0;

      if (*wanted != '\0' && !g_str_equal (wanted, " "))
        for (const char *at = folded; (at = strstr (at, wanted)) != NULL; at += strlen (wanted))
          expected++;
      g_assert_cmpuint (hits->len, ==, expected);

      for (guint i = 0; i < hits->len; i++)
        {
          PsgTextHit hit = g_array_index (hits, PsgTextHit, i);
          g_autofree char *words = g_utf8_substring (text, hit.start, hit.end);
          g_autofree char *same = fold_slowly (words);

          g_assert_cmpuint (hit.start, >=, last > 0 ? last - 1 : 0);
          g_assert_cmpuint (hit.start, <, hit.end);
          g_assert_nonnull (strstr (same, wanted));
          last = hit.end;
        }
    }
}

/* Names and texts are found by the same letters. */
static void
test_folds_as_names_are_folded (void)
{
  static const char *const names[] = { "Šalčininkai", "Ашмяны", "Łódź", "Straße", "Ōsaka", "Kamenny Loh", "ﬁn" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PsgTextFinder) finder = make_ready (names[i]);
      g_autofree char *typed = psg_name_fold (names[i]);
      g_autoptr (GArray) hits = psg_text_finder_find (finder, typed);

      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpuint (g_array_index (hits, PsgTextHit, 0).end, ==, g_utf8_strlen (names[i], -1));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text-finder/what-is-the-same", test_what_is_the_same);
  g_test_add_func ("/core/text-finder/what-is-skipped-parts-no-words", test_what_is_skipped_parts_no_words);
  g_test_add_func ("/core/text-finder/finds-what-is-there", test_finds_what_is_there);
  g_test_add_func ("/core/text-finder/folds-as-names-are-folded", test_folds_as_names_are_folded);

  return g_test_run ();
}
