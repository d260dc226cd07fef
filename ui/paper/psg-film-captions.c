/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-film.h"

#include "psg-timeline-draw.h"

/*
 * What just happened, over a picture's upper left corner: what the cards of the screen say, in the same order, for
 * people who only watch. The newest is on top.
 */

#define SIDE 12.0
#define GAP 8.0
#define PADDING 10.0
#define RADIUS 8.0
#define BAR 4.0
#define SMALL_SCALE 0.86
/* As wide as cards are on the screen. */
#define MOST_WIDTH 330.0
#define WIDTH_SHARE 0.45

typedef struct
{
  PsgScene *scene;
  cairo_t *cr;
  PsgTimelineStyle style;
  double width;
} Drawing;

/* What of a happening is in letters of the usual size: the event's title, or else what changed. */
static char *
dup_head (PsgSession         *session,
          const PsgHappening *happening)
{
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (session));

  if (happening->row != PSG_ROW_NONE)
    return g_strdup (psg_event_table_get_title (events, happening->row));

  return psg_day_format_long (happening->day);
}

/* As the event states its date: what is dated to a year is not said to be on a day. */
static char *
dup_date (PsgSession         *session,
          const PsgHappening *happening)
{
  g_autoptr (PsgEvent) event = NULL;

  if (happening->row != PSG_ROW_NONE)
    event = psg_collection_load_event (psg_session_get_collection (session), happening->row, NULL);

  return event != NULL ? psg_edtf_format_short (event->date) : NULL;
}

/* (nullable): the lines below the head. */
static char *
dup_rest (PsgSession         *session,
          const PsgHappening *happening)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  char *date = dup_date (session, happening);

  if (date != NULL)
    g_ptr_array_add (lines, date);
  for (guint i = 0; i < happening->changes->len; i++)
    g_ptr_array_add (lines, psg_status_change_describe (g_ptr_array_index (happening->changes, i), happening->day));
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static PangoLayout *
create_layout (Drawing    *self,
               const char *text,
               double      scale,
               gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (psg_scene_get_context (self->scene));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) ((self->width - 2 * PADDING - BAR) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
trace_card (cairo_t *cr,
            double   width,
            double   height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, width - RADIUS, RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, width - RADIUS, height - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, RADIUS, height - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, RADIUS, RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* The ground, and at its left the colour of the event's lane. */
static void
draw_ground (Drawing            *self,
             const PsgHappening *happening,
             double              height)
{
  PsgCollection *collection = psg_session_get_collection (psg_scene_get_session (self->scene));
  PsgEventTable *events = psg_collection_get_events (collection);
  gboolean dark = psg_scheme_is_dark (psg_scene_get_scheme (self->scene));
  double ground = dark ? 0.16 : 1;
  guint lane;

  trace_card (self->cr, self->width, height);
  cairo_set_source_rgba (self->cr, ground, ground, ground, 0.95);
  cairo_fill_preserve (self->cr);
  cairo_set_source_rgba (self->cr, 1 - ground, 1 - ground, 1 - ground, 0.25);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  if (happening->row == PSG_ROW_NONE)
    return;

  lane = MIN (psg_event_table_get_columns (events)->lane[happening->row], PSG_MAX_LANES - 1);
  cairo_save (self->cr);
  trace_card (self->cr, self->width, height);
  cairo_clip (self->cr);
  cairo_rectangle (self->cr, 0, 0, BAR, height);
  psg_palette_set_source (self->cr, &self->style.lanes[lane], 1);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
show (Drawing     *self,
      PangoLayout *layout,
      double       alpha,
      double       y)
{
  double ink = psg_scheme_is_dark (psg_scene_get_scheme (self->scene)) ? 1 : 0.13;

  cairo_set_source_rgba (self->cr, ink, ink, ink, alpha);
  cairo_move_to (self->cr, BAR + PADDING, y);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

/* Returns: the height. */
static double
draw_card (Drawing            *self,
           const PsgHappening *happening)
{
  PsgSession *session = psg_scene_get_session (self->scene);
  g_autofree char *head = dup_head (session, happening), *rest = dup_rest (session, happening);
  g_autoptr (PangoLayout) above = create_layout (self, head, 1, TRUE);
  g_autoptr (PangoLayout) below = create_layout (self, rest != NULL ? rest : "", SMALL_SCALE, FALSE);
  int head_height, rest_height = 0;

  pango_layout_get_pixel_size (above, NULL, &head_height);
  if (rest != NULL)
    pango_layout_get_pixel_size (below, NULL, &rest_height);
  draw_ground (self, happening, head_height + rest_height + 2 * PADDING);
  show (self, above, 1, PADDING);
  show (self, below, 0.85, PADDING + head_height);

  return head_height + rest_height + 2 * PADDING;
}

/**
 * psg_film_captions_draw:
 * @scene: that is drawn over
 * @cr: where
 * @width: of the picture
 * @height: of the picture
 * @playback: (type PsgPlayback): whose captions
 */
void
psg_film_captions_draw (PsgScene *scene,
                        cairo_t  *cr,
                        double    width,
                        double    height,
                        gpointer  playback)
{
  GPtrArray *captions = psg_playback_get_captions (playback);
  Drawing drawing = { .scene = scene, .cr = cr, .width = MIN (MOST_WIDTH, width * WIDTH_SHARE) };

  psg_timeline_style_init (&drawing.style, psg_scene_get_scheme (scene),
                           psg_collection_get_lanes (psg_session_get_collection (psg_scene_get_session (scene))));
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, SIDE, SIDE);
  for (guint i = captions->len; i > 0; i--)
    {
      const PsgCaption *caption = g_ptr_array_index (captions, i - 1);

      cairo_translate (cr, 0, draw_card (&drawing, caption->happening) + GAP);
    }
  cairo_restore (cr);
}
