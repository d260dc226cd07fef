/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"
#include "psg-memory-collection.h"

#include <stdint.h>

/* For libFuzzer: whatever the bytes are, they are notes without fault or an error, every message is text, and
 * each note comes back the same when it is written as an annotation and read again. W3C annotations and Hypothesis's
 * rows come by the same door. Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_note (PsgNote *note)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL, csv = NULL;
  g_autoptr (PsgExchangeReading) again = NULL;

  g_assert (psg_note_find_fault (note) == NULL);
  g_ptr_array_add (notes, note);
  bytes = psg_exchange_write_annotations (notes, NULL, NULL);
  again = psg_exchange_read_json (bytes, NULL, 0, NULL, NULL);
  g_assert (again != NULL && again->notes->len == 1 && again->messages->len == 0);
  g_assert (psg_note_equal (note, g_ptr_array_index (again->notes, 0)));

  csv = psg_exchange_write_csv (notes, NULL, NULL);
  g_assert (g_utf8_validate (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (GBytes) log = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgExchangeReading) reading = psg_exchange_read_json (bytes, collection, 0, NULL, &error);

  g_assert ((reading == NULL) == (error != NULL));
  if (reading == NULL)
    {
      g_assert (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_assert (reading->adrift->len == 0);
  for (guint i = 0; i < reading->messages->len; i++)
    g_assert (g_utf8_validate (g_ptr_array_index (reading->messages, i), -1, NULL));
  for (guint i = 0; i < reading->notes->len; i++)
    check_note (g_ptr_array_index (reading->notes, i));
  log = psg_exchange_write_markdown (reading->notes, collection, NULL, 0, NULL, NULL);
  g_assert (g_utf8_validate (g_bytes_get_data (log, NULL), g_bytes_get_size (log), NULL));

  return 0;
}
