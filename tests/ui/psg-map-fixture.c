/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-fixture.h"

#include "psg-map-badge.h"
#include "psg-map-legend.h"
#include "psg-map-ruler.h"
#include "psg-memory-collection.h"

/* The map on a collection in memory, in a window of its own. */

void
psg_map_fixture_set_up_sized (PsgMapFixture *f,
                              int            width,
                              int            height)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  f->session = psg_session_new ();
  psg_session_set_collection (f->session, collection);
  f->view = psg_map_view_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  gtk_window_set_child (GTK_WINDOW (f->window), f->view);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->view) < 2)
    g_main_context_iteration (NULL, TRUE);
}

void
psg_map_fixture_set_up (PsgMapFixture *f,
                        gconstpointer  data)
{
  psg_map_fixture_set_up_sized (f, PSG_MAP_FIXTURE_WIDTH, PSG_MAP_FIXTURE_HEIGHT);
}

void
psg_map_fixture_tear_down (PsgMapFixture *f,
                           gconstpointer  data)
{
  GtkWidget *view = g_object_ref (f->view);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (view);
  g_assert_finalize_object (f->session);
}

/* The first widget of a type below another, or the one after @after. */
GtkWidget *
psg_map_fixture_find_widget (GtkWidget  *root,
                             GType       type,
                             GtkWidget **after)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    {
      if (*after == NULL)
        return root;
      if (*after == root)
        *after = NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = psg_map_fixture_find_widget (child, type, after);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
psg_map_fixture_find_only (PsgMapFixture *f,
                           GType          type)
{
  GtkWidget *after = NULL;
  GtkWidget *found = psg_map_fixture_find_widget (f->view, type, &after);

  g_assert_nonnull (found);

  return found;
}

void
psg_map_fixture_find_what_lies_over (PsgMapFixture *f)
{
  const GType types[] = { PSG_TYPE_MAP_BADGE, PSG_TYPE_MAP_LEGEND, PSG_TYPE_MAP_RULER, GTK_TYPE_TOGGLE_BUTTON };

  f->n_over = 0;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *over = psg_map_fixture_find_only (f, types[i]);
      graphene_rect_t r;

      if (gtk_widget_get_mapped (over) && gtk_widget_compute_bounds (over, f->view, &r))
        f->over[f->n_over++] = (PsgBox) { r.origin.x, r.origin.y,
                                          r.origin.x + r.size.width, r.origin.y + r.size.height };
    }
}
