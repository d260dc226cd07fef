/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-figure.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-figure-legend.h"
#include "psg-paper-link.h"
#include "psg-paper-sources.h"

/*
 * Title, picture, legend and sources, one under another. All are laid out in the pixels of
 * the scene's screen and scaled together. The title and the legend have the room they need, the
 * sources what they need up to a share of the whole, the picture the rest.
 */

/* As how many pixels of a screen a picture is drawn: across, and down. */
#define ACROSS 1280.0
#define DOWN 800.0

#define MARGIN 22.0
#define GAP 12.0
#define TITLE_SCALE 1.65
#define SMALL_SCALE 0.74
#define SOURCES_SHARE 0.24
#define COLUMN_WIDTH 420.0
#define COLUMN_GAP 24.0
#define MAX_COLUMNS 4

typedef struct
{
  const PsgFigure *figure;
  cairo_t *cr;
  double scale;
  double width;   /* without margins, in pixels of the screen */
  double height;
  GdkRGBA fg;
  GdkRGBA bg;
} Drawing;

static PangoLayout *
create_layout (Drawing    *self,
               const char *text,
               double      scale,
               gboolean    bold,
               double      width)
{
  PangoLayout *layout = pango_layout_new (psg_scene_get_context (self->figure->scene));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
show (Drawing     *self,
      PangoLayout *layout,
      double       alpha,
      double       x,
      double       y)
{
  psg_palette_set_source (self->cr, &self->fg, alpha);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

static double
draw_title (Drawing *self)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (self->figure->title == NULL || *self->figure->title == '\0')
    return 0;

  layout = create_layout (self, self->figure->title, TITLE_SCALE, TRUE, self->width);
  show (self, layout, 1, 0, 0);

  return get_height (layout) + GAP;
}

static void
draw_source (Drawing         *self,
             const PsgSource *source,
             PangoLayout     *layout,
             double           x,
             double           y)
{
  const char *url = psg_paper_source_get_url (source);

  psg_paper_link_begin (self->cr, url);
  show (self, layout, 0.78, x, y);
  psg_paper_link_end (self->cr, url);
}

static PangoLayout *
create_source (Drawing         *self,
               const PsgSource *source,
               double           width)
{
  g_autofree char *text = psg_paper_source_describe (source);

  return create_layout (self, text, SMALL_SCALE, FALSE, width);
}

/* Column after column, as far as there is room; the last line tells how many there are more.
 * Without @draw it only measures. Returns: the height they take. */
static double
flow_sources (Drawing   *self,
              GPtrArray *sources,
              double     y,
              double     room,
              gboolean   draw)
{
  guint n_columns = (guint) CLAMP ((self->width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP), 1, MAX_COLUMNS);
  double width = (self->width - (n_columns - 1) * COLUMN_GAP) / n_columns;
  double at = 0, tallest = 0, line;
  guint column = 0, i;
  g_autoptr (PangoLayout) probe = create_layout (self, "Ay", SMALL_SCALE, FALSE, width);

  line = get_height (probe);
  for (i = 0; i < sources->len; i++)
    {
      const PsgSource *source = g_ptr_array_index (sources, i);
      g_autoptr (PangoLayout) layout = create_source (self, source, width);
      double height = get_height (layout);
      double limit = room - (column + 1 == n_columns && i + 1 < sources->len ? line : 0);

      if (at + height > limit && column + 1 < n_columns)
        {
          column++;
          at = 0;
        }
      if (at + height > room - (column + 1 == n_columns && i + 1 < sources->len ? line : 0))
        break;
      if (draw)
        draw_source (self, source, layout, column * (width + COLUMN_GAP), y + at);
      at += height + 1;
      tallest = MAX (tallest, at);
    }

  if (i < sources->len && draw)
    {
      guint left = sources->len - i;
      /* Translators: under a list of sources for which there was no room */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", left), left);
      g_autoptr (PangoLayout) layout = create_layout (self, more, SMALL_SCALE, FALSE, width);

      show (self, layout, 0.78, column * (width + COLUMN_GAP), y + at);
    }

  return i < sources->len ? MAX (tallest, at + line) : tallest;
}

/* The least height in which they all fit, so that columns are alike; at most @most. */
static double
balance_sources (Drawing   *self,
                 GPtrArray *sources,
                 double     most)
{
  double low = 0, high = most;

  for (guint i = 0; i < 9; i++)
    {
      double middle = (low + high) / 2;
      guint n_columns = (guint) CLAMP ((self->width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP), 1, MAX_COLUMNS);
      double width = (self->width - (n_columns - 1) * COLUMN_GAP) / n_columns, at = 0;
      guint column = 0;

      for (guint j = 0; j < sources->len && column < n_columns; j++)
        {
          g_autoptr (PangoLayout) layout = create_source (self, g_ptr_array_index (sources, j), width);
          double height = get_height (layout);

          if (at + height > middle)
            {
              column++;
              at = 0;
            }
          at += height + 1;
        }
      if (column < n_columns)
        high = middle;
      else
        low = middle;
    }

  return ceil (high);
}

static double
draw_sources (Drawing *self,
              double   bottom)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (PangoLayout) heading = NULL;
  double room, head;

  if (!self->figure->sources)
    return bottom;

  sources = psg_paper_sources_of_scene (psg_scene_get_session (self->figure->scene));
  if (sources->len == 0)
    return bottom;

  heading = create_layout (self, _("Sources"), SMALL_SCALE, TRUE, self->width);
  head = get_height (heading) + 2;
  room = balance_sources (self, sources, SOURCES_SHARE * self->height - head);
  room = MIN (room, flow_sources (self, sources, 0, room, FALSE));
  show (self, heading, 1, 0, bottom - room - head);
  flow_sources (self, sources, bottom - room, room, TRUE);

  return bottom - room - head - GAP;
}

