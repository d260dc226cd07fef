/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/**
 * PsgFilter:
 *
 * Which events are shown. A value, written as the words a person types:
 * `lane:border lane:people crossing:medininkai-kamenny-loh wagner`. Words
 * without a colon are looked up in the text. Immutable and reference-counted.
 */
typedef struct _PsgFilter PsgFilter;

#define PSG_TYPE_FILTER (psg_filter_get_type ())
GType psg_filter_get_type (void) G_GNUC_CONST;

PsgFilter  *psg_filter_new_empty    (void);
PsgFilter  *psg_filter_parse        (const char *text);
PsgFilter  *psg_filter_ref          (PsgFilter *self);
void        psg_filter_unref        (PsgFilter *self);

const char *psg_filter_to_string    (const PsgFilter *self);
gboolean    psg_filter_is_empty     (const PsgFilter *self);
gboolean    psg_filter_equal        (const PsgFilter *a, const PsgFilter *b);
const char *psg_filter_get_query    (const PsgFilter *self);
const char *const *psg_filter_get_lanes (const PsgFilter *self);
const char *const *psg_filter_get_crossings (const PsgFilter *self);
gboolean    psg_filter_has_lane     (const PsgFilter *self, const char *lane);

PsgFilter  *psg_filter_with_query   (const PsgFilter *self, const char *query);
PsgFilter  *psg_filter_toggle_lane  (const PsgFilter *self, const char *lane);
PsgFilter  *psg_filter_toggle_crossing (const PsgFilter *self, const char *crossing);

PsgRowSet  *psg_filter_apply        (const PsgFilter *self, PsgCollection *collection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgFilter, psg_filter_unref)

G_END_DECLS
