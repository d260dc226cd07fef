/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-json.h"
#include "psg-json-string.h"
#include "psg-language-tag.h"

#include <string.h>

/* Strict JSON: what it takes, what it refuses and on which line. */

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    double      number;
  } numbers[] = {
    { "0", 0 }, { "-0", 0 }, { "12", 12 }, { "-1.5", -1.5 }, { "1e3", 1000 }, { "1E-2", 0.01 }, { " 7 ", 7 },
  };
  static const struct
  {
    const char *text;
    const char *string;
  } strings[] = {
    { "\"\"", "" },
    { "\"a\"", "a" },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "\"\\u0161\"", "š" },
    { "\"\\uD83D\\uDEC2\"", "🛂" },
    { "\"Šalčininkai\"", "Šalčininkai" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (PsgJson) json = psg_json_parse (numbers[i].text, strlen (numbers[i].text), NULL, NULL);

      g_assert_cmpint (json->kind, ==, PSG_JSON_NUMBER);
      g_assert_cmpfloat (json->number, ==, numbers[i].number);
    }

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (PsgJson) json = psg_json_parse (strings[i].text, strlen (strings[i].text), NULL, NULL);

      g_assert_cmpint (json->kind, ==, PSG_JSON_STRING);
      g_assert_cmpstr (json->string, ==, strings[i].string);
    }
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    guint       line;
  } cases[] = {
    { "", 1 }, { "\n\n", 3 }, { "{", 1 }, { "[1,]", 1 }, { "{\"a\":1,}", 1 }, { "[1 2]", 1 }, { "{\"a\" 1}", 1 },
    { "{a:1}", 1 }, { "'a'", 1 }, { "01", 1 }, { "1.", 1 }, { ".5", 1 }, { "+1", 1 }, { "1e", 1 }, { "-", 1 },
    { "NaN", 1 }, { "Infinity", 1 }, { "1e999", 1 }, { "tru", 1 }, { "nul", 1 }, { "\"a", 1 }, { "\"a\nb\"", 1 },
    { "\"\t\"", 1 }, { "\"\\x\"", 1 }, { "\"\\u12\"", 1 }, { "\"\\u12g4\"", 1 }, { "\"\\u0000\"", 1 },
    { "\"\\ud800\"", 1 }, { "\"\\ud800\\u0041\"", 1 }, { "\"\\udc00\"", 1 }, { "\"\\", 1 },
    { "// remark\n1", 1 }, { "/* remark */ 1", 1 }, { "[1]\n]", 2 }, { "{\n\"a\": 1\n\"b\": 2\n}", 3 },
    { "{\n\"a\": [\n1,\n]\n}", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL, outline_error = NULL;
      guint line = 0, outline_line = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_null (psg_json_parse (cases[i].text, strlen (cases[i].text), &line, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpuint (line, ==, cases[i].line);

      /* An outline finds the same mistake there. */
      g_assert_null (psg_json_outline (cases[i].text, strlen (cases[i].text), 1, &outline_line, &outline_error));
      g_assert_cmpstr (outline_error->message, ==, error->message);
      g_assert_cmpuint (outline_line, ==, line);
    }
}

static void
test_lines_and_repeats (void)
{
  const char *text = "{\n  \"a\": 1,\n  \"b\": [\n    2,\n    3 ],\n  \"a\":\n 4\n}";
  g_autoptr (PsgJson) json = psg_json_parse (text, strlen (text), NULL, NULL);
  PsgJsonMember *members = (PsgJsonMember *) json->members->data;

  g_assert_cmpuint (json->line, ==, 1);
  g_assert_cmpuint (json->members->len, ==, 3);
  g_assert_cmpuint (members[0].line, ==, 2);
  g_assert_cmpuint (members[1].value->line, ==, 3);
  g_assert_cmpuint (((PsgJson *) members[1].value->items->pdata[1])->line, ==, 5);
  g_assert_false (members[0].again);
  g_assert_true (members[2].again);
  g_assert_cmpuint (members[2].line, ==, 6);
  g_assert_cmpuint (members[2].value->line, ==, 7);
  g_assert_cmpfloat (psg_json_get (json, "a")->number, ==, 1);
  g_assert_null (psg_json_get (json, "c"));
}

static void
test_an_outline_leaves_items_to_be_completed (void)
{
  const char *text = "{\"a\": {\"b\": 1},\n\"c\": [\n\"d\", {\"e\": [1, [2]],\n\"f\": 3}, [4]]}";
  g_autoptr (PsgJson) outline = psg_json_outline (text, strlen (text), 6, NULL, NULL);
  const PsgJson *items = psg_json_get (outline, "c");
  const PsgJson *item = items->items->pdata[1];
  g_autoptr (PsgJson) whole = psg_json_complete (item);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (psg_json_get (psg_json_get (outline, "a"), "b")->number, ==, 1);
  g_assert_cmpuint (items->items->len, ==, 3);
  g_assert_cmpstr (((PsgJson *) items->items->pdata[0])->string, ==, "d");
  g_assert_cmpuint (item->line, ==, 3);
  g_assert_cmpuint (item->members->len, ==, 0);
  g_assert_cmpuint (((PsgJson *) items->items->pdata[2])->items->len, ==, 0);

  g_assert_cmpuint (psg_json_get (whole, "e")->items->len, ==, 2);
  g_assert_cmpuint (psg_json_get (whole, "e")->line, ==, 3);
  g_assert_cmpuint (psg_json_get (whole, "f")->line, ==, 4);

  g_assert_null (psg_json_outline (text, strlen (text), 5, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_nesting_is_limited (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');

  g_assert_null (psg_json_parse (text->str, text->len, NULL, NULL));
}

static void
test_strings_are_written_back (void)
{
  static const char *const strings[] = { "", "a", "\"\\\b\n\x1f", "Šalčininkai 🛂", "</script>" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (PsgJson) json = NULL;

      psg_json_append_string (out, strings[i]);
      json = psg_json_parse (out->str, out->len, NULL, NULL);
      g_assert_cmpstr (json->string, ==, strings[i]);
    }
}

static void
test_language_tags (void)
{
  static const char *const good[] = {
    "en", "lt", "be", "be-tarask", "zh-Hant-TW", "sr-Latn", "de-CH-1901", "es-419", "en-x-own", "zh-yue",
    "en-u-ca-buddhist",
  };
  static const char *const bad[] = {
    "", "e", "en_GB", "en-", "-en", "en--GB", "english-language-x", "en-x", "1en", "lt-LTU-LTU-LTU-LTUX-a",
    "лт", "en GB",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (psg_language_tag_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (psg_language_tag_is_valid (bad[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/json/values", test_values);
  g_test_add_func ("/store/json/mistakes-have-a-line", test_mistakes);
  g_test_add_func ("/store/json/lines-and-repeats", test_lines_and_repeats);
  g_test_add_func ("/store/json/an-outline-leaves-items-to-be-completed", test_an_outline_leaves_items_to_be_completed);
  g_test_add_func ("/store/json/nesting-is-limited", test_nesting_is_limited);
  g_test_add_func ("/store/json/strings-are-written-back", test_strings_are_written_back);
  g_test_add_func ("/store/language-tag/well-formed-or-not", test_language_tags);

  return g_test_run ();
}
