/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tour-picture.h"

#include <math.h>

#include "psg-palette.h"

/*
 * The pictures of the tour: sketches of what the app shows, in its own colours, so that they look like it
 * in any scheme. They are ornaments: what they show is said beside them.
 */

static const guint32 lanes[] = { 0x0072b2, 0xcc79a7, 0xd55e00, 0xe69f00 };

typedef struct
{
  cairo_t *cr;
  PsgScheme scheme;
  GdkRGBA text;
} Sketch;

static void
set_text (Sketch *self,
          double  alpha)
{
  psg_palette_set_source (self->cr, &self->text, alpha);
}

static void
rounded (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* A sheet with an edge. */
static void
draw_sheet (Sketch *self,
            double  x,
            double  y,
            double  width,
            double  height)
{
  rounded (self->cr, x + 0.5, y + 0.5, width - 1, height - 1, 8);
  set_text (self, 0.06);
  cairo_fill_preserve (self->cr);
  set_text (self, 0.3);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
}

static void
draw_words (Sketch *self,
            double  x,
            double  y,
            double  width)
{
  rounded (self->cr, x, y, width, 6, 3);
  set_text (self, 0.35);
  cairo_fill (self->cr);
}

static void
draw_mark (Sketch *self,
           guint   lane,
           double  x,
           double  y,
           double  radius)
{
  const PsgLane shown = { .rgb = lanes[lane % G_N_ELEMENTS (lanes)] };
  GdkRGBA rgba;

  psg_palette_get_lane (self->scheme, &shown, &rgba);
  psg_palette_set_source (self->cr, &rgba, 1);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
draw_lanes (Sketch *self,
            double  x,
            double  y,
            double  width)
{
  static const double marks[][3] = {
    { 0.08, 0.31, 0.74 }, { 0.22, 0.45, 0.9 }, { 0.12, 0.62, 0.8 }, { 0.36, 0.53, 0.68 },
  };

  for (guint lane = 0; lane < G_N_ELEMENTS (marks); lane++)
    {
      double middle = y + 9 + lane * 18;

      set_text (self, lane % 2 == 0 ? 0.07 : 0.03);
      cairo_rectangle (self->cr, x, middle - 9, width, 18);
      cairo_fill (self->cr);
      for (guint i = 0; i < G_N_ELEMENTS (marks[lane]); i++)
        draw_mark (self, lane, x + marks[lane][i] * width, middle, 4.5);
    }
}

static void
set_accent (Sketch *self,
            double  alpha)
{
  GdkRGBA accent;

  psg_palette_get_accent (self->scheme, &accent);
  psg_palette_set_source (self->cr, &accent, alpha);
}

/* The border with its crossings above, the lanes below, and the playhead through both. */
static void
draw_together (Sketch *self)
{
  static const struct
  {
    double x, y;
    PsgStatus status;
  } signs[] = {
    { 250, 14, PSG_STATUS_CLOSED },
    { 222, 36, PSG_STATUS_CLOSED },
    { 224, 62, PSG_STATUS_RESTRICTED },
    { 152, 76, PSG_STATUS_OPEN },
  };

  draw_sheet (self, 40, 0, 320, 92);
  cairo_move_to (self->cr, 262, 1);
  cairo_curve_to (self->cr, 190, 30, 260, 60, 200, 70);
  cairo_curve_to (self->cr, 160, 76, 130, 70, 90, 91);
  set_text (self, 0.55);
  cairo_set_line_width (self->cr, 2);
  cairo_stroke (self->cr);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    psg_status_glyph_draw (self->cr, self->scheme, signs[i].status, signs[i].x, signs[i].y, 9);

  draw_lanes (self, 0, 106, 400);
  set_accent (self, 1);
  cairo_rectangle (self->cr, 247, 100, 2, 80);
  cairo_fill (self->cr);
  rounded (self->cr, 224, 94, 48, 14, 7);
  cairo_fill (self->cr);
}

/* A mark, an arrow, and words in a text that are marked. */
static void
draw_evidence (Sketch *self)
{
  GdkRGBA highlight;

  draw_mark (self, 2, 62, 90, 11);
  set_accent (self, 1);
  cairo_set_line_width (self->cr, 2.5);
  cairo_arc (self->cr, 62, 90, 17, 0, 2 * G_PI);
  cairo_stroke (self->cr);
  cairo_move_to (self->cr, 92, 90);
  cairo_line_to (self->cr, 142, 90);
  cairo_move_to (self->cr, 134, 82);
  cairo_line_to (self->cr, 142, 90);
  cairo_line_to (self->cr, 134, 98);
  cairo_stroke (self->cr);

  draw_sheet (self, 164, 0, 200, 180);
  draw_words (self, 184, 22, 96);
  for (guint i = 0; i < 6; i++)
    draw_words (self, 184, 48 + i * 19, i == 5 ? 90 : 160);
  psg_palette_get_highlight (self->scheme, &highlight);
  psg_palette_set_source (self->cr, &highlight, 1);
  rounded (self->cr, 180, 82, 168, 34, 4);
  cairo_fill (self->cr);
  draw_words (self, 184, 86, 160);
  draw_words (self, 184, 105, 118);
}

/* Notes of one's own, and the same on a screen. */
static void
draw_own (Sketch *self)
{
  static const PsgNoteColour colours[] = { PSG_NOTE_YELLOW, PSG_NOTE_GREEN, PSG_NOTE_PINK };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      draw_sheet (self, 20, 4 + i * 60, 140, 50);
      psg_note_glyph_draw (self->cr, self->scheme, colours[i], 40, 29 + i * 60, 18);
      draw_words (self, 60, 19 + i * 60, 84);
      draw_words (self, 60, 34 + i * 60, 56);
    }

  draw_sheet (self, 190, 4, 190, 124);
  draw_lanes (self, 202, 34, 166);
  set_text (self, 0.45);
  cairo_set_line_width (self->cr, 3);
  cairo_move_to (self->cr, 285, 128);
  cairo_line_to (self->cr, 285, 146);
  cairo_move_to (self->cr, 250, 172);
  cairo_line_to (self->cr, 285, 146);
  cairo_line_to (self->cr, 320, 172);
  cairo_stroke (self->cr);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  Sketch sketch = { .cr = cr, .scheme = psg_palette_get_scheme () };
  double scale = MIN (width / (double) PSG_TOUR_PICTURE_WIDTH, height / (double) PSG_TOUR_PICTURE_HEIGHT);

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &sketch.text);
  cairo_translate (cr, (width - PSG_TOUR_PICTURE_WIDTH * scale) / 2, (height - PSG_TOUR_PICTURE_HEIGHT * scale) / 2);
  cairo_scale (cr, scale, scale);

  switch ((PsgTourScreen) GPOINTER_TO_UINT (user_data))
    {
    case PSG_TOUR_TOGETHER:
      draw_together (&sketch);
      break;
    case PSG_TOUR_EVIDENCE:
      draw_evidence (&sketch);
      break;
    case PSG_TOUR_OWN:
    case PSG_TOUR_N_SCREENS:
    default:
      draw_own (&sketch);
      break;
    }
}

/**
 * psg_tour_picture_new:
 * @screen: what it is of
 *
 * Returns: (transfer floating): a picture that follows the scheme
 */
GtkWidget *
psg_tour_picture_new (PsgTourScreen screen)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PSG_TOUR_PICTURE_WIDTH * 3 / 4);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), PSG_TOUR_PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GUINT_TO_POINTER (screen), NULL);
  psg_palette_watch (G_OBJECT (area), G_CALLBACK (gtk_widget_queue_draw));

  return area;
}
