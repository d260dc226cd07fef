/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-collection.h"

G_BEGIN_DECLS

#define PSG_TYPE_READER_IMAGE (psg_reader_image_get_type ())
G_DECLARE_FINAL_TYPE (PsgReaderImage, psg_reader_image, PSG, READER_IMAGE, AdwBin)

/**
 * PsgReaderImage:
 *
 * An image among text: no larger than it is, and no wider than there is room. What it shows is spoken, and
 * stands in its place where it cannot be shown.
 *
 * # CSS nodes
 *
 * `readerimage`, with the class `missing` where it cannot be shown
 */
GtkWidget *psg_reader_image_new (PsgCollection *collection, const char *name, const char *label);
void       psg_reader_image_fit (PsgReaderImage *self, int room);

GdkTexture *psg_reader_image_get_texture (PsgReaderImage *self);
const char *psg_reader_image_get_label   (PsgReaderImage *self);

G_END_DECLS
