/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

/* What is written on the pages, as far as it has been asked for. */

/* Texts of so many pages are kept. */
#define MOST_TEXTS 64

static gboolean
is_elsewhere_cb (gpointer key,
                 gpointer value,
                 gpointer data)
{
  PsgPdfView *self = data;
  guint page = GPOINTER_TO_UINT (key);
  guint start, end;

  return value != NULL && ABS ((int) page - (int) self->page) > MOST_TEXTS / 4
         && !psg_pdf_view_get_selected_on (self, page, &start, &end);
}

static void
unref_text (gpointer text)
{
  if (text != NULL)
    psg_pdf_text_unref (text);
}

/* (transfer full): a place for them, with nothing in it yet */
GHashTable *
psg_pdf_view_new_texts (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, unref_text);
}

typedef struct
{
  PsgPdfView *view;
  guint page;
} Reading;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree Reading *reading = data;
  PsgPdfView *self = reading->view;
  g_autoptr (GError) error = NULL;
  PsgPdfText *text = psg_pdf_file_read_finish (result, &error);

  /* Then the view is gone. */
  if (text == NULL)
    return;

  g_hash_table_insert (self->texts, GUINT_TO_POINTER (reading->page), text);
  if (reading->page == self->page)
    psg_pdf_view_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (transfer none) (nullable): what is written on a page. If that is not known yet it is asked for, and drawn then. */
PsgPdfText *
psg_pdf_view_get_text (PsgPdfView *self,
                       guint       page)
{
  gpointer text = NULL;
  Reading *reading;

  if (g_hash_table_lookup_extended (self->texts, GUINT_TO_POINTER (page), NULL, &text))
    return text;

  if (g_hash_table_size (self->texts) > MOST_TEXTS)
    g_hash_table_foreach_remove (self->texts, is_elsewhere_cb, self);
  g_hash_table_insert (self->texts, GUINT_TO_POINTER (page), NULL);
  reading = g_new0 (Reading, 1);
  *reading = (Reading) { self, page };
  psg_pdf_file_read_async (self->file, page, PSG_PDF_SOON, self->closing, read_cb, reading);

  return NULL;
}
