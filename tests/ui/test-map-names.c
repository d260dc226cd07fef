/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "psg-collection-file.h"
#include "psg-crossing-layer.h"
#include "psg-event-layer.h"
#include "psg-map-labels.h"
#include "psg-map-view.h"
#include "psg-mercator.h"
#include "psg-ui.h"

/* The names on the map of the bundled collection, as crowded as it is. */

#define VILNIUS_LATITUDE 54.69
#define VILNIUS_LONGITUDE 25.28

/* A language, and how large the map is. */
typedef struct
{
  const char *language;
  int         width;
  int         height;
} Size;

typedef struct
{
  PsgSession       *session;
  GtkWidget        *view;
  GtkWidget        *window;
  PsgMapLabels     *labels;
  PsgEventLayer    *events;
  PsgCrossingLayer *crossings;
} Fixture;

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
set_up (Fixture    *f,
        const Size *size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = psg_collection_file_open (g_getenv ("PSG_BUNDLED_COLLECTION"), NULL, &error);
  const char *preferred[] = { size->language, NULL };

  g_assert_no_error (error);
  psg_text_set_preferred (preferred);
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, PSG_COLLECTION (file));
  f->view = psg_map_view_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), size->width, size->height);
  gtk_window_set_child (GTK_WINDOW (f->window), f->view);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->view) < 2)
    g_main_context_iteration (NULL, TRUE);

  f->labels = PSG_MAP_LABELS (find (f->view, PSG_TYPE_MAP_LABELS));
  f->events = PSG_EVENT_LAYER (find (f->view, PSG_TYPE_EVENT_LAYER));
  f->crossings = PSG_CROSSING_LAYER (find (f->view, PSG_TYPE_CROSSING_LAYER));
}

static void
tear_down (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->session);
  psg_text_set_preferred (NULL);
}

static gboolean
is_vilnius_named (Fixture *f)
{
  g_autoptr (GArray) named = psg_map_labels_get_obstacles (f->labels, TRUE);

  for (guint i = 0; i < named->len; i++)
    {
      const PsgMapObstacle *name = &g_array_index (named, PsgMapObstacle, i);

      if (fabs (psg_mercator_longitude (name->x) - VILNIUS_LONGITUDE) < 0.05
          && fabs (psg_mercator_latitude (name->y) - VILNIUS_LATITUDE) < 0.05)
        return TRUE;
    }

  return FALSE;
}

/* Of a town's sign, the middle: its rim may be touched. */
static PsgBox
get_core (const PsgBox *box)
{
  return box->x1 - box->x0 < 10 ? psg_box_grow (box, 1 - (box->x1 - box->x0) / 2) : *box;
}

static void
check_apart (GArray *boxes,
             GArray *others)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        PsgBox core = get_core (&g_array_index (boxes, PsgBox, i));

        if (boxes != others || i != j)
          g_assert_false (psg_box_overlaps (&core, &g_array_index (others, PsgBox, j)));
      }
}

/* Though the crossings stand about it, and at the lower zoom levels upon it. */
static void
test_the_capital_is_named (gconstpointer data)
{
  Fixture f;

  set_up (&f, data);
  for (double zoom = 5; zoom < 10; zoom += 0.13)
    {
      psg_map_view_go_to (PSG_MAP_VIEW (f.view), 54.62, 25.45, zoom, FALSE);
      if (!is_vilnius_named (&f))
        g_error ("Vilnius is not named at zoom level %.2f", zoom);
    }
  tear_down (&f);
}

static void
test_names_bubbles_and_cards_are_apart (gconstpointer data)
{
  Fixture f;

  set_up (&f, data);
  for (double zoom = 5.1; zoom < 11; zoom += 0.37)
    for (double latitude = 54; latitude < 55.5; latitude += 0.5)
      for (double longitude = 24; longitude < 27; longitude += 1)
        {
          g_autoptr (GArray) names = NULL, bubbles = NULL, cards = NULL;

          psg_map_view_go_to (PSG_MAP_VIEW (f.view), latitude, longitude, zoom, FALSE);
          names = psg_map_labels_get_boxes (f.labels);
          bubbles = psg_event_layer_get_boxes (f.events);
          cards = psg_crossing_layer_get_cards (f.crossings);
          check_apart (names, names);
          check_apart (cards, cards);
          check_apart (names, cards);
          check_apart (names, bubbles);
        }
  tear_down (&f);
}

int
main (int    argc,
      char **argv)
{
  static const Size sizes[] = {
    { "en", 600, 386 }, { "lt", 600, 386 }, { "be", 600, 386 }, { "ru", 600, 386 }, { "pl", 600, 386 },
    { "en", 382, 250 }, { "lt", 382, 250 },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *named = g_strdup_printf ("/ui/map-names/the-capital-is-named/%s-%d", sizes[i].language,
                                                sizes[i].width);
      g_autofree char *apart = g_strdup_printf ("/ui/map-names/names-bubbles-and-cards-are-apart/%s-%d",
                                                sizes[i].language, sizes[i].width);

      g_test_add_data_func (named, &sizes[i], test_the_capital_is_named);
      g_test_add_data_func (apart, &sizes[i], test_names_bubbles_and_cards_are_apart);
    }

  return g_test_run ();
}
