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
 * PsgTableCell:
 * @table: the number of its table in the document, from 1
 * @row: from 0, which is the header
 * @column: from 0
 * @align: where in its column it stands
 * @line: where its line begins in the buffer
 * @start: where its text begins
 * @end: exclusive
 */
typedef struct
{
  guint    table;
  guint    row;
  guint    column;
  PsgAlign align;
  guint    line;
  guint    start;
  guint    end;
} PsgTableCell;

/**
 * PsgImagePlace:
 * @anchor: where in the buffer its widget is to be put
 * @name: the image's name in the collection
 * @label: what it shows, in words
 */
typedef struct
{
  GtkTextChildAnchor *anchor;
  char *name;
  char *label;
} PsgImagePlace;

/**
 * PsgRendering:
 * @map: between the document's positions and the buffer's offsets
 * @spots: (element-type PsgSpot): what can be activated, sorted
 * @quotes: (element-type PsgStretch): what is set off as a quote
 * @codes: (element-type PsgStretch): blocks of code; their level is how far in they are set, in pixels
 * @headings: (element-type PsgStretch): for the outline, without the sources'
 * @cells: (element-type PsgTableCell): of tables; a row is a line, with a tab before each of its columns
 * @images: (element-type PsgImagePlace): where images go
 * @cited: (element-type utf8): ids of the sources cited, in order of their numbers
 *
 * What became of a document in a buffer.
 */
typedef struct
{
  PsgTextMap *map;
  GArray *spots;
  GArray *quotes;
  GArray *codes;
  GArray *headings;
  GArray *cells;
  GArray *images;
  GPtrArray *cited;
} PsgRendering;

PsgRendering *psg_document_render (const PsgDocument *document, PsgCollection *collection, GtkTextBuffer *buffer);
void          psg_rendering_free  (PsgRendering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgRendering, psg_rendering_free)

G_END_DECLS
