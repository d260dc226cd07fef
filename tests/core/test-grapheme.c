/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-grapheme.h"

/* Bars stand where a cluster begins. The first cases are those of GraphemeBreakTest.txt, of Unicode Standard Annex
 * 29. */
static const char *const cases[] = {
  "|a|b",
  "|\r\n|a",
  "|\n|\r",
  "|a|\001|\u0308",
  "|e\u0301|t\u0301\u0327|o",
  "|\u0301|a",
  "|각|\u1100\u1161\u11a8|\u1100\uac00\u11a8",
  "|\uac01\u11a8|\uac00",
  "|각|가\u1161",
  "|🇱🇹|🇧🇾|🇱",
  "|🇱\u0308|🇹",
  "|a|🇱🇹|b",
  "|👨\u200d👩\u200d👧|x",
  "|👍🏽|👍",
  "|❤\ufe0f\u200d🔥|!",
  "|🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f|.",
  "|a\u200d|🔥",
  "|\u0600a|b",
  "|न|म|स\u094d|त\u0947",
  "|ก\u0e33|น",
  "|ש\u05c1\u05b8|ל",
  "|م\u064f|ح",
};

static void
test_clusters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      PsgGrapheme state = { 0 };

      for (const char *at = cases[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (c == '|')
            continue;
          if (psg_grapheme_step (&state, c))
            g_string_append_c (out, '|');
          g_string_append_unichar (out, c);
        }

      g_assert_cmpstr (out->str, ==, cases[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/grapheme/clusters-are-kept-together", test_clusters);

  return g_test_run ();
}
