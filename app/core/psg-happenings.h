/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"
#include "psg-happening.h"
#include "psg-row-set.h"

G_BEGIN_DECLS

/**
 * PsgHappenings:
 *
 * What happens, by day: each event of a set begins, and road crossings change their
 * status. An event whose beginning is open or unknown is not said to begin on any day,
 * and is none of them.
 */
typedef struct _PsgHappenings PsgHappenings;

PsgHappenings *psg_happenings_new          (PsgEventTable *events, PsgRowSet *matches, GPtrArray *crossings);
void           psg_happenings_free         (PsgHappenings *self);

const char    *psg_happenings_get_title    (const PsgHappenings *self, const PsgHappening *happening);
PsgDay         psg_happenings_next_day     (const PsgHappenings *self, PsgDay after);
PsgDay         psg_happenings_previous_day (const PsgHappenings *self, PsgDay before);
GPtrArray     *psg_happenings_collect      (const PsgHappenings *self, PsgDay first, PsgDay last,
                                            guint most, guint *n_left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgHappenings, psg_happenings_free)

G_END_DECLS
