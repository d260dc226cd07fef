/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-citation.h"

G_BEGIN_DECLS

/* One file a format. */
char *psg_citation_to_chicago  (const PsgCitation *self);
char *psg_citation_to_bibtex   (const PsgCitation *self);
char *psg_citation_to_csl_json (const PsgCitation *self);
char *psg_citation_to_ris      (const PsgCitation *self);

/* What no field of these formats is for. */
char *psg_citation_dup_note    (const PsgCitation *self);
/* The collection and its version. */
char *psg_citation_dup_edition (const PsgCitation *self);

/* Year, month and day of the first (or, of an interval, the last) day, as far as they are
 * stated; returns how many are. */
guint psg_citation_get_date_parts (const PsgEdtf *date, gboolean last, int parts[3]);

G_END_DECLS
