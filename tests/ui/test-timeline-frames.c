/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "psg-synthetic-collection.h"
#include "psg-timeline-draw.h"
#include "psg-timeline-fixture.h"
#include "psg-timeline-paint.h"
#include "psg-ui.h"

/* What must hold in every frame of a long movement, from few events to many: no two titles
 * meet, none is cut by an edge, and what is painted for the screen is what is drawn for paper. */

#define WIDTH 1280
#define HEIGHT 300
#define FRAMES 300

typedef PsgTimelineFixture Fixture;

static void
show (Fixture *self,
      guint    n)
{
  psg_timeline_fixture_show (self, psg_synthetic_collection_new (n, 0x5eed1234u), WIDTH, HEIGHT);
}

/* From all of time to one day and back, panning about. */
static void
show_moment (Fixture *self,
             guint    frame)
{
  PsgTimeSpan all = psg_synthetic_events_get_span ();
  double whole = (double) psg_time_span_get_length (&all);
  double u = frame / (double) FRAMES;
  double depth = 0.5 - 0.5 * cos (2 * G_PI * u);
  double length = exp (log (whole) + (log (PSG_MINUTES_PER_DAY) - log (whole)) * depth);
  double middle = whole / 2 + (227.0 * PSG_MINUTES_PER_DAY - whole / 2) * depth + length * 0.3 * sin (6 * G_PI * u);
  PsgTimeAxis axis = *psg_timeline_model_get_axis (self->view->model);

  axis.start = (double) all.start + middle - length / 2;
  axis.length = length;
  psg_timeline_motion_set_axis (psg_timeline_model_get_motion (self->view->model), &axis);
}

static void
assert_apart (const PsgTimelineLabel *a,
              const PsgTimelineLabel *b,
              double                  height)
{
  if (fabsf (a->y - b->y) >= height - 1)
    return;

  g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x);
}

static void
assert_within (Fixture                *self,
               const PsgTimelineLabel *label,
               double                  height)
{
  g_assert_cmpfloat (label->x, >=, 0);
  g_assert_cmpfloat (label->x + label->width, <=, psg_timeline_model_get_axis (self->view->model)->width);
  g_assert_cmpfloat (label->y - height / 2, >=, -1);
  g_assert_cmpfloat (label->y + height / 2, <=, gtk_widget_get_height (self->view->canvas) + 1);
}

static guint
check_labels (Fixture *self)
{
  PsgTimelineText *text = psg_timeline_model_get_text (self->view->model);
  double height = psg_timeline_text_get_height (text, PSG_FACE_LABEL);
  const PsgTimelineLayout *layout = psg_timeline_fixture_get_layout (self);
  const PsgTimelineLabel *pill = psg_timeline_layout_get_pill (layout);
  guint n;
  const PsgTimelineLabel *labels = psg_timeline_layout_get_labels (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      assert_within (self, &labels[i], height);
      for (guint k = i + 1; k < n; k++)
        assert_apart (&labels[i], &labels[k], height);
      if (pill != NULL)
        assert_apart (&labels[i], pill, height);
    }

  return n;
}

static void
test_labels (gconstpointer data)
{
  Fixture f = { 0 };
  guint n = GPOINTER_TO_UINT (data), n_labels = 0;

  show (&f, n);
  psg_session_select_event (f.session, n / 2);
  for (guint frame = 0; frame < FRAMES; frame++)
    {
      show_moment (&f, frame);
      n_labels += check_labels (&f);
    }

  /* However many events there are, every view says something. */
  g_assert_cmpuint (n_labels, >, 5 * FRAMES);
  psg_timeline_fixture_tear_down (&f, NULL);
}

/* Painted and drawn */

static cairo_surface_t *
make_image (const PsgTimelinePicture *picture)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (picture->width) * picture->scale,
                                                       (int) picture->height * picture->scale);

  cairo_surface_set_device_scale (image, picture->scale, picture->scale);

  return image;
}

