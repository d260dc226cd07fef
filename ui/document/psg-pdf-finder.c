/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-finder.h"

#include <string.h>

/* Goes through the pages once, while there is nothing better to do. The text of a page is read in the file's thread
 * the first time and kept, as long as there is room. */

/* How long it takes at a time, in microseconds. */
#define SLICE 4000
#define ROOM (64 * 1024 * 1024)

struct _PsgPdfFinder
{
  PsgPdfFile *file; /* borrowed */
  guint n_pages;
  PsgPdfFound changed;
  gpointer data;

  char **texts;              /* by page; %NULL where it has not been read, or there was no room */
  gsize n_bytes;             /* of all texts */
  char *words;               /* (nullable) */
  GArray *found;             /* PsgPdfMatch */
  guint next;                /* the page to look at */
  guint source;
  GCancellable *cancellable; /* (nullable): while a page is read */
};

static gboolean step_cb (gpointer data);

static void
go_on (PsgPdfFinder *self)
{
  if (self->source == 0 && self->cancellable == NULL)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, step_cb, self, NULL);
}

static void
stop (PsgPdfFinder *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
look_at (PsgPdfFinder *self,
         const char   *text)
{
  g_autoptr (GArray) found = psg_pdf_text_find_words (text, self->words, PSG_PDF_MOST_FOUND - self->found->len);

  for (guint i = 0; i + 1 < found->len; i += 2)
    {
      PsgPdfMatch match = { self->next, g_array_index (found, guint, i), g_array_index (found, guint, i + 1) };

      g_array_append_val (self->found, match);
    }

  self->next = self->found->len < PSG_PDF_MOST_FOUND ? self->next + 1 : self->n_pages;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  PsgPdfFinder *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgPdfText) text = psg_pdf_file_read_finish (result, &error);
  guint page = self->next;

  /* Then it is gone, or looks for something else. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  look_at (self, text != NULL ? text->text : "");
  if (text != NULL && self->n_bytes < ROOM)
    {
      self->n_bytes += strlen (text->text);
      self->texts[page] = g_strdup (text->text);
    }
  go_on (self);
}

static gboolean
step_cb (gpointer data)
{
  PsgPdfFinder *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;

  self->source = 0;
  while (self->next < self->n_pages && self->texts[self->next] != NULL && g_get_monotonic_time () < end)
    look_at (self, self->texts[self->next]);

  if (self->next < self->n_pages && self->texts[self->next] == NULL)
    {
      self->cancellable = g_cancellable_new ();
      psg_pdf_file_read_async (self->file, self->next, PSG_PDF_LATER, self->cancellable, read_cb, self);
    }
  else if (self->next < self->n_pages)
    go_on (self);
  self->changed (self->data);

  return G_SOURCE_REMOVE;
}

/**
 * psg_pdf_finder_new:
 * @file: a PDF; must outlive it
 * @n_pages: how many pages it has
 * @found: called when more was found
 * @data: for @found
 *
 * Returns: (transfer full): what looks for nothing yet
 */
PsgPdfFinder *
psg_pdf_finder_new (PsgPdfFile  *file,
                    guint        n_pages,
                    PsgPdfFound  found,
                    gpointer     data)
{
  PsgPdfFinder *self = g_new0 (PsgPdfFinder, 1);

  self->file = file;
  self->n_pages = n_pages;
  self->changed = found;
  self->data = data;
  self->texts = g_new0 (char *, n_pages);
  self->found = g_array_new (FALSE, FALSE, sizeof (PsgPdfMatch));
  self->next = n_pages;

  return self;
}

void
psg_pdf_finder_free (PsgPdfFinder *self)
{
  stop (self);
  for (guint i = 0; i < self->n_pages; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  g_free (self->words);
  g_array_unref (self->found);
  g_free (self);
}

/* Looks for other words; for the empty text there is nothing to find. */
void
psg_pdf_finder_start (PsgPdfFinder *self,
                      const char   *words)
{
  stop (self);
  g_free (self->words);
  self->words = g_strdup (words);
  g_array_set_size (self->found, 0);
  self->next = *words != '\0' ? 0 : self->n_pages;
  go_on (self);
}

/* (transfer none) (element-type PsgPdfMatch): so far, in order */
const GArray *
psg_pdf_finder_get_found (PsgPdfFinder *self)
{
  return self->found;
}

/* Whether all pages have been looked at. */
gboolean
psg_pdf_finder_is_done (PsgPdfFinder *self)
{
  return self->next >= self->n_pages;
}
