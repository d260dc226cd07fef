/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

#include "psg-own-content.h"
#include "psg-pdf-reader.h"

/* For libFuzzer: whatever the bytes are, they are a document with a title and pages, or an error; and every page of
 * a PDF can be read and drawn. Build with clang -fsanitize=fuzzer,address; a small PDF with links, an outline and
 * a font is the best seed. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_boxes (const PsgPdfText *text)
{
  g_autoptr (GArray) areas = psg_pdf_text_get_areas (text, 0, text->n_chars);
  g_autoptr (GArray) found = psg_pdf_text_find_words (text->text, "a", 100);

  g_assert (areas->len <= text->n_chars);
  g_assert (psg_pdf_text_find_caret (text, 100, 100) <= text->n_chars);
  for (guint i = 0; i + 1 < found->len; i += 2)
    g_assert (g_array_index (found, guint, i) < g_array_index (found, guint, i + 1));
}

static void
show (const char *path)
{
  const PsgPdfPart part = { 0, 0.5, 0, 0, 200, 200 };
  PopplerDocument *document = psg_pdf_reader_open (path, NULL);
  g_autoptr (PsgPdfInfo) info = document != NULL ? psg_pdf_reader_look (document, NULL) : NULL;
  g_autoptr (PsgPdfText) text = document != NULL ? psg_pdf_reader_read (document, 0) : NULL;
  g_autoptr (GBytes) picture = NULL;
  gsize stride;

  if (info != NULL)
    for (guint i = 0; i < info->headings->len; i++)
      g_assert (g_array_index (info->headings, PsgPdfHeading, i).place.page < info->n_pages);
  if (text != NULL)
    check_boxes (text);
  if (document != NULL)
    picture = psg_pdf_reader_draw (document, &part, &stride, NULL);
  g_clear_object (&document);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("psg-fuzz-XXXXXX", &path, NULL);
  PsgMedia media = psg_own_content_guess_media ("seed.md", data, size);
  PsgProgress progress = { 0 };
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (descriptor >= 0);
  g_assert (write (descriptor, data, size) == (gssize) size);
  close (descriptor);

  if (psg_own_content_read (path, media, "seed.md", &progress, &title, pages, &error))
    {
      g_assert (title != NULL && pages->len > 0);
      for (guint i = 0; i < pages->len; i++)
        g_assert (g_utf8_validate (g_ptr_array_index (pages, i), -1, NULL));
    }
  else
    g_assert (error != NULL);
  if (media == PSG_MEDIA_PDF)
    show (path);
  g_unlink (path);

  return 0;
}
