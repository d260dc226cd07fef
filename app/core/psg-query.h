/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-filter.h"

G_BEGIN_DECLS

/**
 * PsgQuery:
 *
 * What a person asks of the search over everything: a #PsgFilter, with all its terms, and
 * `kind:event`, `kind:document`, `kind:note`, `kind:crossing`, `kind:claim`, `kind:source`, `kind:place` or `kind:own`:
 * only these; several widen each other. Immutable and reference-counted.
 *
 * Words are looked up in everything. The filter's terms choose events; other things are found if they
 * belong to one of those events.
 */
typedef struct _PsgQuery PsgQuery;

PsgQuery   *psg_query_parse       (const char *text);
PsgQuery   *psg_query_ref         (PsgQuery *self);
void        psg_query_unref       (PsgQuery *self);

PsgFilter  *psg_query_get_filter  (const PsgQuery *self);
const char *psg_query_get_words   (const PsgQuery *self);
gboolean    psg_query_has_terms   (const PsgQuery *self);
gboolean    psg_query_is_empty    (const PsgQuery *self);
gboolean    psg_query_wants       (const PsgQuery *self, PsgKind kind);
guint       psg_query_get_n_kinds (const PsgQuery *self);
char       *psg_query_explain     (const PsgQuery *self, PsgCollection *collection);
GPtrArray  *psg_query_describe    (const PsgQuery *self, PsgCollection *collection);
char       *psg_query_narrow      (const char *text, PsgKind kind);

const char *psg_kind_get_plural   (PsgKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgQuery, psg_query_unref)

G_END_DECLS
