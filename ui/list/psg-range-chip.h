/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_RANGE_CHIP (psg_range_chip_get_type ())
G_DECLARE_FINAL_TYPE (PsgRangeChip, psg_range_chip, PSG, RANGE_CHIP, AdwBin)

/**
 * PsgRangeChip:
 *
 * The filter's range as a chip; hidden while there is none.
 */
GtkWidget *psg_range_chip_new   (PsgSession *session);

GtkWidget *psg_chip_new_removable (const char *text,
                                   const char *remove_label,
                                   GtkWidget **button);

G_END_DECLS
