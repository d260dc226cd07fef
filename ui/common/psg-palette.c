/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-palette.h"

#include <adwaita.h>
#include <math.h>

/*
 * The colours of everything that draws itself, so that a status or a lane looks
 * the same on timeline, map and page. Widgets with CSS take theirs from
 * style.css; the two are kept in step by tests/ui/test-palette.c.
 */

/* By scheme (light, dark, high contrast light and dark), then by status. */
static const guint32 status_rgb[4][PSG_N_STATUSES] = {
  { 0x77767b, 0x1f7f57, 0xb98300, 0xc0392b },
  { 0x9a9996, 0x4fb98a, 0xe0a92e, 0xf0716a },
  { 0x5e5c64, 0x0b5d3b, 0x8a5a00, 0xa01010 },
  { 0xc0bfbc, 0x8ff0c0, 0xffd866, 0xffa09a },
};

static const guint32 status_text_rgb[4][PSG_N_STATUSES] = {
  { 0x5e5c64, 0x146c47, 0x845c00, 0xb3261e },
  { 0xc0bfbc, 0x6fd3a5, 0xf0bf55, 0xff8f86 },
  { 0x3d3846, 0x06492d, 0x6b4500, 0x8a0000 },
  { 0xdeddda, 0xa8f5d0, 0xffe08a, 0xffb8b3 },
};

static const guint32 accent_rgb[4] = { 0x1a68c8, 0x78aeed, 0x0a4fa3, 0xa8d0ff };

static const guint32 highlight_rgb[4] = { 0xffe08a, 0x6b5518, 0xffd23d, 0x4f3d00 };

/* By scheme, then by colour of a note: none, yellow, green, blue, pink, purple, orange. */
static const guint32 note_rgb[4][PSG_NOTE_N_COLOURS] = {
  { 0x77767b, 0xa87900, 0x2b8a4b, 0x1c71d8, 0xc6487f, 0x8a4fb0, 0xc64600 },
  { 0xb0afac, 0xf5c211, 0x6fd08c, 0x78aeed, 0xf08ab5, 0xc79ae6, 0xffa348 },
  { 0x3d3846, 0x6b4e00, 0x0b5d2b, 0x0a4fa3, 0x8a1a4f, 0x5a2080, 0x8a3000 },
  { 0xdeddda, 0xffdf5e, 0xa0f0b8, 0xa8d0ff, 0xffb3d1, 0xe0c0ff, 0xffc58a },
};

static const guint32 note_highlight_rgb[4][PSG_NOTE_N_COLOURS] = {
  { 0xe2e2e4, 0xfff0a8, 0xcdf0d4, 0xcfe3fb, 0xfbd5e4, 0xe8d6f5, 0xffdcb8 },
  { 0x4a4a4c, 0x5c4a08, 0x1f4d2c, 0x1f4066, 0x5c2a41, 0x472c5c, 0x5e3713 },
  { 0xd0d0d4, 0xffe566, 0xa8e8b4, 0xa8d0ff, 0xffb3d1, 0xddbcf5, 0xffc58a },
  { 0x3a3a3c, 0x463800, 0x0a3d1a, 0x0c2f57, 0x4d1630, 0x371650, 0x4a2500 },
};

static void
rgba_from_rgb (guint32  rgb,
               GdkRGBA *rgba)
{
  rgba->red = ((rgb >> 16) & 0xff) / 255.0;
  rgba->green = ((rgb >> 8) & 0xff) / 255.0;
  rgba->blue = (rgb & 0xff) / 255.0;
  rgba->alpha = 1.0;
}

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2.1). */
static double
luminance (const GdkRGBA *c)
{
  return 0.2126 * linear (c->red) + 0.7152 * linear (c->green) + 0.0722 * linear (c->blue);
}

