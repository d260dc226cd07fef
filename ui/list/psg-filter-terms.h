/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_FILTER_TERMS (psg_filter_terms_get_type ())
G_DECLARE_FINAL_TYPE (PsgFilterTerms, psg_filter_terms, PSG, FILTER_TERMS, AdwBin)

/**
 * PsgFilterTerms:
 *
 * What the filter holds beside lanes and words: a chip for its range, in which one
 * chooses what it takes to lie in it, a chip for each other term, and what could not be
 * read. Each chip has a button that takes it away. Nothing while there is none of these.
 */
GtkWidget *psg_filter_terms_new (PsgSession *session);

G_END_DECLS
