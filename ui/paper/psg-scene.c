/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-scene.h"

#include <math.h>

#include "psg-map-plate.h"
#include "psg-timeline-plate.h"

/*
 * Timeline and map are drawn as if on a screen that many pixels large, and scaled: letters,
 * lines and signs keep the proportions they have there. What is costly to make and stays
 * for many pictures, such as the steps of a lesson, is kept.
 */

/* The text of the screen, in its pixels: eleven points. */
#define FONT "Cantarell, Adwaita Sans, Noto Sans, Sans"
#define FONT_PIXELS 14.67
/* Of the height at most this much is the timeline's, where the map is above it. */
#define TIMELINE_SHARE 0.52

struct _PsgScene
{
  guint          ref_count;
  PsgSession    *session;
  PangoContext  *context;
  PsgEventIndex *index;  /* (nullable): of the session's events, until they are others */
  PsgViewpoint   view;
  double         view_width;
  double         view_height;
  PsgScheme      scheme;
  gboolean       blank;
};

static void
forget_index (PsgScene *self)
{
  g_clear_pointer (&self->index, psg_event_index_free);
}

/* Letters are as wide on paper as their outlines are. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (font, FONT_PIXELS * PANGO_SCALE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * psg_scene_new:
 * @collection: what it is of
 *
 * Returns: (transfer full): its opening view: all of its time, on its first day
 */
PsgScene *
psg_scene_new (PsgCollection *collection)
{
  PsgScene *self = g_new0 (PsgScene, 1);

  self->ref_count = 1;
  /* Render nodes can be made only once their types are known, which else gtk_init() sees to. */
  g_type_ensure (GSK_TYPE_COLOR_NODE);
  self->session = psg_session_new ();
  self->context = create_context ();
  self->scheme = PSG_SCHEME_LIGHT;
  g_signal_connect_swapped (self->session, "notify::context", G_CALLBACK (forget_index), self);
  psg_session_set_collection (self->session, collection);
  psg_session_set_span (self->session, &psg_collection_get_info (collection)->span);
  self->view = psg_collection_get_info (collection)->map;

  return self;
}

/**
 * psg_scene_new_from_session:
 * @session: with a collection
 *
 * Returns: (transfer full): what views of that session show now; where a map looks, only the
 *   map knows: see psg_scene_set_view()
 */
PsgScene *
psg_scene_new_from_session (PsgSession *session)
{
  PsgScene *self;
  const char *crossing = psg_session_get_crossing (session);

  g_return_val_if_fail (psg_session_get_collection (session) != NULL, NULL);

  self = psg_scene_new (psg_session_get_collection (session));
  psg_session_set_filter (self->session, psg_session_get_filter (session), NULL);
  psg_session_set_lanes (self->session, psg_session_get_lanes (session));
  psg_session_select_event (self->session, psg_session_get_event (session));
  if (crossing != NULL)
    psg_session_select_crossing (self->session, crossing, NULL);
  psg_session_set_span (self->session, psg_session_get_span (session));
  psg_session_set_playhead (self->session, psg_session_get_playhead (session));

  return self;
}

PsgScene *
psg_scene_ref (PsgScene *self)
{
  self->ref_count++;

  return self;
}

