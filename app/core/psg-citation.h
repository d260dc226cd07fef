/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/* How a citation can be written. */
typedef enum
{
  PSG_CITATION_CHICAGO,  /* words: The Chicago Manual of Style, 17th edition, notes (14.205 to 14.210) */
  PSG_CITATION_BIBTEX,   /* an entry for BibTeX 0.99d and biblatex, UTF-8 */
  PSG_CITATION_CSL_JSON, /* CSL-JSON 1.0.2: an array of one item */
  PSG_CITATION_RIS,      /* RIS, specification of 2012: UTF-8, lines end in CR LF */
  PSG_N_CITATION_FORMATS,
} PsgCitationFormat;

/**
 * PsgCitation:
 * @kind: what is cited; %PSG_KIND_NONE for the collection as a whole
 * @key: what programs call it by: `a–z`, `0–9` and `-`
 * @title: of what is cited; of a passage, the document's
 * @author: (nullable): who wrote or said it, as it was given
 * @publisher: (nullable): of a source
 * @issued: (nullable): when it was published, or how things stood when
 * @date: (nullable): of an event, when it happened
 * @url: (nullable): of a source, http or https
 * @archive_url: (nullable): a kept copy of it
 * @language: (nullable): BCP 47 tag of @title
 * @quote: (nullable): the words of a passage
 * @section: (nullable): the heading these stand under
 * @accessed: the day on which it was looked at
 * @collection: the collection's title
 * @version: its version
 * @link: a lasting link into the collection, see #PsgDeepLink
 *
 * What there is to say of something that is cited. Texts are one line each, without control
 * characters or such as turn the direction of writing; addresses are ASCII (RFC 3986).
 */
typedef struct
{
  PsgKind  kind;
  char    *key;
  char    *title;
  char    *author;
  char    *publisher;
  PsgEdtf *issued;
  PsgEdtf *date;
  char    *url;
  char    *archive_url;
  char    *language;
  char    *quote;
  char    *section;
  PsgDay   accessed;
  char    *collection;
  char    *version;
  char    *link;
} PsgCitation;

PsgCitation *psg_citation_new       (PsgCollection *collection, PsgKind kind, const char *id,
                                     const char *link, PsgDay accessed, GError **error);
void         psg_citation_free      (PsgCitation *self);
char        *psg_citation_to_string (const PsgCitation *self, PsgCitationFormat format);

const char  *psg_citation_format_get_name      (PsgCitationFormat format);
const char  *psg_citation_format_get_nick      (PsgCitationFormat format);
const char  *psg_citation_format_get_extension (PsgCitationFormat format);
PsgCitationFormat psg_citation_format_from_nick (const char *nick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgCitation, psg_citation_free)

G_END_DECLS
