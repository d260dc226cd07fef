/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-document.h"

G_BEGIN_DECLS

/* What a document may be at most; what is larger is refused with a message that says so. */
#define PSG_OWN_MAX_SIZE (200 * 1000 * 1000) /* bytes of a file */
#define PSG_OWN_MAX_TEXT (4 * 1024 * 1024)   /* bytes of a text that is read as one: as in a collection */
#define PSG_OWN_MAX_PAGES 10000              /* of a PDF */
#define PSG_OWN_MAX_PAGE_TEXT (1024 * 1024)  /* bytes of a page's text; what follows is not searched */
#define PSG_OWN_MAX_ALL_TEXT (64 * 1024 * 1024) /* of all pages together, likewise */

/* What kind of file it is. The values are stored: new ones go to the end. */
typedef enum
{
  PSG_MEDIA_TEXT,
  PSG_MEDIA_MARKDOWN,
  PSG_MEDIA_PDF,
} PsgMedia;
#define PSG_N_MEDIA 3

/**
 * PsgOwnDocument:
 * @id: `doc-` and the first 16 hexadecimal digits of @sha256: the same file is the same document
 * @title: what it says it is called, or the name of its file
 * @media: what kind of file it is
 * @size: in bytes
 * @sha256: of the whole file, 64 hexadecimal digits (FIPS 180-4)
 * @added: when it was added, in microseconds since 1970 UTC
 * @origin: (nullable): where it was copied from: a path or a URI, to be read by people
 * @n_pages: how many pages it has; 0 for a text, which has none
 * @deleted: when it was removed, in microseconds since 1970 UTC; 0 while it is not in the bin
 *
 * A file that a person added to the notebook. The notebook holds all of it: what becomes of
 * the original does not matter.
 */
typedef struct
{
  char    *id;
  char    *title;
  PsgMedia media;
  guint64  size;
  char    *sha256;
  gint64   added;
  char    *origin;
  guint    n_pages;
  gint64   deleted;
} PsgOwnDocument;

#define PSG_TYPE_OWN_DOCUMENT (psg_own_document_get_type ())
PSG_DECLARE_RECORD (PsgOwnDocument, psg_own_document)

char       *psg_own_document_make_id      (const char *sha256);
gboolean    psg_own_document_is_valid     (const PsgOwnDocument *self);
const char *psg_media_get_label           (PsgMedia media);
const char *psg_media_get_extension       (PsgMedia media);
char       *psg_own_clean_page_text       (const char *text);
char       *psg_own_document_describe     (const PsgOwnDocument *self);
char       *psg_own_document_dup_citation (const PsgOwnDocument *self, guint page);

/**
 * PsgOwnContent:
 * @record: what it is the content of
 * @path: (type filename): the notebook's copy of the file, which is what @record says it is
 * @document: (nullable): a text, to be read as one of a collection; %NULL for a PDF
 *
 * What is in a document.
 */
typedef struct
{
  PsgOwnDocument *record;
  char           *path;
  PsgDocument    *document;
} PsgOwnContent;

#define PSG_TYPE_OWN_CONTENT (psg_own_content_get_type ())
PSG_DECLARE_RECORD (PsgOwnContent, psg_own_content)

G_END_DECLS