void
psg_scene_unref (PsgScene *self)
{
  if (--self->ref_count > 0)
    return;

  forget_index (self);
  g_signal_handlers_disconnect_by_func (self->session, forget_index, self);
  g_object_unref (self->session);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * psg_scene_get_session:
 * @self: a scene
 *
 * Returns: (transfer none): what is shown, to be changed; its collection stays
 */
PsgSession *
psg_scene_get_session (PsgScene *self)
{
  return self->session;
}

PsgScheme
psg_scene_get_scheme (PsgScene *self)
{
  return self->scheme;
}

/**
 * psg_scene_get_context:
 * @self: a scene
 *
 * Returns: (transfer none): the fonts, in which one unit is one pixel of a screen
 */
PangoContext *
psg_scene_get_context (PsgScene *self)
{
  return self->context;
}

void
psg_scene_set_scheme (PsgScene *self,
                      PsgScheme scheme)
{
  self->scheme = scheme;
}

/**
 * psg_scene_set_view:
 * @self: a scene
 * @view: where the map looks
 * @width: of the map that @view is of, in pixels; 0 if it is a collection's or a lesson's
 * @height: the same
 *
 * A picture of another size shows no less than that.
 */
void
psg_scene_set_view (PsgScene           *self,
                    const PsgViewpoint *view,
                    double              width,
                    double              height)
{
  self->view = *view;
  self->view_width = width;
  self->view_height = height;
}

/**
 * psg_scene_set_step:
 * @self: a scene
 * @step: of a lesson
 *
 * Shows what the step does. What it chooses and is not in the collection is not chosen.
 */
void
psg_scene_set_step (PsgScene            *self,
                    const PsgLessonStep *step)
{
  psg_session_select_event (self->session, PSG_ROW_NONE);
  if (step->event != NULL)
    psg_session_select_event_id (self->session, step->event, NULL);
  if (step->crossing != NULL)
    psg_session_select_crossing (self->session, step->crossing, NULL);
  /* To choose moves both. */
  if (step->span.end > step->span.start)
    psg_session_set_span (self->session, &step->span);
  if (psg_day_is_valid (step->playhead))
    psg_session_set_playhead (self->session, step->playhead);
  if (step->map.zoom > 0)
    psg_scene_set_view (self, &step->map, PSG_VIEWPOINT_STEP_WIDTH, PSG_VIEWPOINT_STEP_HEIGHT);
}

/**
 * psg_scene_set_blank:
 * @self: a scene
 * @blank: whether what is to be learnt is left out, for pupils to fill in
 */
void
psg_scene_set_blank (PsgScene *self,
                     gboolean  blank)
{
  self->blank = blank;
}

static void
draw_map (PsgScene *self,
          cairo_t  *cr,
          double    width,
          double    height)
{
  PsgMapPlate plate = {
    .session = self->session, .context = self->context, .scheme = self->scheme, .width = width, .height = height,
    .blank = self->blank,
  };

  psg_map_plate_fit (&plate, &self->view, self->view_width, self->view_height);
  psg_map_plate_draw (&plate, cr);
}

/**
 * psg_scene_draw:
 * @self: a scene
 * @cr: where, its origin the upper left corner of the picture
 * @parts: what of it
 * @width: of the picture, in units of @cr
 * @height: of the picture
 * @scale: how large a pixel of the screen is drawn, in units of @cr: at 1 letters are as large as
 *   on the screen, where the usual text has 14.67 units
 *
 * Draws all of the picture's ground. Text stays text, lines stay lines.
 */
void
psg_scene_draw (PsgScene     *self,
                cairo_t      *cr,
                PsgSceneParts parts,
                double        width,
                double        height,
                double        scale)
{
  PsgTimelinePlate timeline = {
    .session = self->session, .context = self->context, .scheme = self->scheme, .blank = self->blank,
    .width = width / scale, .height = height / scale,
  };

  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  if (self->index == NULL && parts & PSG_SCENE_TIMELINE && !self->blank)
    self->index = psg_timeline_plate_new_index (self->session);
  timeline.index = self->index;
  if (parts == PSG_SCENE_BOTH)
    timeline.height = floor (MIN (psg_timeline_plate_get_height (&timeline), TIMELINE_SHARE * timeline.height));

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  pango_cairo_update_context (cr, self->context);
  if (parts & PSG_SCENE_MAP)
    draw_map (self, cr, timeline.width,
              parts == PSG_SCENE_BOTH ? height / scale - timeline.height : timeline.height);
  if (parts == PSG_SCENE_BOTH)
    cairo_translate (cr, 0, height / scale - timeline.height);
  if (parts & PSG_SCENE_TIMELINE)
    psg_timeline_plate_draw (&timeline, cr);
  cairo_restore (cr);
}

/**
 * psg_scene_render:
 * @self: a scene
 * @parts: what of it
 * @width: of the picture, in its own pixels
 * @height: of the picture
 * @scale: as in psg_scene_draw(); 0.25 makes a picture of 320 × 180 a miniature of a window of
 *   1280 × 720
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *
psg_scene_render (PsgScene     *self,
                  PsgSceneParts parts,
                  int           width,
                  int           height,
                  double        scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  psg_scene_draw (self, cr, parts, width, height, scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
