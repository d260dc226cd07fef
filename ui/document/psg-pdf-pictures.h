/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-file.h"

G_BEGIN_DECLS

/**
 * PsgPdfPictures:
 *
 * Pictures of the pages that are in sight or will be soon, and no more of the others than there is room for. For
 * each page there may be one that is crisp, of the whole page or, where that would be too large, of what is in sight
 * and some more; and a small one of the whole page, to be shown until then.
 */
typedef struct _PsgPdfPictures PsgPdfPictures;

/* Another picture is there. */
typedef void (*PsgPdfPicturesChanged) (gpointer data);

PsgPdfPictures *psg_pdf_pictures_new   (PsgPdfFile *file, PsgPdfPicturesChanged changed, gpointer data);
void            psg_pdf_pictures_free  (PsgPdfPictures *self);

void            psg_pdf_pictures_begin (PsgPdfPictures *self);
void            psg_pdf_pictures_want  (PsgPdfPictures *self, const PsgPdfPart *page, const cairo_rectangle_int_t *area,
                                        PsgPdfUrgency urgency);
void            psg_pdf_pictures_end   (PsgPdfPictures *self);

GdkTexture     *psg_pdf_pictures_get_small (PsgPdfPictures *self, guint page);
GdkTexture     *psg_pdf_pictures_get_crisp (PsgPdfPictures *self, guint page, PsgPdfPart *part);
gsize           psg_pdf_pictures_get_size  (PsgPdfPictures *self);
gboolean        psg_pdf_pictures_is_busy   (PsgPdfPictures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPdfPictures, psg_pdf_pictures_free)

G_END_DECLS
