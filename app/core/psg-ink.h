/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The pens there are: by name, as a person chooses them. */
typedef enum
{
  PSG_INK_RED,
  PSG_INK_BLUE,
  PSG_INK_GREEN,
  PSG_INK_YELLOW,
  PSG_INK_BLACK,
  PSG_INK_WHITE,
  PSG_N_INK_COLOURS
} PsgInkColour;

/* What is read from a file is refused beyond these. */
#define PSG_INK_MAX_STROKES 2000
#define PSG_INK_MAX_POINTS 200000

/**
 * PsgInkPoint:
 * @x: from the left edge of what is drawn on, 0, to its right, 1
 * @y: from its top, 0, to its bottom, 1
 */
typedef struct
{
  float x;
  float y;
} PsgInkPoint;

/**
 * PsgInkStroke:
 * @colour: the pen
 * @width: of the line, in parts of the height of what is drawn on; 0 to 0.1
 * @points: (element-type PsgInkPoint): where the pen went, at least one
 *
 * One line drawn without lifting the pen. It is not changed once it is done.
 */
typedef struct
{
  PsgInkColour colour;
  double       width;
  GArray      *points;
} PsgInkStroke;

#define PSG_TYPE_INK (psg_ink_get_type ())
G_DECLARE_FINAL_TYPE (PsgInk, psg_ink, PSG, INK, GObject)

/**
 * PsgInk:
 *
 * What was drawn over a step of a lesson, independent of how large that is shown. Drawing, erasing
 * and clearing can be undone, without limit.
 *
 * Properties: `can-undo`, `can-redo`, `empty`. Signal: `changed`.
 *
 * As text it is a line for each stroke: its colour, its width and its points, all numbers with
 * four decimals:
 *
 * ```
 * ink    = *( stroke LF )
 * stroke = colour SP width 1*( SP x "," y )
 * colour = "red" / "blue" / "green" / "yellow" / "black" / "white"
 * ```
 */
PsgInk       *psg_ink_new          (void);
PsgInk       *psg_ink_parse        (const char *text, GError **error);
char         *psg_ink_to_string    (PsgInk *self);

GPtrArray    *psg_ink_get_strokes  (PsgInk *self);
gboolean      psg_ink_get_empty    (PsgInk *self);
gboolean      psg_ink_get_can_undo (PsgInk *self);
gboolean      psg_ink_get_can_redo (PsgInk *self);

void          psg_ink_begin        (PsgInk *self, PsgInkColour colour, double width, double x, double y);
void          psg_ink_extend       (PsgInk *self, double x, double y);
void          psg_ink_end          (PsgInk *self);
void          psg_ink_erase        (PsgInk *self, double x, double y, double radius, double aspect);
void          psg_ink_clear        (PsgInk *self);
gboolean      psg_ink_undo         (PsgInk *self);
gboolean      psg_ink_redo         (PsgInk *self);

const char   *psg_ink_colour_to_string (PsgInkColour colour);
const char   *psg_ink_colour_get_label (PsgInkColour colour);

G_END_DECLS
