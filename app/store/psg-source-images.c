/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

#include "psg-image.h"

/* The images documents show: each file read once, and looked at before it becomes part of a collection. */

/* More would be a picture book. */
#define MAX_IMAGES 1000

static void
free_image (gpointer data)
{
  PsgSourceImage *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
read_image (PsgSourceFolder *folder,
            PsgDiagnostics  *diagnostics,
            GPtrArray       *images,
            const char      *name)
{
  g_autoptr (GBytes) bytes = psg_source_folder_read_bytes (folder, name, PSG_IMAGE_MAX_BYTES);
  PsgSourceImage *image;
  const char *wrong;
  guint width, height;

  if (bytes == NULL)
    return;

  wrong = psg_image_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &width, &height);
  if (wrong != NULL)
    {
      psg_diagnostics_add (diagnostics, name, 1, NULL, "%s", wrong);
      return;
    }

  image = g_new0 (PsgSourceImage, 1);
  image->name = g_strdup (name);
  image->bytes = g_steal_pointer (&bytes);
  g_ptr_array_add (images, image);
}

/**
 * psg_source_read_images:
 * @folder: the collection's folder
 * @diagnostics: where mistakes go
 * @documents: (element-type PsgSourceDocument): what shows them
 *
 * Returns: (transfer full) (element-type PsgSourceImage): the images, in the order in which they are first shown
 */
GPtrArray *
psg_source_read_images (PsgSourceFolder *folder,
                        PsgDiagnostics  *diagnostics,
                        GPtrArray       *documents)
{
  GPtrArray *images = g_ptr_array_new_with_free_func (free_image);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgSourceDocument *document = g_ptr_array_index (documents, i);

      for (guint j = 0; j < document->texts->len; j++)
        {
          const PsgSourceText *text = g_ptr_array_index (document->texts, j);

          for (guint k = 0; k < text->parsed->runs->len; k++)
            {
              const PsgRun *run = &g_array_index (text->parsed->runs, PsgRun, k);

              if (run->kind != PSG_RUN_IMAGE || !g_hash_table_add (seen, run->target))
                continue;
              if (g_hash_table_size (seen) == MAX_IMAGES + 1)
                psg_diagnostics_add (diagnostics, text->file, g_array_index (text->parsed->run_lines, guint, k), NULL,
                                     "a collection has at most %u images", MAX_IMAGES);
              if (g_hash_table_size (seen) <= MAX_IMAGES)
                read_image (folder, diagnostics, images, run->target);
            }
        }
    }

  return images;
}