double
psg_palette_get_contrast (const GdkRGBA *a,
                          const GdkRGBA *b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* Moves a colour towards black or white until it stands out from the background. */
static void
ensure_contrast (GdkRGBA  *rgba,
                 PsgScheme scheme,
                 double    wanted)
{
  gboolean dark = psg_scheme_is_dark (scheme);
  double target = dark ? 1.0 : 0.0;
  GdkRGBA background;

  rgba_from_rgb (dark ? 0x303030 : 0xf4f4f6, &background);

  for (int i = 0; i < 20 && psg_palette_get_contrast (rgba, &background) < wanted; i++)
    {
      rgba->red += (target - rgba->red) * 0.08;
      rgba->green += (target - rgba->green) * 0.08;
      rgba->blue += (target - rgba->blue) * 0.08;
    }
}

/**
 * psg_palette_get_scheme:
 *
 * Returns: the look asked for by the person's settings now
 */
PsgScheme
psg_palette_get_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? PSG_SCHEME_HIGH_CONTRAST_DARK : PSG_SCHEME_HIGH_CONTRAST;

  return dark ? PSG_SCHEME_DARK : PSG_SCHEME_LIGHT;
}

gboolean
psg_scheme_is_dark (PsgScheme scheme)
{
  return scheme == PSG_SCHEME_DARK || scheme == PSG_SCHEME_HIGH_CONTRAST_DARK;
}

void
psg_palette_get_status (PsgScheme scheme,
                        PsgStatus status,
                        GdkRGBA  *rgba)
{
  rgba_from_rgb (status_rgb[scheme][status], rgba);
}

void
psg_palette_get_status_text (PsgScheme scheme,
                             PsgStatus status,
                             GdkRGBA  *rgba)
{
  rgba_from_rgb (status_text_rgb[scheme][status], rgba);
}

void
psg_palette_get_lane (PsgScheme      scheme,
                      const PsgLane *lane,
                      GdkRGBA       *rgba)
{
  rgba_from_rgb (lane->rgb, rgba);
  ensure_contrast (rgba, scheme, scheme >= PSG_SCHEME_HIGH_CONTRAST ? 4.5 : 2.0);
}

void
psg_palette_get_lane_text (PsgScheme      scheme,
                           const PsgLane *lane,
                           GdkRGBA       *rgba)
{
  rgba_from_rgb (lane->rgb, rgba);
  ensure_contrast (rgba, scheme, scheme >= PSG_SCHEME_HIGH_CONTRAST ? 7.0 : 4.6);
}

void
psg_palette_get_accent (PsgScheme scheme,
                        GdkRGBA  *rgba)
{
  rgba_from_rgb (accent_rgb[scheme], rgba);
}

void
psg_palette_get_highlight (PsgScheme scheme,
                           GdkRGBA  *rgba)
{
  rgba_from_rgb (highlight_rgb[scheme], rgba);
}

void
psg_palette_get_note (PsgScheme     scheme,
                      PsgNoteColour colour,
                      GdkRGBA      *rgba)
{
  rgba_from_rgb (note_rgb[scheme][colour], rgba);
}

void
psg_palette_get_note_highlight (PsgScheme     scheme,
                                PsgNoteColour colour,
                                GdkRGBA      *rgba)
{
  rgba_from_rgb (note_highlight_rgb[scheme][colour], rgba);
}

/* The most transparent colour that on white is the one wanted. */
void
psg_palette_get_note_pen (PsgScheme     scheme,
                          PsgNoteColour colour,
                          GdkRGBA      *rgba)
{
  gboolean contrast = scheme == PSG_SCHEME_HIGH_CONTRAST || scheme == PSG_SCHEME_HIGH_CONTRAST_DARK;
  GdkRGBA wanted;

  psg_palette_get_note_highlight (contrast ? PSG_SCHEME_HIGH_CONTRAST : PSG_SCHEME_LIGHT, colour, &wanted);
  rgba->alpha = 1 - MIN (wanted.red, MIN (wanted.green, wanted.blue));
  rgba->red = 1 - (1 - wanted.red) / rgba->alpha;
  rgba->green = 1 - (1 - wanted.green) / rgba->alpha;
  rgba->blue = 1 - (1 - wanted.blue) / rgba->alpha;
}

void
psg_palette_set_source (cairo_t       *cr,
                        const GdkRGBA *rgba,
                        double         alpha)
{
  cairo_set_source_rgba (cr, rgba->red, rgba->green, rgba->blue, rgba->alpha * alpha);
}

/**
 * psg_palette_watch:
 * @owner: who wants to know
 * @callback: called as `callback (owner)`
 *
 * Calls back whenever the scheme changes, until @owner is gone.
 */
