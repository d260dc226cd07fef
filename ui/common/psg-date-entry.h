/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-destination.h"

G_BEGIN_DECLS

#define PSG_TYPE_DATE_ENTRY (psg_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (PsgDateEntry, psg_date_entry, PSG, DATE_ENTRY, GtkWidget)

/**
 * PsgDateEntry:
 *
 * A line to type a date into, with two below it that tell what was understood.
 *
 * Signals:
 * - `chosen (const PsgDestination *)`: a date was asked for by Enter or by the button
 *
 * # CSS nodes
 * ```
 * dateentry
 * ╰── box
 *     ├── box
 *     │   ├── entry
 *     │   ╰── button
 *     ├── label.date-words
 *     ╰── label.date-hint
 * ```
 */
GtkWidget *psg_date_entry_new     (PsgSession *session, const char *label, const char *button);

void       psg_date_entry_set_day (PsgDateEntry *self, PsgDay day);
void       psg_date_entry_begin   (PsgDateEntry *self);

G_END_DECLS
