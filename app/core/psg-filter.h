/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-date-range.h"
#include "psg-geo-box.h"

G_BEGIN_DECLS

/**
 * PsgFilter:
 *
 * Which events are shown. A value, written as the words a person types:
 * `lane:border lane:people crossing:medininkai-kamenny-loh during:2021-05/2021-08
 * wagner`. Immutable and reference-counted.
 *
 * - `lane:NAME`, `crossing:NAME`, `place:NAME`: only these; several widen each other. NAME is an
 *   id or the beginning of a name in any language, in quotation marks if there are spaces in it
 * - `has:WORD`: only what has a `claim`, `crossing`, `document`, `note`, `place` or `source`; several
 *   narrow each other
 * - `during:DATE`: only what lies in this range, possibly; `certainly:DATE` the same,
 *   certainly (see #PsgRangeMode). A filter has one range; the last one written counts
 * - `after:DATE`: only what possibly lies on the date's first day or later
 * - `before:DATE`: only what possibly lies before the date's first day, so that `after`
 *   and `before` one date part all events, and leave both with those that last over it
 * - `area:SOUTH,WEST,NORTH,EAST`: only what happened within these degrees; the last one written
 *   counts
 * - all others are looked up in the text; `"some words"` in quotation marks follow one another
 *
 * A DATE is EDTF without spaces: `2021-05-03`, `2021-05`, `2021`, `2021-05/2021-08`, `2021-05/..`.
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
const char *psg_filter_get_typed    (const PsgFilter *self);
const char *psg_filter_get_problem  (const PsgFilter *self);
const char *const *psg_filter_get_lanes (const PsgFilter *self);
const char *const *psg_filter_get_crossings (const PsgFilter *self);
const char *const *psg_filter_get_places (const PsgFilter *self);
const char *const *psg_filter_get_has (const PsgFilter *self);
gboolean    psg_filter_has_lane     (const PsgFilter *self, const char *lane);
const char *psg_filter_get_range    (const PsgFilter *self);
const PsgTimeSpan *psg_filter_get_range_span (const PsgFilter *self);
PsgRangeMode psg_filter_get_range_mode (const PsgFilter *self);
const char *psg_filter_get_after    (const PsgFilter *self);
const char *psg_filter_get_before   (const PsgFilter *self);

PsgFilter  *psg_filter_with_query   (const PsgFilter *self, const char *query);
PsgFilter  *psg_filter_toggle_lane  (const PsgFilter *self, const char *lane);
PsgFilter  *psg_filter_toggle_crossing (const PsgFilter *self, const char *crossing);

PsgFilter  *psg_filter_with_range   (const PsgFilter *self,
                                     const char      *range,
                                     PsgRangeMode     mode,
                                     GError         **error);
const PsgGeoBox *psg_filter_get_area (const PsgFilter *self);
PsgFilter  *psg_filter_with_area    (const PsgFilter *self, const PsgGeoBox *area);
PsgFilter  *psg_filter_without      (const PsgFilter *self, const char *term);

PsgRowSet  *psg_filter_apply        (const PsgFilter *self,
                                     PsgCollection   *collection,
                                     PsgRowSet       *noted,
                                     GError         **error);
PsgRowSet  *psg_filter_apply_in_context (const PsgFilter *self,
                                     PsgCollection   *collection,
                                     PsgRowSet       *noted,
                                     PsgRowSet      **context,
                                     GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgFilter, psg_filter_unref)

G_END_DECLS
