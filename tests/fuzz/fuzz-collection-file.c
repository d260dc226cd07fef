/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

/* For libFuzzer: whatever the bytes are, they are a collection or an error, and every record of
 * a collection that opened is a record or an error. Build with clang
 * -fsanitize=fuzzer,address; a small compiled collection is the best seed. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
load (PsgCollection *collection)
{
  guint n = psg_event_table_get_n (psg_collection_get_events (collection));
  GPtrArray *documents = psg_collection_get_documents (collection);
  g_autoptr (GPtrArray) hits = psg_collection_search (collection, "the border", PSG_KIND_NONE, 10, NULL);

  for (guint row = 0; row < MIN (n, 8); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, &error);

      g_assert ((event == NULL) == (error != NULL));
    }

  for (guint i = 0; i < MIN (documents->len, 2); i++)
    {
      const PsgDocument *listed = g_ptr_array_index (documents, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgDocument) document = psg_collection_load_document (collection, listed->id, &error);

      g_assert ((document == NULL) == (error != NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("psg-fuzz-XXXXXX", &path, NULL);
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (descriptor >= 0);
  g_assert (write (descriptor, data, size) == (gssize) size);
  close (descriptor);

  file = psg_collection_file_open (path, NULL, &error);
  g_assert ((file == NULL) == (error != NULL));
  if (file != NULL)
    load (PSG_COLLECTION (file));
  g_unlink (path);

  return 0;
}
