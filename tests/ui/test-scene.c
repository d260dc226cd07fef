/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-fixture.h"

#include <cairo-pdf.h>
#include <string.h>

#include "psg-scene.h"
#include "psg-ui.h"

/* Timeline and map as pictures. Nothing here has a display. */

#define WIDTH 480.0
#define HEIGHT 340.0
#define SCALE 0.6

typedef struct
{
  PsgCollection *collection;
  PsgScene *scene;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = psg_paper_fixture_open ();
  f->scene = psg_scene_new (f->collection);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_pointer (&f->scene, psg_scene_unref);
  g_assert_finalize_object (f->collection);
}

static const PsgLessonStep *
get_step (Fixture *f,
          guint    i)
{
  const PsgLesson *lesson = g_ptr_array_index (psg_collection_get_lessons (f->collection), 0);

  return g_ptr_array_index (lesson->steps, i);
}

static cairo_status_t
write_cb (gpointer             bytes,
          const unsigned char *data,
          unsigned             length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_pdf (Fixture      *f,
          PsgSceneParts parts)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, array, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  psg_scene_draw (f->scene, cr, parts, WIDTH, HEIGHT, SCALE);
  cairo_show_page (cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (array);
}

static void
test_text_is_text (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GBytes) document = NULL;
  g_autofree char *text = NULL;

  psg_scene_set_step (f->scene, get_step (f, 1));
  document = draw_pdf (f, PSG_SCENE_BOTH);
  text = psg_paper_read_all (document);
  psg_paper_assert_contains (text, "Vilnius");
  psg_paper_assert_contains (text, "Medininkai");
  psg_paper_assert_contains (text, "20 Mar 2020");
  psg_paper_assert_contains (text, "OpenStreetMap");
}

static void
test_nothing_is_an_image (Fixture      *f,
                          gconstpointer data)
{
  for (PsgScheme scheme = PSG_SCHEME_LIGHT; scheme <= PSG_SCHEME_HIGH_CONTRAST_DARK; scheme++)
    {
      g_autoptr (GBytes) document = NULL;

      psg_scene_set_scheme (f->scene, scheme);
      document = draw_pdf (f, PSG_SCENE_BOTH);
      g_assert_cmpuint (psg_paper_count_images (document), ==, 0);
    }
}

/* From far out the map fades towards the edges of its region. */
static void
test_a_faded_map_is_no_image (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr (GBytes) document = NULL;

  psg_scene_set_view (f->scene, &(PsgViewpoint) { 54.6, 25.2, 5.2 }, 0, 0);
  document = draw_pdf (f, PSG_SCENE_MAP);
  g_assert_cmpuint (psg_paper_count_images (document), ==, 0);
}

static void
test_blank_tells_nothing (Fixture      *f,
                          gconstpointer data)
{
  g_autoptr (GBytes) document = NULL;
  g_autofree char *text = NULL;

  psg_scene_set_step (f->scene, get_step (f, 1));
  psg_scene_set_blank (f->scene, TRUE);
  document = draw_pdf (f, PSG_SCENE_BOTH);
  text = psg_paper_read_all (document);
  psg_paper_assert_contains (text, "Vilnius");
  psg_paper_assert_contains (text, "Diplomacy");
  g_assert_null (strstr (text, "Quarantine"));
  g_assert_null (strstr (text, "20 Mar 2020"));
}

static void
test_parts_stand_alone (Fixture      *f,
                        gconstpointer data)
{
  g_autoptr (GBytes) map = draw_pdf (f, PSG_SCENE_MAP), timeline = draw_pdf (f, PSG_SCENE_TIMELINE);
  g_autofree char *on_map = psg_paper_read_all (map), *on_timeline = psg_paper_read_all (timeline);

  psg_paper_assert_contains (on_map, "LITHUANIA");
  g_assert_null (strstr (on_map, "Diplomacy"));
  psg_paper_assert_contains (on_timeline, "Diplomacy");
  g_assert_null (strstr (on_timeline, "LITHUANIA"));
}

static void
test_steps_have_thumbnails (Fixture      *f,
                            gconstpointer data)
{
  const PsgLesson *lesson = g_ptr_array_index (psg_collection_get_lessons (f->collection), 0);

  for (guint i = 0; i < lesson->steps->len; i++)
    {
      g_autoptr (GdkTexture) texture = NULL;

      psg_scene_set_step (f->scene, get_step (f, i));
      g_assert_cmpint (psg_session_get_playhead (psg_scene_get_session (f->scene)), ==, get_step (f, i)->playhead);
      texture = psg_scene_render (f->scene, PSG_SCENE_BOTH, 320, 180, 0.25);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, 320);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, 180);
    }
}

static void
test_a_scene_is_its_own (Fixture      *f,
                         gconstpointer data)
{
  g_autoptr (PsgSession) session = psg_session_new ();
  g_autoptr (PsgScene) scene = NULL;
  PsgDay day = psg_day_from_ymd (2022, 5, 4);

  psg_session_set_collection (session, f->collection);
  psg_session_set_playhead (session, day);
  scene = psg_scene_new_from_session (session);
  g_assert_cmpint (psg_session_get_playhead (psg_scene_get_session (scene)), ==, day);
  psg_session_set_playhead (psg_scene_get_session (scene), day + 10);
  g_assert_cmpint (psg_session_get_playhead (session), ==, day);
}

/* However little room there is, it does not fail. */
static void
test_any_size (Fixture      *f,
               gconstpointer data)
{
  static const int sizes[][2] = { { 1, 1 }, { 40, 900 }, { 900, 30 }, { 200, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkTexture) texture = psg_scene_render (f->scene, PSG_SCENE_BOTH, sizes[i][0], sizes[i][1], 1);

      g_assert_cmpint (gdk_texture_get_width (texture), ==, sizes[i][0]);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  psg_ui_init ();

  ADD ("/ui/scene/text-is-text", test_text_is_text);
  ADD ("/ui/scene/nothing-is-an-image", test_nothing_is_an_image);
  ADD ("/ui/scene/a-faded-map-is-no-image", test_a_faded_map_is_no_image);
  ADD ("/ui/scene/blank-tells-nothing", test_blank_tells_nothing);
  ADD ("/ui/scene/parts-stand-alone", test_parts_stand_alone);
  ADD ("/ui/scene/steps-have-thumbnails", test_steps_have_thumbnails);
  ADD ("/ui/scene/a-scene-is-its-own", test_a_scene_is_its_own);
  ADD ("/ui/scene/any-size", test_any_size);

  return g_test_run ();
}
