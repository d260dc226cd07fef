/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/**
 * PsgPage:
 * @kind: what is shown: %PSG_KIND_NONE (the collection's own page), an event, a crossing,
 *   a document, a claim, a source, a note, or a document of the person's own
 * @id: (nullable): which
 * @passage: (nullable): in a document, the passage to show: its id, or a position in the
 *   plain text, `char=START,END` in code points (RFC 5147, 2.1.1). In a PDF that follows the page,
 *   `page=N` from 1 (RFC 8118, 3), and counts in that page's text: `page=3&char=10,20`. Of an event or a crossing,
 *   that the accounts of it are compared: `accounts`, or of which two parties, `accounts=ID,ID`; see #PsgComparison
 *
 * What the document pane shows. A value; as text it is a link inside the
 * collection: `event:ID`, `event:ID#accounts`, `crossing:ID`, `document:ID`, `document:ID#PASSAGE`,
 * `claim:ID`, `source:ID`, or `collection:`; or out of it, to what is in the person's notebook:
 * `own:ID`, `own:ID#PASSAGE`, `note:ID`.
 */
typedef struct
{
  PsgKind kind;
  char   *id;
  char   *passage;
} PsgPage;

#define PSG_TYPE_PAGE (psg_page_get_type ())
GType    psg_page_get_type   (void) G_GNUC_CONST;
PsgPage *psg_page_copy       (const PsgPage *self);
void     psg_page_copy_into  (const PsgPage *self, PsgPage *other);
void     psg_page_free       (PsgPage *self);
gboolean psg_page_equal      (const PsgPage *a, const PsgPage *b);
char    *psg_page_to_link    (const PsgPage *self);
PsgPage *psg_page_from_link  (const char *link);
char    *psg_page_write_position (guint start, guint end);
PsgKind  psg_page_get_subject     (const PsgPage *self, const char **id);
gboolean psg_page_read_accounts   (const char *passage, const char **parties);
gboolean psg_page_read_position  (const char *passage, guint *start, guint *end);
char    *psg_page_write_place    (guint page, guint start, guint end);
gboolean psg_page_read_place     (const char *passage, guint *page, guint *start, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPage, psg_page_free)

G_END_DECLS
