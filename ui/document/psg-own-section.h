/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_OWN_SECTION (psg_own_section_get_type ())
G_DECLARE_FINAL_TYPE (PsgOwnSection, psg_own_section, PSG, OWN_SECTION, AdwBin)

/**
 * PsgOwnSection:
 *
 * The documents a person added, to be opened and removed, and the way to add another. It is there while there is a
 * library. Adding and removing are the window's: `win.add-document`, `win.remove-document (s)`.
 */
GtkWidget *psg_own_section_new (PsgSession *session);

G_END_DECLS
