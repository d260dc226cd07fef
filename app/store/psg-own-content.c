/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-content.h"

#include "psg-library.h"
#include "psg-markdown.h"
#include "psg-own-pdf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What is in a file that a person adds: what kind it is, what it is called, and its text: as pages for
 * searching, and of Markdown and plain text as a document to read.
 */

#define PDF_MAGIC "%PDF-"

static const char *const markdown_endings[] = { ".md", ".markdown", ".mkd", ".mdown" };

/**
 * psg_own_content_guess_media:
 * @name: what the file is called
 * @head: (array length=size): how it begins
 * @size: in bytes
 *
 * A PDF tells what it is, though not always in its first byte (ISO 32000-1, 7.5.2 and Annex H, note 13);
 * Markdown is known by its name.
 *
 * Returns: what kind of file it would be, if it is one
 */
PsgMedia
psg_own_content_guess_media (const char   *name,
                             const guint8 *head,
                             gsize         size)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_strstr_len ((const char *) head, size, PDF_MAGIC) != NULL)
    return PSG_MEDIA_PDF;

  for (guint i = 0; i < G_N_ELEMENTS (markdown_endings); i++)
    if (g_str_has_suffix (lower, markdown_endings[i]))
      return PSG_MEDIA_MARKDOWN;

  return PSG_MEDIA_TEXT;
}

static gboolean
fail_unknown (GError **error)
{
  return psg_library_fail (error, PSG_LIBRARY_ERROR_UNKNOWN,
                           _("This kind of file is not understood: a document is Markdown, plain text or PDF"));
}

/* Text may say that it is UTF-16; all other text is UTF-8. */
static char *
convert_text (const char *data,
              gsize       length,
              GError    **error)
{
  char *converted = NULL;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    converted = g_convert (data, length, "UTF-8", "UTF-16", NULL, &length, NULL);
  else if (memchr (data, '\0', length) == NULL)
    converted = g_strndup (data, length);

  if (converted == NULL || strlen (converted) != length)
    {
      g_free (converted);
      fail_unknown (error);
      return NULL;
    }
  if (!g_utf8_validate (converted, length, NULL))
    {
      g_free (converted);
      psg_library_fail (error, PSG_LIBRARY_ERROR_UNKNOWN,
                        _("The text is in a character encoding that is not understood; save it as UTF-8 to add it"));
      return NULL;
    }

  return converted;
}

/* (transfer full) (nullable): without the mark some programs begin a text with. */
static char *
load_file (const char *path,
           GError    **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autofree char *text = NULL;

  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) > PSG_OWN_MAX_TEXT * 2)
    {
      psg_library_fail (error, PSG_LIBRARY_ERROR_TOO_LARGE, _("The text is too long: a text can have up to 4 MiB"));
      return NULL;
    }
  if (g_mapped_file_get_length (file) == 0)
    {
      psg_library_fail (error, PSG_LIBRARY_ERROR_UNKNOWN, _("The file is empty"));
      return NULL;
    }

  text = convert_text (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error);
  if (text != NULL && strlen (text) > PSG_OWN_MAX_TEXT)
    {
      psg_library_fail (error, PSG_LIBRARY_ERROR_TOO_LARGE, _("The text is too long: a text can have up to 4 MiB"));
      return NULL;
    }
  if (text != NULL && g_str_has_prefix (text, "\xef\xbb\xbf"))
    memmove (text, text + 3, strlen (text + 3) + 1);
  for (char *at = text; at != NULL && *at != '\0'; at++)
    if ((guchar) *at < ' ' && strchr ("\t\n\r", *at) == NULL)
      *at = ' ';

  return g_steal_pointer (&text);
}

static gboolean
is_blank (const char *line)
{
  while (*line == ' ' || *line == '\t')
    line++;

  return *line == '\0';
}

/* A paragraph is what stands between blank lines; its own lines stay as they are. */
static void
fill_plain (PsgDocument *document,
            const char  *source)
{
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  PsgBlock block = { PSG_BLOCK_PARAGRAPH };
  gboolean open = FALSE;
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (is_blank (lines[i]))
        {
          if (open)
            g_array_append_val (document->blocks, block);
          open = FALSE;
          continue;
        }
      if (text->len > 0)
        {
          g_string_append_c (text, '\n');
          n++;
        }
      block.start = open ? block.start : n;
      open = TRUE;
      g_string_append (text, lines[i]);
      n += g_utf8_strlen (lines[i], -1);
      block.end = n;
    }
  if (open)
    g_array_append_val (document->blocks, block);

  document->text = g_string_free (g_steal_pointer (&text), FALSE);
}

