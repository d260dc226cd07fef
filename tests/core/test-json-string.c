/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json-string.h"

/* What is written; that it reads back is tested in tests/store. */

static void
test_what_is_escaped (void)
{
  static const struct { const char *text; const char *json; } cases[] = {
    { "", "\"\"" },
    { "Ąžuolas/</script>", "\"Ąžuolas/</script>\"" },
    { "a\"b\\c", "\"a\\\"b\\\\c\"" },
    { "\n\x01\x1f\x7f", "\"\\u000a\\u0001\\u001f\x7f\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      psg_json_append_string (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, cases[i].json);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/json-string/what-is-escaped", test_what_is_escaped);

  return g_test_run ();
}