void
psg_palette_watch (GObject  *owner,
                   GCallback callback)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, owner, G_CONNECT_SWAPPED);
}

static void
draw_tick (cairo_t *cr, double x, double y, double r)
{
  cairo_move_to (cr, x - 0.42 * r, y + 0.02 * r);
  cairo_line_to (cr, x - 0.10 * r, y + 0.34 * r);
  cairo_line_to (cr, x + 0.46 * r, y - 0.32 * r);
  cairo_stroke (cr);
}

static void
draw_exclamation (cairo_t *cr, double x, double y, double r)
{
  cairo_move_to (cr, x, y - 0.5 * r);
  cairo_line_to (cr, x, y + 0.08 * r);
  cairo_stroke (cr);
  cairo_arc (cr, x, y + 0.45 * r, 0.15 * r, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_bar (cairo_t *cr, double x, double y, double r)
{
  cairo_rectangle (cr, x - 0.58 * r, y - 0.17 * r, 1.16 * r, 0.34 * r);
  cairo_fill (cr);
}

static void
draw_question (cairo_t *cr, double x, double y, double r)
{
  cairo_arc (cr, x, y - 0.24 * r, 0.28 * r, G_PI * 1.02, G_PI * 0.42);
  cairo_line_to (cr, x, y + 0.14 * r);
  cairo_stroke (cr);
  cairo_arc (cr, x, y + 0.47 * r, 0.14 * r, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * psg_status_glyph_draw:
 * @cr: where
 * @scheme: the look
 * @status: which
 * @x: of the middle
 * @y: of the middle
 * @radius: of the disc, in user units; from 5 up it can be read
 *
 * A disc in the status's colour with its sign in white (black in the dark).
 */
void
psg_status_glyph_draw (cairo_t  *cr,
                       PsgScheme scheme,
                       PsgStatus status,
                       double    x,
                       double    y,
                       double    radius)
{
  GdkRGBA rgba;

  cairo_save (cr);
  cairo_new_path (cr);
  psg_palette_get_status (scheme, status, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);

  if (psg_scheme_is_dark (scheme))
    cairo_set_source_rgb (cr, 0.1, 0.1, 0.11);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, MAX (1.2, 0.26 * radius));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  switch (status)
    {
    case PSG_STATUS_OPEN:
      draw_tick (cr, x, y, radius);
      break;
    case PSG_STATUS_RESTRICTED:
      draw_exclamation (cr, x, y, radius);
      break;
    case PSG_STATUS_CLOSED:
      draw_bar (cr, x, y, radius);
      break;
    case PSG_STATUS_UNKNOWN:
    default:
      draw_question (cr, x, y, radius);
      break;
    }

  cairo_restore (cr);
}

/**
 * psg_note_glyph_draw:
 * @cr: where
 * @scheme: the look
 * @colour: of the note
 * @x: of the middle
 * @y: of the middle
 * @size: of the square, in user units; from 8 up it can be read
 */
void
psg_note_glyph_draw (cairo_t      *cr,
                     PsgScheme     scheme,
                     PsgNoteColour colour,
                     double        x,
                     double        y,
                     double        size)
{
  const double r = size / 2;
  const double corner = size * 0.36;
  GdkRGBA rgba;

  cairo_save (cr);
  cairo_new_path (cr);
  psg_palette_get_note (scheme, colour, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_move_to (cr, x - r, y - r);
  cairo_line_to (cr, x + r, y - r);
  cairo_line_to (cr, x + r, y + r - corner);
  cairo_line_to (cr, x + r - corner, y + r);
  cairo_line_to (cr, x - r, y + r);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, MAX (1.0, 0.12 * size));
  if (colour != PSG_NOTE_NO_COLOUR)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);

  /* The corner turned down. */
  if (colour != PSG_NOTE_NO_COLOUR)
    cairo_set_source_rgb (cr, psg_scheme_is_dark (scheme) ? 0.1 : 1, psg_scheme_is_dark (scheme) ? 0.1 : 1,
                          psg_scheme_is_dark (scheme) ? 0.11 : 1);
  cairo_move_to (cr, x + r - corner, y + r);
  cairo_line_to (cr, x + r - corner, y + r - corner);
  cairo_line_to (cr, x + r, y + r - corner);
  cairo_stroke (cr);
  cairo_restore (cr);
}
