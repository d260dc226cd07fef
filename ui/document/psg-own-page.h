/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-page-view.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_OWN_PAGE (psg_own_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgOwnPage, psg_own_page, PSG, OWN_PAGE, PsgPageView)

/**
 * PsgOwnPage:
 *
 * A document of the person's own: what it is, and under that a reader for a text or the pages of a PDF. It is
 * loaded when the page is made; what is wrong with it is told in its place.
 */
GtkWidget *psg_own_page_new         (PsgSession *session, const char *id);
void       psg_own_page_show_place  (PsgOwnPage *self, const char *place);
GtkWidget *psg_own_page_get_content (PsgOwnPage *self);
void       psg_own_page_set_text_size (PsgOwnPage *self, guint size);

G_END_DECLS
