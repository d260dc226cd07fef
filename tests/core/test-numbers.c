/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-numbers.h"

/* Lists of numbers: text in and out. */

static void
test_text_and_back (void)
{
  static const struct { const char *text; const char *canonical; } cases[] = {
    { "1,2,3", "1,2,3" }, { "-0.5,0.25,100.126", "-0.5,0.25,100.13" }, { "0001.500,-0,0.001", "1.5,0,0" },
    { "1.,2,3", "1,2,3" }, { "1,2", NULL }, { "1,2,3,4", NULL }, { "1,2,3,", NULL }, { "", NULL }, { ",,", NULL },
    { "1, 2,3", NULL }, { "+1,2,3", NULL }, { "1e1,2,3", NULL }, { "0x1,2,3", NULL }, { "nan,2,3", NULL },
    { "-inf,2,3", NULL }, { "-,2,3", NULL }, { "1-1,2,3", NULL }, { "1.2.3,2,3", NULL }, { ".5,1,2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      double numbers[3];

      g_assert_cmpint (psg_numbers_parse (cases[i].text, numbers, 3), ==, cases[i].canonical != NULL);
      if (cases[i].canonical == NULL)
        continue;
      text = psg_numbers_to_string (numbers, 3, 2);
      g_assert_cmpstr (text, ==, cases[i].canonical);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/numbers/text-and-back", test_text_and_back);

  return g_test_run ();
}
