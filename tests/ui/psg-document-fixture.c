/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-fixture.h"

#include "psg-collection-file.h"
#include "psg-document-pane.h"
#include "psg-memory-collection.h"
#include "psg-ui.h"

/* A document pane in a window of its own, and finding one's way in it. */


PsgCollection *
open_bundled (void)
{
  g_autoptr (GError) error = NULL;
  PsgCollectionFile *file = psg_collection_file_open (g_getenv ("PSG_BUNDLED_COLLECTION"), NULL, &error);

  g_assert_no_error (error);

  return PSG_COLLECTION (file);
}

/* Until nothing has happened for a while: however slow the machine, what is due is done. */
void
settle (void)
{
  gint64 start = g_get_monotonic_time ();
  gint64 quiet_since = start;

  while (g_get_monotonic_time () - quiet_since < 150 * G_TIME_SPAN_MILLISECOND &&
         g_get_monotonic_time () - start < 10 * G_TIME_SPAN_SECOND)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet_since = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
}

void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = data != NULL ? open_bundled () : psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  f->pane = psg_document_pane_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), f->pane);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->pane) < 2)
    g_main_context_iteration (NULL, TRUE);
}

void
tear_down (Fixture      *f,
           gconstpointer data)
{
  GtkWidget *pane = g_object_ref (f->pane);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (pane);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->collection);
}

GtkWidget *
get_page (Fixture *f)
{
  return psg_document_pane_get_visible (PSG_DOCUMENT_PANE (f->pane));
}

GtkWidget *
find (GtkWidget *widget,
      gboolean (*matches) (GtkWidget *widget, gconstpointer data),
      gconstpointer data)
{
  if (matches (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
has_class (GtkWidget    *widget,
           gconstpointer name)
{
  return gtk_widget_has_css_class (widget, name);
}

gboolean
has_text (GtkWidget    *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

gboolean
has_type (GtkWidget    *widget,
          gconstpointer name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), name);
}

void
follow (Fixture    *f,
        const char *link)
{
  g_autoptr (GError) error = NULL;

  psg_session_follow (f->session, link, &error);
  g_assert_no_error (error);
}

/* Widths depend on it. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, PSG_RESOURCE_PREFIX "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

gboolean
psg_document_fixture_init (void)
{
  if (!gtk_init_check ())
    return FALSE;

  adw_init ();
  psg_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  load_style ();

  return TRUE;
}
