/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-collection.h"
#include "psg-spot.h"
#include "psg-text-map.h"

G_BEGIN_DECLS

/* A stretch of the buffer, and how deep or of which level it is. */
typedef struct
{
  guint start;
  guint end;
  guint level;
} PsgStretch;

/**
 * PsgRendering:
 * @map: between the document's positions and the buffer's offsets
 * @spots: (element-type PsgSpot): what can be activated, sorted
 * @quotes: (element-type PsgStretch): what is set off as a quote
 * @headings: (element-type PsgStretch): for the outline, without the sources'
 * @cited: (element-type utf8): ids of the sources cited, in order of their numbers
 *
 * What became of a document in a buffer.
 */
typedef struct
{
  PsgTextMap *map;
  GArray *spots;
  GArray *quotes;
  GArray *headings;
  GPtrArray *cited;
} PsgRendering;

PsgRendering *psg_document_render (const PsgDocument *document, PsgCollection *collection, GtkTextBuffer *buffer);
void          psg_rendering_free  (PsgRendering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgRendering, psg_rendering_free)

G_END_DECLS
