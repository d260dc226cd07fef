/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-page-view.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_ACCOUNTS_PAGE (psg_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgAccountsPage, psg_accounts_page, PSG, ACCOUNTS_PAGE, PsgPageView)

/**
 * PsgAccountsPage:
 *
 * What two parties claim on an event or on a crossing's events, side by side: matter by matter where both speak
 * of the same, with how each claim was checked. Which two is chosen in its head.
 */
GtkWidget  *psg_accounts_page_new          (PsgSession *session, const PsgPage *page, GError **error);
void        psg_accounts_page_show_parties (PsgAccountsPage *self, const char *parties);
const char *psg_accounts_page_get_party    (PsgAccountsPage *self, guint side);

/* A button that leads to it; NULL where fewer than two parties speak. */
GtkWidget  *psg_accounts_button_new        (PsgSession *session, PsgKind kind, const char *id);

G_END_DECLS