static void
draw_with_cairo (const PsgTimelinePicture *picture,
                 cairo_surface_t          *image)
{
  cairo_t *cr = cairo_create (image);

  for (guint i = 0; i < picture->n_lanes; i++)
    {
      GdkRGBA ground;

      psg_timeline_get_ground (picture->style, i, &ground);
      gdk_cairo_set_source_rgba (cr, &ground);
      cairo_rectangle (cr, 0, picture->lanes[i].y, picture->width, picture->lanes[i].height);
      cairo_fill (cr);
    }

  psg_timeline_draw_grid (cr, picture->style, picture->ticks, picture->height);
  psg_timeline_draw_columns (cr, picture->style, picture->layout, picture->lanes, picture->n_lanes);
  psg_timeline_draw_marks (cr, picture->style, picture->layout, picture->lanes, picture->width);
  psg_timeline_draw_labels (cr, picture->style, picture->layout, picture->events, picture->text);
  cairo_destroy (cr);
}

/* Edges may differ by a quarter of a pixel, which of thin bars is much; shapes and colours may not. */
static void
assert_alike (cairo_surface_t *a,
              cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a), height = cairo_image_surface_get_height (a);
  int width = cairo_image_surface_get_width (a);
  guint64 sum = 0;
  guint far = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *first = cairo_image_surface_get_data (a) + (gsize) y * stride + 4 * x;
        const guint8 *second = cairo_image_surface_get_data (b) + (gsize) y * stride + 4 * x;
        int difference = MAX (ABS (first[0] - second[0]), MAX (ABS (first[1] - second[1]), ABS (first[2] - second[2])));

        sum += (guint64) difference;
        far += difference > 128;
      }

  g_assert_cmpfloat (sum / (double) (width * height), <, 4);
  g_assert_cmpfloat (far / (double) (width * height), <, 0.002);
}

static void
compare (Fixture *self,
         int      scale)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->view->model);
  g_autoptr (PsgTimelineSprites) sprites = psg_timeline_sprites_new (style, scale);
  g_autoptr (PsgTimelineText) text = psg_timeline_text_new (gtk_widget_get_pango_context (GTK_WIDGET (self->view)),
                                                            scale);
  PsgTimelinePicture picture = {
    .layout = psg_timeline_fixture_get_layout (self),
    .ticks = psg_timeline_model_get_ticks (self->view->model),
    .events = psg_collection_get_events (self->collection),
    .style = style,
    .sprites = sprites,
    .text = text,
    .width = floor (psg_timeline_model_get_axis (self->view->model)->width),
    .height = gtk_widget_get_height (self->view->canvas),
    .scale = scale,
  };
  cairo_surface_t *painted = make_image (&picture), *drawn = make_image (&picture);

  picture.lanes = psg_timeline_canvas_get_lanes (PSG_TIMELINE_CANVAS (self->view->canvas), &picture.n_lanes);
  psg_timeline_paint (&picture, painted);
  draw_with_cairo (&picture, drawn);
  assert_alike (painted, drawn);
  cairo_surface_destroy (painted);
  cairo_surface_destroy (drawn);
}

static void
test_paint_is_draw (gconstpointer data)
{
  Fixture f = { 0 };

  show (&f, GPOINTER_TO_UINT (data));
  for (guint frame = 0; frame < FRAMES; frame += 13)
    {
      show_moment (&f, frame);
      compare (&f, 1 + frame % 2);
    }
  psg_timeline_fixture_tear_down (&f, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  psg_ui_init ();

  g_test_add_data_func ("/ui/timeline-frames/titles-never-meet/70", GUINT_TO_POINTER (70), test_labels);
  g_test_add_data_func ("/ui/timeline-frames/titles-never-meet/1000", GUINT_TO_POINTER (1000), test_labels);
  g_test_add_data_func ("/ui/timeline-frames/titles-never-meet/10000", GUINT_TO_POINTER (10000), test_labels);
  g_test_add_data_func ("/ui/timeline-frames/titles-never-meet/100000", GUINT_TO_POINTER (100000), test_labels);
  g_test_add_data_func ("/ui/timeline-frames/the-screen-shows-what-paper-does/70", GUINT_TO_POINTER (70),
                        test_paint_is_draw);
  g_test_add_data_func ("/ui/timeline-frames/the-screen-shows-what-paper-does/3000", GUINT_TO_POINTER (3000),
                        test_paint_is_draw);
  g_test_add_data_func ("/ui/timeline-frames/the-screen-shows-what-paper-does/100000", GUINT_TO_POINTER (100000),
                        test_paint_is_draw);

  return g_test_run ();
}
