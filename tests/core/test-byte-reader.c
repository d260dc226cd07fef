/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-byte-reader.h"

#include <string.h>

/* Reading numbers from bytes nobody vouches for: what is there is read, what is not
 * fails, and nothing is read past the end. */

typedef struct
{
  const char *bytes;
  gsize size;
  guint32 number;
  gboolean failed;
} Varint;

static const Varint varints[] = {
  { "\x00", 1, 0, FALSE },
  { "\x7f", 1, 127, FALSE },
  { "\x80\x01", 2, 128, FALSE },
  { "\xff\xff\xff\xff\x0f", 5, G_MAXUINT32, FALSE },
  { "\xff\xff\xff\xff\x1f", 5, 0, TRUE },
  { "\xff\xff\xff\xff\xff\x01", 6, 0, TRUE },
  { "\x81", 1, 0, TRUE },
  { "", 0, 0, TRUE },
};

static void
test_numbers_that_fit_are_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (varints); i++)
    {
      PsgByteReader reader;

      psg_byte_reader_init (&reader, (const guint8 *) varints[i].bytes, varints[i].size);
      g_assert_cmpuint (psg_byte_reader_read_varint (&reader), ==, varints[i].number);
      g_assert_cmpint (reader.failed, ==, varints[i].failed);
      if (!reader.failed)
        g_assert_cmpuint (psg_byte_reader_get_offset (&reader), ==, varints[i].size);
    }
}

/* The encoder this reader is the reverse of. */
static void
append_varint (GByteArray *bytes,
               guint32     number)
{
  while (number >= 0x80)
    {
      guint8 byte = (number & 0x7f) | 0x80;

      g_byte_array_append (bytes, &byte, 1);
      number >>= 7;
    }

  g_byte_array_append (bytes, &(guint8) { number }, 1);
}

static void
test_what_was_written_is_read (void)
{
  static const gint32 extremes[] = { 0, -1, 1, G_MAXINT32, G_MININT32 };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gint32 number = i < G_N_ELEMENTS (extremes) ? extremes[i] : g_test_rand_int ();
      guint32 zigzag = ((guint32) number << 1) ^ (number < 0 ? G_MAXUINT32 : 0);
      PsgByteReader reader;

      append_varint (bytes, (guint32) number);
      append_varint (bytes, zigzag);
      psg_byte_reader_init (&reader, bytes->data, bytes->len);
      g_assert_cmpuint (psg_byte_reader_read_varint (&reader), ==, (guint32) number);
      g_assert_cmpint (psg_byte_reader_read_zigzag (&reader), ==, number);
      g_assert_false (reader.failed);
      g_assert_cmpuint (reader.left, ==, 0);
    }
}

static void
test_a_count_is_not_believed (void)
{
  static const guint8 bytes[] = { 3, 1, 2, 3 };
  PsgByteReader reader;

  psg_byte_reader_init (&reader, bytes, sizeof bytes);
  g_assert_cmpuint (psg_byte_reader_read_count (&reader, 1), ==, 3);
  psg_byte_reader_init (&reader, bytes, sizeof bytes);
  g_assert_cmpuint (psg_byte_reader_read_count (&reader, 2), ==, 0);
  g_assert_true (reader.failed);
}

static void
test_text_must_be_text (void)
{
  static const struct { const char *bytes; gsize size; gssize length; } strings[] = {
    { "\x03" "abc", 4, 3 },
    { "\x00", 1, 0 },
    { "\x02ž", 3, 2 },
    { "\x01ž", 3, -1 },
    { "\x03" "a\0b", 4, -1 },
    { "\x04" "abc", 4, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      PsgByteReader reader;
      gsize length = 99;
      const char *text;

      psg_byte_reader_init (&reader, (const guint8 *) strings[i].bytes, strings[i].size);
      text = psg_byte_reader_read_string (&reader, &length);
      g_assert_cmpint (text != NULL, ==, strings[i].length >= 0);
      g_assert_cmpuint (length, ==, MAX (0, strings[i].length));
      if (text != NULL)
        g_assert_cmpmem (text, length, strings[i].bytes + 1, length);
    }
}

static void
test_a_literal_must_stand_there (void)
{
  PsgByteReader reader;

  psg_byte_reader_init (&reader, (const guint8 *) "PSGx", 4);
  g_assert_true (psg_byte_reader_read_literal (&reader, "PSG"));
  g_assert_false (psg_byte_reader_read_literal (&reader, "xy"));
  g_assert_true (reader.failed);
}

/* One check at the end of a run of reads must be enough. */
static void
test_after_a_failure_all_is_zero (void)
{
  static const guint8 bytes[] = { 0x81, 0x81, 0x81 };
  PsgByteReader reader;
  gsize length;

  psg_byte_reader_init (&reader, bytes, sizeof bytes);
  psg_byte_reader_read_varint (&reader);
  g_assert_true (reader.failed);
  g_assert_cmpuint (psg_byte_reader_read_byte (&reader), ==, 0);
  g_assert_cmpuint (psg_byte_reader_read_varint (&reader), ==, 0);
  g_assert_cmpint (psg_byte_reader_read_zigzag (&reader), ==, 0);
  g_assert_cmpuint (psg_byte_reader_read_count (&reader, 1), ==, 0);
  g_assert_null (psg_byte_reader_read_string (&reader, &length));
  g_assert_false (psg_byte_reader_read_literal (&reader, "P"));
}

static void
test_random_bytes_are_never_left_behind (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      guint size = g_test_rand_int_range (0, 20);
      g_autofree guint8 *bytes = g_malloc (size);
      PsgByteReader reader;
      gsize length;

      for (guint j = 0; j < size; j++)
        bytes[j] = g_test_rand_int ();

      psg_byte_reader_init (&reader, bytes, size);
      for (guint j = 0; j < 10; j++)
        {
          psg_byte_reader_read_varint (&reader);
          psg_byte_reader_read_count (&reader, 2);
          psg_byte_reader_read_string (&reader, &length);
          g_assert_cmpuint (psg_byte_reader_get_offset (&reader), <=, size);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/byte-reader/numbers-that-fit-are-read", test_numbers_that_fit_are_read);
  g_test_add_func ("/core/byte-reader/what-was-written-is-read", test_what_was_written_is_read);
  g_test_add_func ("/core/byte-reader/a-count-is-not-believed", test_a_count_is_not_believed);
  g_test_add_func ("/core/byte-reader/text-must-be-text", test_text_must_be_text);
  g_test_add_func ("/core/byte-reader/a-literal-must-stand-there", test_a_literal_must_stand_there);
  g_test_add_func ("/core/byte-reader/after-a-failure-all-is-zero", test_after_a_failure_all_is_zero);
  g_test_add_func ("/core/byte-reader/random-bytes-are-never-left-behind",
                   test_random_bytes_are_never_left_behind);

  return g_test_run ();
}
