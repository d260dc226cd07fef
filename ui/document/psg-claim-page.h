/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *psg_claim_page_new (PsgSession *session, const PsgClaim *claim);

G_END_DECLS
