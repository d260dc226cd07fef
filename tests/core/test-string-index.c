/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory.h"
#include "psg-string-index.h"

#include <string.h>

/* The packed index against a hash table, and memory for large arrays. */

typedef struct
{
  GByteArray *arena;
  GArray *offsets;
  GHashTable *numbers; /* string -> number + 1 */
} Strings;

static void
add_string (Strings    *self,
            const char *string)
{
  guint32 offset = self->arena->len;

  if (!g_hash_table_insert (self->numbers, g_strdup (string), GUINT_TO_POINTER (self->offsets->len + 1)))
    return;

  g_byte_array_append (self->arena, (const guint8 *) string, strlen (string) + 1);
  g_array_append_val (self->offsets, offset);
}

static void
set_up (Strings      *self,
        gconstpointer data)
{
  self->arena = g_byte_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tear_down (Strings      *self,
           gconstpointer data)
{
  g_byte_array_unref (self->arena);
  g_array_unref (self->offsets);
  g_hash_table_unref (self->numbers);
}

static PsgStringIndex *
new_index (Strings *self)
{
  return psg_string_index_new ((const char *) self->arena->data, (const guint32 *) (gpointer) self->offsets->data,
                               self->offsets->len);
}

static char *
random_string (void)
{
  GString *string = g_string_new (NULL);
  guint length = g_test_rand_int_range (0, 6);

  for (guint i = 0; i < length; i++)
    g_string_append_c (string, "ab-"[g_test_rand_int_range (0, 3)]);

  return g_string_free (string, FALSE);
}

static void
test_an_empty_index_finds_nothing (Strings      *self,
                                   gconstpointer data)
{
  g_autoptr (PsgStringIndex) index = new_index (self);

  g_assert_cmpuint (psg_string_index_find (index, ""), ==, G_MAXUINT32);
  g_assert_cmpuint (psg_string_index_find (index, "a"), ==, G_MAXUINT32);
}

/* Few letters, so that many strings begin alike and many are asked for that are not there. */
static void
test_it_agrees_with_a_hash_table (Strings      *self,
                                  gconstpointer data)
{
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (PsgStringIndex) index = NULL;

      for (guint i = 0; i < 1u << round; i++)
        {
          g_autofree char *string = random_string ();

          if (!g_hash_table_contains (self->numbers, string))
            add_string (self, string);
        }

      index = new_index (self);
      for (guint i = 0; i < 500; i++)
        {
          g_autofree char *string = random_string ();
          guint expected = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, string)) - 1;

          g_assert_cmpuint (psg_string_index_find (index, string), ==, expected);
        }
    }
}

static void
test_every_string_of_many_is_found (Strings      *self,
                                    gconstpointer data)
{
  g_autoptr (PsgStringIndex) index = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      char string[16];

      g_snprintf (string, sizeof string, "e%u", i);
      add_string (self, string);
    }

  index = new_index (self);
  for (guint i = 0; i < self->offsets->len; i++)
    {
      const char *string = (const char *) self->arena->data + g_array_index (self->offsets, guint32, i);

      g_assert_cmpuint (psg_string_index_find (index, string), ==, i);
    }
}

static void
test_memory_of_any_size_can_be_written (void)
{
  static const gsize sizes[] = { 0, 1, 4096, 4 * 1024 * 1024 - 1, 4 * 1024 * 1024, 9 * 1024 * 1024 + 7 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *memory = psg_memory_try_large (sizes[i]);

      g_assert_nonnull (memory);
      g_assert_cmpuint ((guintptr) memory % sizeof (gint64), ==, 0);
      memset (memory, 0x55, sizes[i]);
      g_free (memory);
    }
}

static void
test_memory_that_is_not_there_is_refused (void)
{
  g_assert_null (psg_memory_try_large (G_MAXSSIZE - 4096));
}

#define ADD(name, function) g_test_add ("/core/string-index/" name, Strings, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-empty-index-finds-nothing", test_an_empty_index_finds_nothing);
  ADD ("it-agrees-with-a-hash-table", test_it_agrees_with_a_hash_table);
  ADD ("every-string-of-many-is-found", test_every_string_of_many_is_found);
  g_test_add_func ("/core/memory/any-size-can-be-written", test_memory_of_any_size_can_be_written);
  g_test_add_func ("/core/memory/what-is-not-there-is-refused", test_memory_that_is_not_there_is_refused);

  return g_test_run ();
}