static void
draw_scene (Drawing *self,
            double   height)
{
  const PsgFigure *figure = self->figure;

  psg_scene_draw (figure->scene, self->cr, figure->parts, self->width, height, 1);
  if (figure->over != NULL)
    figure->over (figure->scene, self->cr, self->width, height, figure->over_data);
}

static void
draw_picture (Drawing *self,
              double   top,
              double   bottom)
{
  double height = MAX (1, bottom - top);

  cairo_save (self->cr);
  cairo_translate (self->cr, 0, top);
  draw_scene (self, height);
  cairo_rectangle (self->cr, 0.5, 0.5, self->width - 1, height - 1);
  psg_palette_set_source (self->cr, &self->fg, 0.25);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static gboolean
is_bare (const PsgFigure *self)
{
  return (self->title == NULL || *self->title == '\0') && !self->legend && !self->sources;
}

static double
get_across (const PsgFigure *self)
{
  if (self->across > 0)
    return self->across;

  /* A tall picture has less across, or its letters could not be read. */
  return CLAMP (DOWN * self->width / self->height, 640, ACROSS);
}

/**
 * psg_figure_dup_title:
 * @scene: what is shown
 *
 * Returns: (transfer full): a title for it: the collection's, and the day
 */
char *
psg_figure_dup_title (PsgScene *scene)
{
  PsgSession *session = psg_scene_get_session (scene);
  const PsgCollectionInfo *info = psg_collection_get_info (psg_session_get_collection (session));
  g_autofree char *day = psg_day_format_long (psg_session_get_playhead (session));

  /* Translators: the title of a picture: of the collection, and a date */
  return g_strdup_printf (_("%s, %s"), psg_text_get (info->title), day);
}

/**
 * psg_figure_draw:
 * @self: a figure
 * @cr: where, its origin the upper left corner
 */
void
psg_figure_draw (const PsgFigure *self,
                 cairo_t         *cr)
{
  Drawing drawing = { .figure = self, .cr = cr, .scale = self->width / get_across (self) };
  double margin = is_bare (self) ? 0 : MARGIN, top, bottom;
  gboolean dark = psg_scheme_is_dark (psg_scene_get_scheme (self->scene));

  drawing.width = self->width / drawing.scale - 2 * margin;
  drawing.height = self->height / drawing.scale - 2 * margin;
  gdk_rgba_parse (&drawing.fg, dark ? "#ffffff" : "#2e2e33");
  gdk_rgba_parse (&drawing.bg, dark ? "#1e1e1e" : "#ffffff");

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  psg_palette_set_source (cr, &drawing.bg, 1);
  cairo_fill (cr);
  cairo_scale (cr, drawing.scale, drawing.scale);
  cairo_translate (cr, margin, margin);
  pango_cairo_update_context (cr, psg_scene_get_context (self->scene));
  top = draw_title (&drawing);
  bottom = draw_sources (&drawing, drawing.height);
  if (self->legend)
    {
      double height = psg_figure_legend_measure (self->scene, self->parts, drawing.width);

      cairo_save (cr);
      cairo_translate (cr, 0, bottom - height);
      psg_figure_legend_draw (self->scene, self->parts, cr, drawing.width);
      cairo_restore (cr);
      bottom -= height + GAP;
    }
  if (is_bare (self))
    draw_scene (&drawing, drawing.height);
  else
    draw_picture (&drawing, top, bottom);
  cairo_restore (cr);
}
