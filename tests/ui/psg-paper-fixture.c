/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-fixture.h"

#include <poppler.h>
#include <string.h>

#include "psg-collection-file.h"

/* Text comes with its line breaks made spaces. */

static PopplerDocument *
open_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);

  return document;
}

PsgCollection *
psg_paper_fixture_open (void)
{
  g_autoptr (GError) error = NULL;
  PsgCollectionFile *file = psg_collection_file_open (g_getenv ("PSG_BUNDLED_COLLECTION"), NULL, &error);

  g_assert_no_error (error);

  return PSG_COLLECTION (file);
}

guint
psg_paper_count_pages (GBytes *pdf)
{
  PopplerDocument *document = open_pdf (pdf);
  int n = poppler_document_get_n_pages (document);

  g_object_unref (document);

  return (guint) n;
}

char *
psg_paper_read_page (GBytes *pdf,
                     guint   page)
{
  PopplerDocument *document = open_pdf (pdf);
  PopplerPage *opened = poppler_document_get_page (document, (int) page);
  char *text = poppler_page_get_text (opened);

  g_object_unref (opened);
  g_object_unref (document);

  return g_strdelimit (text, "\n", ' ');
}

char *
psg_paper_read_all (GBytes *pdf)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < psg_paper_count_pages (pdf); i++)
    {
      g_autofree char *text = psg_paper_read_page (pdf, i);

      g_string_append (all, text);
      g_string_append_c (all, '\f');
    }

  return g_string_free (all, FALSE);
}

guint
psg_paper_count_images (GBytes *pdf)
{
  PopplerDocument *document = open_pdf (pdf);
  guint n = 0;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GList *images = poppler_page_get_image_mapping (page);

      n += g_list_length (images);
      poppler_page_free_image_mapping (images);
      g_object_unref (page);
    }
  g_object_unref (document);

  return n;
}

guint
psg_paper_count_links (GBytes *pdf)
{
  PopplerDocument *document = open_pdf (pdf);
  guint n = 0;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GList *links = poppler_page_get_link_mapping (page);

      n += g_list_length (links);
      poppler_page_free_link_mapping (links);
      g_object_unref (page);
    }
  g_object_unref (document);

  return n;
}

char *
psg_paper_read_title (GBytes *pdf)
{
  PopplerDocument *document = open_pdf (pdf);
  char *title = poppler_document_get_title (document);

  g_object_unref (document);

  return title;
}

void
psg_paper_assert_contains (const char *text,
                           const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no “%s” in “%s”", part, text);
}
