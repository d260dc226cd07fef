/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-text.h"

/* Language maps: what is found, and what stands in when it is not there. */

static const char *const pairs[] = { "en", "border", "lt", "siena", "be-tarask", "мяжа", NULL };

typedef struct
{
  const char *language;
  const char *value;
} Lookup;

static const Lookup lookups[] = {
  { "en", "border" },
  { "lt", "siena" },
  { "LT", "siena" },
  { "BE-Tarask", "мяжа" },
  { "be", NULL },
  { "en-GB", NULL },
  { "", NULL },
};

static void
test_lookup_is_exact_but_for_case (void)
{
  g_autoptr (PsgText) text = psg_text_new (pairs);

  for (guint i = 0; i < G_N_ELEMENTS (lookups); i++)
    g_assert_cmpstr (psg_text_lookup (text, lookups[i].language), ==, lookups[i].value);

  g_assert_null (psg_text_lookup (NULL, "en"));
}

static void
test_languages_keep_their_order (void)
{
  g_autoptr (PsgText) text = psg_text_new (pairs);

  g_assert_cmpuint (psg_text_get_n (text), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (psg_text_get_language (text, i), ==, pairs[2 * i]);
      g_assert_cmpstr (psg_text_get_value (text, i), ==, pairs[2 * i + 1]);
    }
}

typedef struct
{
  const char *wanted[4];
  const char *value;
} Choice;

static const Choice choices[] = {
  { { "lt", "en" }, "siena" },
  { { "en", "lt" }, "border" },
  { { "pl", "be-tarask" }, "мяжа" },
  { { "pl", "de" }, "border" },
  { { NULL }, "border" },
};

static void
test_the_first_wanted_language_wins (void)
{
  g_autoptr (PsgText) text = psg_text_new (pairs);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      psg_text_set_preferred (choices[i].wanted);
      g_assert_cmpstr (psg_text_get (text), ==, choices[i].value);
    }

  psg_text_set_preferred (NULL);
}

static void
test_no_text_is_the_empty_string (void)
{
  g_assert_cmpstr (psg_text_get (NULL), ==, "");
}

typedef struct
{
  const char *variable;
  const char *tags;
} Locale;

static const Locale locales[] = {
  { "lt_LT.UTF-8:en_GB", "lt-LT lt en-GB en" },
  { "sr_RS@latin", "sr-RS sr" },
  { "C", "" },
};

/* g_get_language_names() looks at the variable again each time it is asked. */
static void
test_locales_become_tags_once_each (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *tags = NULL;

      g_setenv ("LANGUAGE", locales[i].variable, TRUE);
      psg_text_set_preferred (NULL);
      tags = g_strjoinv (" ", (GStrv) psg_text_get_preferred ());
      g_assert_cmpstr (tags, ==, locales[i].tags);
    }

  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  psg_text_set_preferred (NULL);
}

static void
test_another_language_is_a_translation (void)
{
  static const char *const same[] = { "en", "Kotlovka", "lt", "Kotlovka", NULL };
  static const char *const lithuanian[] = { "lt", NULL };
  static const char *const english[] = { "en", NULL };
  g_autoptr (PsgText) text = psg_text_new (pairs);
  g_autoptr (PsgText) name = psg_text_new (same);

  psg_text_set_preferred (english);
  g_assert_false (psg_text_is_translated (text));
  psg_text_set_preferred (lithuanian);
  g_assert_true (psg_text_is_translated (text));
  g_assert_false (psg_text_is_translated (name));
  g_assert_false (psg_text_is_translated (NULL));
  psg_text_set_preferred (NULL);
}

static gpointer
read_text (gpointer text)
{
  for (guint i = 0; i < 100; i++)
    g_assert_cmpstr (psg_text_get (text), ==, "border");

  return NULL;
}

static void
test_threads_may_read_first (void)
{
  g_autoptr (PsgText) text = psg_text_new (pairs);
  GThread *threads[4];

  psg_text_set_preferred (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_text, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_a_reference_keeps_it (void)
{
  PsgText *text = psg_text_new_single ("en", "road");
  GValue value = G_VALUE_INIT;

  g_value_init (&value, PSG_TYPE_TEXT);
  g_value_take_boxed (&value, psg_text_ref (text));
  psg_text_unref (text);
  g_assert_cmpstr (psg_text_get (g_value_get_boxed (&value)), ==, "road");
  g_value_unset (&value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/lookup-is-exact-but-for-case", test_lookup_is_exact_but_for_case);
  g_test_add_func ("/core/text/languages-keep-their-order", test_languages_keep_their_order);
  g_test_add_func ("/core/text/the-first-wanted-language-wins", test_the_first_wanted_language_wins);
  g_test_add_func ("/core/text/no-text-is-the-empty-string", test_no_text_is_the_empty_string);
  g_test_add_func ("/core/text/locales-become-tags-once-each", test_locales_become_tags_once_each);
  g_test_add_func ("/core/text/another-language-is-a-translation", test_another_language_is_a_translation);
  g_test_add_func ("/core/text/threads-may-read-first", test_threads_may_read_first);
  g_test_add_func ("/core/text/a-reference-keeps-it", test_a_reference_keeps_it);

  return g_test_run ();
}
