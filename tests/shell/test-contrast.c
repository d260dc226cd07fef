/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-linger.h"
#include "psg-own-notes.h"
#include "psg-palette.h"
#include "psg-window.h"

/*
 * All words that are drawn, held against what is drawn below them (WCAG 2.1, 1.4.3): the nodes GTK
 * would paint are gone through in order, in light and dark, and for who asked for contrast. What is
 * drawn with cairo, the timeline and the map, has its palette tested.
 */

/* What has been painted so far, newest last, and how what comes is painted. */
typedef struct
{
  GdkRGBA rgba;
  graphene_rect_t bounds;
} Ground;

typedef struct
{
  GArray *grounds; /* of Ground */
  GPtrArray *off;  /* of graphene_rect_t: what cannot be used may be pale */
  GHashTable *pale; /* set of char */
  graphene_rect_t whole;
  GtkWidget *window;
} Walk;

static PsgApplication *app;

static void
paint_over (GdkRGBA       *below,
            const GdkRGBA *rgba,
            double         opacity)
{
  double a = rgba->alpha * opacity;

  below->red += (rgba->red - below->red) * a;
  below->green += (rgba->green - below->green) * a;
  below->blue += (rgba->blue - below->blue) * a;
}

/* The colour at the middle of @area, of all that was painted there. */
static void
get_ground (Walk                  *walk,
            const graphene_rect_t *area,
            GdkRGBA               *rgba)
{
  graphene_point_t middle;

  graphene_rect_get_center (area, &middle);
  *rgba = (GdkRGBA) { 1, 1, 1, 1 };
  for (guint i = 0; i < walk->grounds->len; i++)
    {
      const Ground *ground = &g_array_index (walk->grounds, Ground, i);

      if (graphene_rect_contains_point (&ground->bounds, &middle))
        paint_over (rgba, &ground->rgba, 1);
    }
}

static gboolean
is_off (Walk                  *walk,
        const graphene_rect_t *area)
{
  graphene_point_t middle;

  graphene_rect_get_center (area, &middle);
  for (guint i = 0; i < walk->off->len; i++)
    if (graphene_rect_contains_point (g_ptr_array_index (walk->off, i), &middle))
      return TRUE;

  return !graphene_rect_contains_point (&walk->whole, &middle);
}

/* 18 pt, or 14 pt and bold */
static gboolean
is_large (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  double px = pango_font_description_get_size (description) / (double) PANGO_SCALE;
  gboolean bold = pango_font_description_get_weight (description) >= PANGO_WEIGHT_BOLD;

  pango_font_description_free (description);

  return px >= (bold ? 18.6 : 24);
}

