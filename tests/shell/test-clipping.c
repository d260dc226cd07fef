/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "psg-preferences.h"
#include "psg-window.h"

/*
 * All of the app in a language with long words (tests/shell/pseudo), in small windows and in usual ones: no label
 * that is in sight may be cut. Looked at is what GTK laid out, so that nothing depends on how letters are drawn.
 */

typedef struct
{
  int width;
  int height;
} Size;

typedef struct
{
  PsgWindow *window;
} Fixture;

typedef struct
{
  const char *within;  /* the type of a widget that the label is in, or its style class */
  const char *because; /* the reason, for who reads this */
} Exception;

/* What may be cut, with an ellipsis; the whole of it can be read somewhere else. */
static const Exception exceptions[] = {
  { "AdwWindowTitle", "a window's title and subtitle take what room there is; the collection's page has both in full" },
  { "PsgPaneBar", "which of how many events is in view: its tooltip has it in full" },
  { "PsgMapInfo", "whose data the map is made of: the button beside it shows all of it, and it is not translated" },
  { "AdwToastWidget", "libadwaita’s toasts have one line" },
  { "PsgPassageBar", "a title from the collection; the page that the button leads back to has it in full" },
  { "caption-card", "a title from the collection; the page that the card leads to has it in full" },
  { "GtkText", "a hint in an empty entry; the entry’s name for a screen reader has it in full" },
  { "chip", "a name from the collection; the tooltip has it in full, and so has the page it leads to" },
  { "PsgCrossingMarker", "a name card on the map keeps to a width; the crossing's page and tooltip have all of it" },
};

/* What to look at, as the window's actions: the name of one, and its argument. */
static const char *const views[][2] = {
  { "select-event", "two-more-close-2024" },
  { "add-note", NULL },
  { "select-crossing", "medininkai-kamenny-loh" },
  { "open-document", "six-crossings" },
  { "show-collection", NULL },
  { "compare-dates", NULL },
  { "set-compared", "" },
  { "show-notes", NULL },
  { "new-event", NULL },
  { "show-lessons", NULL },
  { "open-lesson", "how-a-border-closed" },
  { "find", NULL },
  { "show-legend", NULL },
  { "play", NULL },
  { "go-to-date", NULL },
  { "search", NULL },
  { "cite", "" },
  { "export-picture", NULL },
  { "print-lesson", NULL },
};

static PsgApplication *app;

/* Whether the C library speaks the language that was made. */
static gboolean pseudo;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
open_window (Fixture    *f,
             const Size *size)
{
  g_autoptr (GSettings) settings = g_settings_new (PSG_SETTINGS_ID);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_settings_set (settings, "window-size", "(ii)", size->width, size->height);
  f->window = psg_window_new (app);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_window_open_file (f->window, NULL, NULL);
  while (!psg_window_is_settled (f->window))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  settle ();
}

static gboolean
is_excepted (GtkWidget *label)
{
  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
      if (g_str_equal (G_OBJECT_TYPE_NAME (widget), exceptions[i].within)
          || gtk_widget_has_css_class (widget, exceptions[i].within))
        return TRUE;

  return FALSE;
}

/* What is out of sight in something that scrolls is not cut. */
static gboolean
is_scrolled (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static gboolean
is_outside (GtkWidget *label)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (label));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (label, native, &bounds))
    return FALSE;

  return bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (native) + 1;
}

static const char *
describe (GtkWidget *label)
{
  GtkWidget *parent = gtk_widget_get_parent (label);
  GtkWidget *above = parent != NULL ? gtk_widget_get_parent (parent) : NULL;

  return above != NULL ? G_OBJECT_TYPE_NAME (above) : "-";
}

/* How many labels in @widget are cut; each is told. */
static guint
count_cut (GtkWidget  *widget,
           const char *view)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_width (widget) > 0 && !is_excepted (widget))
    {
      GtkLabel *label = GTK_LABEL (widget);
      gboolean cut = pango_layout_is_ellipsized (gtk_label_get_layout (label));

      if (cut || (!is_scrolled (widget) && is_outside (widget)))
        {
          g_test_message ("%s: %s: “%s” (in a %s in a %s)", view, cut ? "cut" : "outside", gtk_label_get_text (label),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), describe (widget));
          n++;
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cut (child, view);

  return n;
}

/* A window that has no room for what it holds grows, out of the screen. */
static guint
count_grown (Fixture    *f,
             const Size *size,
             const char *view)
{
  int width = gtk_widget_get_width (GTK_WIDGET (f->window));

  if (width <= size->width)
    return 0;

  g_test_message ("%s: the window is %d wide", view, width);

  return 1;
}

static guint
count_all_cut (Fixture    *f,
               const Size *size,
               const char *view)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n;

  settle ();
  n = count_grown (f, size, view);
  for (GList *window = windows; window != NULL; window = window->next)
    n += count_cut (window->data, view);

  return n;
}

/* All windows but the first are closed again. */
static void
close_others (Fixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (window->data != (gpointer) f->window && gtk_widget_get_mapped (window->data))
      gtk_window_destroy (window->data);
  settle ();
}

static void
test_nothing_is_cut (gconstpointer data)
{
  const Size *size = data;
  Fixture f;
  guint n;

  if (!pseudo)
    {
      g_test_skip ("this C library translates nothing in the locale of the tests");
      return;
    }

  open_window (&f, size);
  n = count_all_cut (&f, size, "at first");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GVariant *value = views[i][1] != NULL ? g_variant_new_string (views[i][1]) : NULL;

      g_action_group_activate_action (G_ACTION_GROUP (f.window), views[i][0], value);
      n += count_all_cut (&f, size, views[i][0]);
      close_others (&f);
    }

  gtk_window_present (GTK_WINDOW (psg_preferences_new (GTK_WINDOW (f.window))));
  n += count_all_cut (&f, size, "preferences");
  close_others (&f);

  g_assert_cmpuint (n, ==, 0);
  gtk_window_destroy (GTK_WINDOW (f.window));
}

/* From its version 2.39 on GNU's C library translates nothing in the locale C.UTF-8, which is that of the tests. */
static gboolean
is_pseudo (void)
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PASSAGES_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return g_str_has_prefix (_("Cancel"), "[");
}

int
main (int   argc,
      char *argv[])
{
  static const Size sizes[] = { { 800, 600 }, { 1280, 800 } };
  g_autoptr (GError) error = NULL;

  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  setlocale (LC_ALL, "");
  pseudo = is_pseudo ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  app = psg_application_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/shell/clipping/nothing-is-cut-in-a-small-window", &sizes[0], test_nothing_is_cut);
  g_test_add_data_func ("/shell/clipping/nothing-is-cut-in-a-usual-window", &sizes[1], test_nothing_is_cut);

  return g_test_run ();
}
