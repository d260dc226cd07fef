/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *psg_claim_card_new (PsgSession *session, const PsgClaim *claim);
char      *psg_describe_speaker (const PsgClaim *claim);

G_END_DECLS