/* What names a collection's source means nothing here. */
static void
drop_citations (GArray *runs)
{
  for (guint i = runs->len; i > 0; i--)
    if (g_array_index (runs, PsgRun, i - 1).kind == PSG_RUN_CITATION)
      g_array_remove_index (runs, i - 1);
}

static gboolean
fill_markdown (PsgDocument *document,
               const char  *source,
               GError     **error)
{
  g_autoptr (PsgMarkdown) markdown = psg_markdown_parse (source, strlen (source));

  /* What a document may not have has been left out; what is beyond all measure leaves nothing. */
  if (markdown->n_chars == 0 && markdown->mistakes->len > 0)
    return psg_library_fail (error, PSG_LIBRARY_ERROR_TOO_LARGE,
                             _("The Markdown is nested too deeply, or has too many parts, to be shown"));

  g_clear_pointer (&document->blocks, g_array_unref);
  g_clear_pointer (&document->runs, g_array_unref);
  document->text = g_strdup (markdown->text);
  document->blocks = g_array_ref (markdown->blocks);
  document->runs = g_array_ref (markdown->runs);
  drop_citations (document->runs);

  return TRUE;
}

/**
 * psg_own_content_read_markdown:
 * @source: Markdown
 * @error: return location: a #PsgLibraryError
 *
 * Returns: (transfer full) (nullable): what it says; it has no id and no title
 */
PsgDocument *
psg_own_content_read_markdown (const char *source,
                               GError    **error)
{
  g_autoptr (PsgDocument) document = psg_document_new ();

  return fill_markdown (document, source, error) ? g_steal_pointer (&document) : NULL;
}

/**
 * psg_own_content_load_text:
 * @path: (type filename): a file
 * @media: Markdown or plain text
 * @id: the document's id
 * @title: its title
 * @error: return location: a #PsgLibraryError
 *
 * Returns: (transfer full) (nullable): what is in it, to read
 */
PsgDocument *
psg_own_content_load_text (const char *path,
                           PsgMedia    media,
                           const char *id,
                           const char *title,
                           GError    **error)
{
  g_autofree char *source = load_file (path, error);
  g_autoptr (PsgDocument) document = psg_document_new ();

  if (source == NULL)
    return NULL;

  document->id = g_strdup (id);
  document->title = psg_text_new_single ("und", title);
  document->blocks = psg_block_array_new ();
  document->runs = psg_run_array_new ();
  if (media == PSG_MEDIA_MARKDOWN)
    {
      if (!fill_markdown (document, source, error))
        return NULL;
    }
  else
    fill_plain (document, source);

  return g_steal_pointer (&document);
}

/* The first heading, if the text begins with one. */
static char *
dup_heading (const PsgDocument *document)
{
  const PsgBlock *first = document->blocks->len > 0 ? &g_array_index (document->blocks, PsgBlock, 0) : NULL;

  if (first == NULL || first->kind != PSG_BLOCK_HEADING || first->end <= first->start)
    return NULL;

  return g_utf8_substring (document->text, first->start, MIN (first->end, first->start + 300));
}

static char *
dup_bare_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? g_strndup (name, dot - name) : g_strdup (name);
}

static gboolean
read_text (const char *path,
           PsgMedia    media,
           char      **title,
           GPtrArray  *pages,
           GError    **error)
{
  g_autoptr (PsgDocument) document = psg_own_content_load_text (path, media, "", "", error);

  if (document == NULL)
    return FALSE;

  *title = dup_heading (document);
  g_ptr_array_add (pages, g_steal_pointer (&document->text));

  return TRUE;
}

/**
 * psg_own_content_read:
 * @path: (type filename): a file that may be anything
 * @media: what kind of file it seems to be
 * @name: what the original is called, in UTF-8
 * @progress: told of the second half; its cancellable stops it
 * @title: (out) (transfer full): what the document is called
 * @pages: (element-type utf8): where the text of each page is put; a text is one page
 * @error: return location: a #PsgLibraryError
 *
 * Returns: whether it can be read
 */
gboolean
psg_own_content_read (const char  *path,
                      PsgMedia     media,
                      const char  *name,
                      PsgProgress *progress,
                      char       **title,
                      GPtrArray   *pages,
                      GError     **error)
{
  *title = NULL;
  if (media == PSG_MEDIA_PDF ? !psg_own_pdf_read (path, progress, title, pages, error)
                             : !read_text (path, media, title, pages, error))
    return FALSE;

  if (*title == NULL)
    *title = dup_bare_name (name);

  return TRUE;
}
