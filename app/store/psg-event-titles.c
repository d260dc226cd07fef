/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-titles.h"

#include "psg-db-blob.h"
#include "psg-event-columns-private.h"
#include "psg-schema.h"

/*
 * Of a million titles a person sees some hundreds, yet they are half of what there is to
 * read and to keep. What is read late is checked late: a piece that is damaged is not given out.
 */

/* Pages. What is read goes to the caller, who keeps it; on the way to the end SQLite would keep
 * 2 MiB of what nobody asks for twice. */
#define CACHE "PRAGMA cache_size = 16"

struct _PsgEventTitles
{
  PsgDb     *db;
  PsgDbBlob *blob;
};

/**
 * psg_event_titles_open:
 * @path: a collection file
 * @row: the row of `event_column` that has the titles
 * @size: how many bytes they must be
 * @error: return location
 *
 * Follows the titles to their end, so that each is found at once from then on.
 *
 * Returns: (transfer full) (nullable): the titles
 */
PsgEventTitles *
psg_event_titles_open (const char  *path,
                       gint64       row,
                       gsize        size,
                       GError     **error)
{
  g_autoptr (PsgEventTitles) self = g_new0 (PsgEventTitles, 1);
  char last;

  self->db = psg_db_open_untrusted (path, error);
  if (self->db == NULL || !psg_db_exec (self->db, CACHE, error))
    return NULL;

  self->blob = psg_db_blob_open (self->db, "event_column", "data", row, error);
  if (self->blob == NULL)
    return NULL;

  if (psg_db_blob_get_size (self->blob) != size)
    {
      g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED,
                           "damaged at the events' titles: their size is not what it was");
      return NULL;
    }

  return psg_db_blob_read (self->blob, &last, size - 1, 1, error) ? g_steal_pointer (&self) : NULL;
}

void
psg_event_titles_free (PsgEventTitles *self)
{
  g_clear_pointer (&self->blob, psg_db_blob_free);
  g_clear_pointer (&self->db, psg_db_free);
  g_free (self);
}

/**
 * psg_event_titles_load:
 * @self: titles
 * @offsets: where some of them begin that follow one another, and where the last ends
 * @n: how many
 *
 * Returns: (transfer full) (nullable): their bytes, each ended by NUL; %NULL if they
 *   cannot be read or are not in order
 */
char *
psg_event_titles_load (PsgEventTitles *self,
                       const guint32  *offsets,
                       guint           n)
{
  gsize size = offsets[n] - offsets[0];
  g_autofree char *titles = g_malloc (size);

  if (!psg_db_blob_read (self->blob, titles, offsets[0], size, NULL)
      || psg_event_columns_check_texts (titles, size, offsets, n, PSG_MAX_TEXT * 4) != NULL)
    return NULL;

  return g_steal_pointer (&titles);
}
