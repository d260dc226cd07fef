/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json-writer.h"

#include "psg-json.h"

#include <float.h>
#include <string.h>

/* What is written is what our own strict reader reads. */

static void
test_everything_at_once (void)
{
  g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;
  g_autoptr (GBytes) bytes = NULL;

  psg_json_writer_open (&writer, NULL, '{');
  psg_json_writer_string (&writer, "text", "a \"b\"\n");
  psg_json_writer_open (&writer, "list", '[');
  psg_json_writer_count (&writer, NULL, G_MAXUINT);
  psg_json_writer_flag (&writer, NULL, TRUE);
  psg_json_writer_number (&writer, NULL, 0.1);
  psg_json_writer_close (&writer, ']');
  psg_json_writer_open (&writer, "none", '{');
  psg_json_writer_close (&writer, '}');
  psg_json_writer_close (&writer, '}');
  bytes = psg_json_writer_end (&writer);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   "{\n"
                   "  \"text\": \"a \\\"b\\\"\\u000a\",\n"
                   "  \"list\": [\n"
                   "    4294967295,\n"
                   "    true,\n"
                   "    0.1\n"
                   "  ],\n"
                   "  \"none\": {}\n"
                   "}\n", 95);
}

static void
test_numbers_come_back (void)
{
  static const double fixed[] = { 0, -0.0, 1, 54.1, -25.3, 1e-300, DBL_MIN, DBL_MAX, -DBL_MAX, 1.0 / 3 };

  for (guint i = 0; i < 10000; i++)
    {
      g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;
      double number = i < G_N_ELEMENTS (fixed) ? fixed[i] : g_test_rand_double_range (-180, 180);
      g_autoptr (PsgJson) json = NULL;

      psg_json_writer_number (&writer, NULL, number);
      json = psg_json_parse (writer.text->str, writer.text->len, NULL, NULL);
      g_assert_true (json != NULL && json->number == number);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/json-writer/everything-at-once", test_everything_at_once);
  g_test_add_func ("/store/json-writer/numbers-come-back", test_numbers_come_back);

  return g_test_run ();
}
