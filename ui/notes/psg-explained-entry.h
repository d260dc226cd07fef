/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_EXPLAINED_ENTRY (psg_explained_entry_get_type ())
G_DECLARE_FINAL_TYPE (PsgExplainedEntry, psg_explained_entry, PSG, EXPLAINED_ENTRY, GtkBox)

/**
 * PsgExplainedEntry:
 *
 * A line with its name above it and, below it, what was understood of it, or why nothing was.
 *
 * Signals: `changed` when a person has typed; `left` when the keyboard goes elsewhere; `activate` at Enter.
 */
GtkWidget  *psg_explained_entry_new      (const char *label);

const char *psg_explained_entry_get_text (PsgExplainedEntry *self);
void        psg_explained_entry_set_text (PsgExplainedEntry *self, const char *text);
void        psg_explained_entry_explain  (PsgExplainedEntry *self, const char *words, gboolean is_fault);
void        psg_explained_entry_add      (PsgExplainedEntry *self, GtkWidget *button);

G_END_DECLS
