/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-pdf.h"

#include "psg-library.h"
#include "psg-linger.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

/*
 * What a PDF says: its title and the text of its pages, for searching. How it looks is the ui's. It is read
 * in a thread of its own, by whoever calls this; what is in the file is a stranger's.
 */

#define LONGEST_TITLE 300 /* characters */

static gboolean
tell_failure (const GError *cause,
              GError      **error)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return psg_library_fail (error, PSG_LIBRARY_ERROR_ENCRYPTED,
                             _("The PDF is protected with a password; save it without one to add it"));

  return psg_library_fail (error, PSG_LIBRARY_ERROR_DAMAGED, _("The PDF is damaged and cannot be read"));
}

static gboolean
check_pages (int      n_pages,
             GError **error)
{
  g_autofree char *message = NULL;

  if (n_pages <= 0)
    return psg_library_fail (error, PSG_LIBRARY_ERROR_DAMAGED, _("The PDF has no pages that can be read"));
  if (n_pages <= PSG_OWN_MAX_PAGES)
    return TRUE;

  message = g_strdup_printf (_("The PDF has %'d pages; a document can have up to %'d"), n_pages, PSG_OWN_MAX_PAGES);
  return psg_library_fail (error, PSG_LIBRARY_ERROR_TOO_LARGE, message);
}

/* (transfer full) (nullable): one line, unless there is nothing to read in it. */
static char *
dup_title (PopplerDocument *document)
{
  g_autofree char *raw = poppler_document_get_title (document);
  g_autofree char *clean = psg_own_clean_page_text (raw);
  g_autofree char *cut = NULL;

  g_strstrip (g_strdelimit (clean, "\n", ' '));
  if (*clean == '\0')
    return NULL;
  cut = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), LONGEST_TITLE));

  return g_steal_pointer (&cut);
}

static char *
dup_page_text (PopplerDocument *document,
               int              index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  g_clear_object (&page);

  return psg_own_clean_page_text (text);
}

static gboolean
read_document (PopplerDocument *document,
               PsgProgress     *progress,
               char           **title,
               GPtrArray       *pages,
               GError         **error)
{
  int n_pages = poppler_document_get_n_pages (document);
  gsize length = 0;

  if (!check_pages (n_pages, error))
    return FALSE;

  for (int i = 0; i < n_pages; i++)
    {
      char *text = length < PSG_OWN_MAX_ALL_TEXT ? dup_page_text (document, i) : g_strdup ("");

      length += strlen (text);
      g_ptr_array_add (pages, text);
      if (!psg_progress_advance (progress, 1, n_pages * 2, error))
        return FALSE;
    }

  *title = dup_title (document);

  return TRUE;
}

/**
 * psg_own_pdf_read:
 * @path: (type filename): a file that may be anything
 * @progress: told of the second half; its cancellable stops it between two pages
 * @title: (out) (nullable) (transfer full): what the document says it is called
 * @pages: (element-type utf8): where the text of each page is put. After %PSG_OWN_MAX_ALL_TEXT bytes it is empty
 * @error: return location: a #PsgLibraryError
 *
 * Returns: whether it can be read
 */
gboolean
psg_own_pdf_read (const char  *path,
                  PsgProgress *progress,
                  char       **title,
                  GPtrArray   *pages,
                  GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document;
  gboolean read;

  psg_linger_begin ();
  document = poppler_document_new_from_gfile (file, NULL, NULL, &cause);
  read = document != NULL && read_document (document, progress, title, pages, error);
  g_clear_object (&document);
  psg_linger_end ();

  return read || (cause != NULL && tell_failure (cause, error));
}
