/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-searcher.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_SEARCH_RESULTS (psg_search_results_get_type ())
G_DECLARE_FINAL_TYPE (PsgSearchResults, psg_search_results, PSG, SEARCH_RESULTS, AdwBin)

/**
 * PsgSearchResults:
 *
 * The list below the search's entry: what was found, a group a kind; or what may be typed. One of its
 * lines is marked; the keyboard stays in the entry, which moves the mark. Signals: `choose` with the row
 * (see psg-search-row.h) that was activated.
 */
GtkWidget *psg_search_results_new           (PsgSession *session);
void       psg_search_results_show          (PsgSearchResults *self, GPtrArray *groups, const char *text);
void       psg_search_results_show_examples (PsgSearchResults *self);
void       psg_search_results_show_nothing  (PsgSearchResults *self, const char *words, gboolean has_terms);
void       psg_search_results_move          (PsgSearchResults *self, int lines);
int        psg_search_results_get_page      (PsgSearchResults *self);
void       psg_search_results_activate      (PsgSearchResults *self);
GtkWidget *psg_search_results_get_marked    (PsgSearchResults *self);

G_END_DECLS
