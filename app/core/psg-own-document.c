/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-document.h"

#include "psg-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A person's own documents as records, and in words. It reads no file. */

#define ID_PREFIX "doc-"
#define ID_DIGITS 16
#define SHA256_DIGITS 64
/* Where a line breaks, the dot stays behind. */
#define DOT "\302\240· "

static const struct
{
  const char *label;
  const char *extension;
} media[PSG_N_MEDIA] = {
  [PSG_MEDIA_TEXT] = { N_("Text"), "txt" },
  [PSG_MEDIA_MARKDOWN] = { N_("Markdown"), "md" },
  [PSG_MEDIA_PDF] = { N_("PDF"), "pdf" },
};

static void
psg_own_document_clear (PsgOwnDocument *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->sha256);
  g_free (self->origin);
}

PSG_DEFINE_RECORD (PsgOwnDocument, psg_own_document)

static void
psg_own_content_clear (PsgOwnContent *self)
{
  g_clear_pointer (&self->record, psg_own_document_unref);
  g_free (self->path);
  g_clear_pointer (&self->document, psg_document_unref);
}

PSG_DEFINE_RECORD (PsgOwnContent, psg_own_content)

/**
 * psg_own_document_make_id:
 * @sha256: 64 hexadecimal digits
 *
 * Returns: (transfer full): the id of the document that has this hash
 */
char *
psg_own_document_make_id (const char *sha256)
{
  return g_strdup_printf (ID_PREFIX "%.*s", ID_DIGITS, sha256);
}

/* A name of a file is made of it: nothing but digits may be in it. */
static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == SHA256_DIGITS && strspn (text, "0123456789abcdef") == SHA256_DIGITS;
}

/**
 * psg_own_document_is_valid:
 * @self: a record from a file that may be damaged
 *
 * Returns: whether all that must be there is, and is what it must be
 */
gboolean
psg_own_document_is_valid (const PsgOwnDocument *self)
{
  g_autofree char *id = NULL;

  if (!is_sha256 (self->sha256) || self->title == NULL || (guint) self->media >= PSG_N_MEDIA)
    return FALSE;

  id = psg_own_document_make_id (self->sha256);

  return g_strcmp0 (self->id, id) == 0;
}

const char *
psg_media_get_label (PsgMedia self)
{
  g_return_val_if_fail ((guint) self < PSG_N_MEDIA, NULL);

  return _(media[self].label);
}

/* What the name of a file of this kind ends in, without the dot. */
const char *
psg_media_get_extension (PsgMedia self)
{
  g_return_val_if_fail ((guint) self < PSG_N_MEDIA, NULL);

  return media[self].extension;
}

/**
 * psg_own_clean_page_text:
 * @text: (nullable): the text of a page, as a PDF has it
 *
 * Signs that cannot be shown become spaces, one for one: positions stay what they are.
 *
 * Returns: (transfer full): valid UTF-8 of at most %PSG_OWN_MAX_PAGE_TEXT bytes; what is longer is cut
 */
char *
psg_own_clean_page_text (const char *text)
{
  gsize length = text != NULL ? strnlen (text, PSG_OWN_MAX_PAGE_TEXT) : 0;
  const char *end = NULL;
  char *clean;

  if (length == 0)
    return g_strdup ("");

  /* A cut may have gone through a character. */
  if (length == PSG_OWN_MAX_PAGE_TEXT && !g_utf8_validate (text, length, &end)
      && g_utf8_get_char_validated (end, text + length - end) == (gunichar) -2)
    length = end - text;

  clean = g_utf8_make_valid (text, length);
  for (char *at = clean; *at != '\0'; at++)
    if ((guchar) *at < ' ' && *at != '\n')
      *at = ' ';

  return clean;
}

static char *
format_day (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  PsgDay day = iso != NULL ? psg_day_parse_iso (iso) : PSG_DAY_NONE;

  return psg_day_is_valid (day) ? psg_day_format_short (day) : g_strdup ("");
}

/**
 * psg_own_document_describe:
 *
 * Returns: (transfer full): in one line: “PDF · 12 pages · 1.3 MB · added 12 Mar 2024”
 */
char *
psg_own_document_describe (const PsgOwnDocument *self)
{
  g_autofree char *pages = g_strdup_printf (ngettext ("%'u page", "%'u pages", self->n_pages), self->n_pages);
  g_autofree char *size = g_format_size (self->size);
  g_autofree char *day = format_day (self->added);
  /* Translators: %s is a date */
  g_autofree char *added = g_strdup_printf (_("added %s"), day);

  if (self->n_pages == 0)
    return g_strdup_printf ("%s" DOT "%s" DOT "%s", psg_media_get_label (self->media), size, added);

  return g_strdup_printf ("%s" DOT "%s" DOT "%s" DOT "%s", psg_media_get_label (self->media), pages, size, added);
}

/**
 * psg_own_document_dup_citation:
 * @self: a document
 * @page: the page that is cited, from 1; 0 for none
 *
 * Returns: (transfer full): where words are from. The hash tells another copy of the file from this one
 */
char *
psg_own_document_dup_citation (const PsgOwnDocument *self,
                               guint                 page)
{
  g_autofree char *day = format_day (self->added);

  if (page > 0)
    /* Translators: a citation: the title of a file, a page number, a date, and a fingerprint of the file */
    return g_strdup_printf (_("%s, p. %u. File added on %s (SHA-256 %.16s…)."), self->title, page, day, self->sha256);

  /* Translators: a citation: the title of a file, a date, and a fingerprint of the file */
  return g_strdup_printf (_("%s. File added on %s (SHA-256 %.16s…)."), self->title, day, self->sha256);
}
