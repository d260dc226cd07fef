/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No image of a document has more bytes, none is wider or higher: decoded it takes up to 64 MiB. */
#define PSG_IMAGE_MAX_BYTES (8 * 1024 * 1024)
#define PSG_IMAGE_MAX_PIXELS 4096

/* Where they lie in a collection's folder, and how they are named in its file. */
#define PSG_IMAGE_FOLDER "images/"
#define PSG_IMAGE_MAX_NAME 128

gboolean    psg_image_is_name (const char *name);
const char *psg_image_check   (const guint8 *data, gsize size, guint *width, guint *height);

G_END_DECLS