static char *
describe (Walk                  *walk,
          const graphene_rect_t *area)
{
  graphene_point_t middle;
  GtkWidget *widget;
  g_auto (GStrv) classes = NULL;
  g_autofree char *joined = NULL;

  graphene_rect_get_center (area, &middle);
  widget = gtk_widget_pick (walk->window, middle.x, middle.y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  if (widget == NULL)
    return g_strdup ("nothing");
  classes = gtk_widget_get_css_classes (widget);
  joined = g_strjoinv (".", classes);

  return g_strdup_printf ("%s.%s “%s” in %s", G_OBJECT_TYPE_NAME (widget), joined,
                          GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

static void
tell (Walk                  *walk,
      const graphene_rect_t *area,
      const GdkRGBA         *text,
      const GdkRGBA         *ground,
      double                 found)
{
  g_autofree char *what = describe (walk, area);
  g_autofree char *color = gdk_rgba_to_string (text);
  g_autofree char *below = gdk_rgba_to_string (ground);

  g_hash_table_add (walk->pale, g_strdup_printf ("%.2f, %s on %s at %.0f, %.0f: %s", found, color, below,
                                                 area->origin.x, area->origin.y, what));
}

static void
visit_text (Walk                  *walk,
            GskRenderNode         *node,
            const graphene_rect_t *area,
            double                 opacity)
{
  const GdkRGBA *rgba = gsk_text_node_get_color (node);
  PangoFont *font = gsk_text_node_get_font (node);
  double least = is_large (font) ? 3.0 : 4.5, found;
  GdkRGBA ground, text;

  /* What is selected is drawn twice, of which one is not to be seen. */
  if (rgba->alpha * opacity == 0 || is_off (walk, area))
    return;

  get_ground (walk, area, &ground);
  text = ground;
  paint_over (&text, rgba, opacity);
  found = psg_palette_get_contrast (&text, &ground);
  if (found < least)
    tell (walk, area, &text, &ground, found);
}

static void visit (Walk *walk, GskRenderNode *node, GskTransform *transform, double opacity);

static void
visit_ground (Walk                  *walk,
              const GdkRGBA         *rgba,
              const graphene_rect_t *area,
              double                 opacity)
{
  Ground ground = { *rgba, *area };

  ground.rgba.alpha *= (float) opacity;
  g_array_append_val (walk->grounds, ground);
}

static void
visit_transformed (Walk          *walk,
                   GskRenderNode *node,
                   GskTransform  *transform,
                   double         opacity)
{
  GskTransform *both = gsk_transform_transform (gsk_transform_ref (transform), gsk_transform_node_get_transform (node));

  visit (walk, gsk_transform_node_get_child (node), both, opacity);
  gsk_transform_unref (both);
}

static void
visit (Walk          *walk,
       GskRenderNode *node,
       GskTransform  *transform,
       double         opacity)
{
  graphene_rect_t bounds, area;

  gsk_render_node_get_bounds (node, &bounds);
  gsk_transform_transform_bounds (transform, &bounds, &area);

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        visit (walk, gsk_container_node_get_child (node, i), transform, opacity);
      break;
    case GSK_TRANSFORM_NODE:
      visit_transformed (walk, node, transform, opacity);
      break;
    case GSK_OPACITY_NODE:
      visit (walk, gsk_opacity_node_get_child (node), transform, opacity * gsk_opacity_node_get_opacity (node));
      break;
    case GSK_CLIP_NODE:
      visit (walk, gsk_clip_node_get_child (node), transform, opacity);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      visit (walk, gsk_rounded_clip_node_get_child (node), transform, opacity);
      break;
    case GSK_SHADOW_NODE:
      visit (walk, gsk_shadow_node_get_child (node), transform, opacity);
      break;
    case GSK_DEBUG_NODE:
      visit (walk, gsk_debug_node_get_child (node), transform, opacity);
      break;
    case GSK_COLOR_NODE:
      visit_ground (walk, gsk_color_node_get_color (node), &area, opacity);
      break;
    case GSK_TEXT_NODE:
      visit_text (walk, node, &area, opacity);
      break;
    default:
      break;
    }
}

static void
collect_off (GtkWidget *widget,
             GtkWidget *window,
             GPtrArray *off)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (!gtk_widget_is_sensitive (widget) && gtk_widget_compute_bounds (widget, window, &bounds))
    {
      g_ptr_array_add (off, g_memdup2 (&bounds, sizeof bounds));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_off (child, window, off);
}

/* (transfer full): what is painted, once anything has been */
static GskRenderNode *
wait_for_node (GdkPaintable *paintable,
               int           width,
               int           height)
{
  GskRenderNode *node = NULL;

  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        g_main_context_iteration (NULL, TRUE);
    }

  return node;
}

static void
assert_can_be_read (GtkWidget  *window,
                    const char *place)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GArray) grounds = g_array_new (FALSE, FALSE, sizeof (Ground));
  g_autoptr (GPtrArray) off = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) pale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .grounds = grounds, .off = off, .pale = pale, .window = window };
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  GskRenderNode *node;
  GHashTableIter iter;
  gpointer each;

  graphene_rect_init (&walk.whole, 0, 0, (float) width, (float) height);
  collect_off (window, window, off);
  node = wait_for_node (paintable, width, height);
  {
    g_autoptr (GskTransform) none = gsk_transform_new ();

    visit (&walk, node, none, 1);
  }
  gsk_render_node_unref (node);

  g_hash_table_iter_init (&iter, pale);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    g_test_message ("%s: %s", place, (char *) each);
  if (g_hash_table_size (pale) > 0)
    g_test_fail ();
}

static void
settle (PsgWindow *window)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gint64 quiet = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (!psg_window_is_settled (window) || g_get_monotonic_time () < quiet)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static void
test_words_can_be_read (gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *target;
  } places[] = {
    { "select-crossing", "medininkai-kamenny-loh" },
    { "open-document", "six-crossings" },
    { "show-collection", NULL },
    { "show-notes", NULL },
    { "show-lessons", NULL },
    { "new-event", NULL },
    { "go-to-date", NULL },
    { "compare-dates", NULL },
  };
  AdwColorScheme scheme = GPOINTER_TO_INT (data);
  PsgWindow *window;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  window = psg_window_new (app);
  gtk_window_present (GTK_WINDOW (window));
  psg_window_open_file (window, NULL, NULL);
  settle (window);
  assert_can_be_read (GTK_WIDGET (window), "at the start");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), places[i].action,
                                      places[i].target != NULL ? g_variant_new_string (places[i].target) : NULL);
      settle (window);
      assert_can_be_read (GTK_WIDGET (window), places[i].target != NULL ? places[i].target : places[i].action);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("psg-contrast-XXXXXX", NULL);
  char *remove[] = { (char *) "rm", (char *) "-r", folder, NULL };
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  /* Where libadwaita would ask the desktop. */
  if (argc > 1 && g_str_equal (argv[argc - 1], "high"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  gtk_test_init (&argc, &argv);
  app = psg_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));

  g_test_add_data_func ("/contrast/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_words_can_be_read);
  g_test_add_data_func ("/contrast/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_words_can_be_read);

  status = g_test_run ();
  psg_own_notes_close (psg_own_notes_get_default ());
  g_object_unref (app);
  g_assert_true (psg_linger_wait (60000));
  g_spawn_sync (NULL, remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);

  return status;
}
