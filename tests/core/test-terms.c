/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-terms.h"

/* The grammar of search and filter: what a term is. */

static void
test_text_is_split_at_spaces_outside_quotation_marks (void)
{
  static const struct
  {
    const char *text;
    const char *terms; /* parted by | */
  } cases[] = {
    { "", "" },
    { " \t\n", "" },
    { "a  b\tc\n", "a|b|c" },
    { "\"two words\" more", "\"two words\"|more" },
    { "crossing:\"Kamenny Loh\" x", "crossing:\"Kamenny Loh\"|x" },
    { "a\"b c\"d e", "a\"b c\"d|e" },
    /* What nothing closes is a letter. */
    { "say \"hello you", "say|\"hello|you" },
    { "\"a b\" c\" d", "\"a b\"|c\"|d" },
    { "\"", "\"" },
    { "\"\" x", "\"\"|x" },
    { "Шальчининкай Салечнікі", "Шальчининкай|Салечнікі" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) terms = psg_terms_split (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", terms);

      g_assert_cmpstr (joined, ==, cases[i].terms);
    }
}

static void
test_values_are_read_as_they_are_written (void)
{
  static const char *const values[] = { "border", "Kamenny Loh", "2021-05/..", "Šalčininkai–Benyakoni", "a:b" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *term = psg_term_write ("crossing:", values[i]);
      g_auto (GStrv) terms = psg_terms_split (term);
      g_autofree char *value = psg_term_dup_value (terms[0], "crossing:");

      g_assert_null (terms[1]);
      g_assert_cmpstr (value, ==, values[i]);
    }
}

static void
test_a_term_of_another_key_has_no_value (void)
{
  g_autofree char *empty = psg_term_dup_value ("lane:", "lane:");
  g_autofree char *spaces = psg_term_dup_value ("lane:\"  \"", "lane:");

  g_assert_null (psg_term_dup_value ("lanes:x", "lane:"));
  g_assert_null (psg_term_dup_value ("x", "lane:"));
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (spaces, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/terms/text-is-split-at-spaces-outside-quotation-marks",
                   test_text_is_split_at_spaces_outside_quotation_marks);
  g_test_add_func ("/core/terms/values-are-read-as-they-are-written", test_values_are_read_as_they_are_written);
  g_test_add_func ("/core/terms/a-term-of-another-key-has-no-value", test_a_term_of_another_key_has_no_value);

  return g_test_run ();
}
