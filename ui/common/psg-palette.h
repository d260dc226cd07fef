/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-crossing.h"
#include "psg-lane.h"
#include "psg-note.h"

G_BEGIN_DECLS

/**
 * PsgScheme:
 *
 * The three looks everything self-drawn comes in. High contrast wins over light
 * and dark alike.
 */
typedef enum
{
  PSG_SCHEME_LIGHT,
  PSG_SCHEME_DARK,
  PSG_SCHEME_HIGH_CONTRAST,
  PSG_SCHEME_HIGH_CONTRAST_DARK,
} PsgScheme;

PsgScheme psg_palette_get_scheme   (void);
gboolean  psg_scheme_is_dark       (PsgScheme scheme);
/* A status's colour as an area: a strip, a glyph. At least 3:1 on the window's background. */
void      psg_palette_get_status   (PsgScheme scheme, PsgStatus status, GdkRGBA *rgba);
/* The same for text: at least 4.5:1. */
void      psg_palette_get_status_text (PsgScheme scheme, PsgStatus status, GdkRGBA *rgba);
/* A lane's colour as the collection gives it, made lighter or darker where the scheme needs it. */
void      psg_palette_get_lane     (PsgScheme scheme, const PsgLane *lane, GdkRGBA *rgba);
void      psg_palette_get_lane_text (PsgScheme scheme, const PsgLane *lane, GdkRGBA *rgba);
void      psg_palette_get_accent   (PsgScheme scheme, GdkRGBA *rgba);
/* Behind words that are marked as with a pen. */
void      psg_palette_get_highlight (PsgScheme scheme, GdkRGBA *rgba);
/* A note's colour as a sign: at least 3:1 on the window's background. */
void      psg_palette_get_note     (PsgScheme scheme, PsgNoteColour colour, GdkRGBA *rgba);
/* The same behind words: these keep at least 4.5:1. */
void      psg_palette_get_note_highlight (PsgScheme scheme, PsgNoteColour colour, GdkRGBA *rgba);
/* The same over words on white paper, which every scheme leaves white: black words stay dark. */
void      psg_palette_get_note_pen (PsgScheme scheme, PsgNoteColour colour, GdkRGBA *rgba);
/* Of one opaque colour on another, from 1 to 21 (WCAG 2.1, “contrast ratio”). */
double    psg_palette_get_contrast (const GdkRGBA *a, const GdkRGBA *b);
void      psg_palette_set_source   (cairo_t *cr, const GdkRGBA *rgba, double alpha);
/* Watch for a change of scheme: calls @callback (owner) until owner is finalized. */
void      psg_palette_watch        (GObject *owner, GCallback callback);

/* The sign of a status, drawn within a circle: a tick, an exclamation mark, a bar,
 * a question mark. Shape and colour both tell. */
void      psg_status_glyph_draw    (cairo_t *cr, PsgScheme scheme, PsgStatus status,
                                    double x, double y, double radius);
/* The sign of a note, within a square: a leaf with its corner turned down; an outline where it has no colour. */
void      psg_note_glyph_draw      (cairo_t *cr, PsgScheme scheme, PsgNoteColour colour,
                                    double x, double y, double size);

G_END_DECLS
