/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "psg-collection-file.h"
#include "psg-document-pane.h"
#include "psg-map-choice.h"
#include "psg-map-compare.h"
#include "psg-memory.h"
#include "psg-own-notes.h"
#include "psg-timeline-view.h"
#include "psg-toast.h"
#include "psg-ui.h"

/*
 * The window joins a session with its views and opens collections. What it can
 * be asked to do is in psg-window-actions.c, what it remembers between runs in
 * psg-window-state.c.
 */

/* Below this there is no room for list, map and document side by side. */
#define NARROW_WIDTH 1080

/* A file up to so many bytes is read sooner than a page that asks for patience
 * is drawn. */
#define SMALL_FILE (4 * 1024 * 1024)
/* How long after a collection was opened and all views were made what that needed is given
 * back, in milliseconds. */
#define TIME_TO_REST 1000

G_DEFINE_FINAL_TYPE (PsgWindow, psg_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
rest_cb (gpointer user_data)
{
  PsgWindow *self = user_data;

  self->rest_id = 0;
  psg_memory_give_back ();

  return G_SOURCE_REMOVE;
}

/* Begins anew when there is more to do first: a machine may have much else on its hands. */
static void
rest_later (PsgWindow *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (TIME_TO_REST, rest_cb, self);
}

/* What is left when the timeline has been shown. */
static void
make_panes (PsgWindow *self)
{
  if (self->map != NULL)
    return;

  self->list = PSG_EVENT_LIST (psg_event_list_new (self->session));
  self->map = psg_map_compare_new (self->session);
  psg_window_watch_map (self);
  psg_map_choice_start (psg_map_choice_get_default ());
  self->document = psg_document_pane_new (self->session);
  psg_window_bind_reading (self);
  psg_window_watch_pages (self);

  gtk_paned_set_start_child (self->columns, psg_window_new_sidebar (self));
  gtk_paned_set_start_child (self->panes, psg_window_lay_captions (self, self->map));
  gtk_paned_set_end_child (self->panes, self->document);

  psg_window_restore_panes (self);
  psg_window_place_map (self);
  if (self->reads_alone)
    g_action_group_change_action_state (G_ACTION_GROUP (self), "read-alone", g_variant_new_boolean (TRUE));
  rest_later (self);
}

static gboolean
make_panes_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (widget);

  /* This frame paints the timeline, the next one all the rest. Notes, of which there may be very many, are read
   * once that is seen. */
  switch (self->frames++)
    {
    case 0:
      return G_SOURCE_CONTINUE;
    case 1:
      make_panes (self);
      return G_SOURCE_CONTINUE;
    default:
      psg_own_notes_open (psg_own_notes_get_default ());
      return G_SOURCE_REMOVE;
    }
}

/* The views are made when there is first something to show in them: the timeline
 * for the first frame, so that the story is seen at once; map, document and list
 * for the one after. */
static void
make_views (PsgWindow *self)
{
  if (self->timeline != NULL)
    return;

  self->timeline = psg_timeline_view_new (self->session);
  gtk_paned_set_end_child (self->rows, self->timeline);
  psg_window_restore_timeline (self);

  /* Keys are for the story first; a ring shows only once keys are used. */
  gtk_widget_grab_focus (self->timeline);
  gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), make_panes_cb, NULL, NULL);
}

static char *
describe_collection (PsgCollection *collection)
{
  guint counts[PSG_N_STATUSES];
  guint n_events = psg_event_table_get_n (psg_collection_get_events (collection));
  guint n_crossings = psg_crossings_count (psg_collection_get_crossings (collection), 0, counts);
  guint n_documents = psg_collection_get_documents (collection)->len;
  g_autofree char *events = NULL;
  g_autofree char *crossings = NULL;
  g_autofree char *documents = NULL;

  events = g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);
  crossings = g_strdup_printf (ngettext ("%u crossing", "%u crossings", n_crossings), n_crossings);
  documents = g_strdup_printf (ngettext ("%u document", "%u documents", n_documents), n_documents);

  if (n_crossings == 0)
    return g_strdup_printf ("%s · %s", events, documents);

  return g_strdup_printf ("%s · %s · %s", events, crossings, documents);
}

static void
show_title (PsgWindow *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autofree char *subtitle = NULL;
  const char *title;

  if (collection == NULL)
    {
      adw_window_title_set_title (self->title, _("Passages"));
      adw_window_title_set_subtitle (self->title, "");
      return;
    }

  title = psg_text_get (psg_collection_get_info (collection)->title);
  subtitle = describe_collection (collection);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
enable_actions (PsgWindow *self)
{
  gboolean open = psg_session_get_collection (self->session) != NULL;
  static const char *const names[] = { "search", "find", "filter-list", "next-event", "previous-event", "next-change",
                                       "previous-change", "show-all", "show-collection",
                                       "show-sidebar", "clear-filter", "zoom-to-selection",
                                       "go-to-date", "go-to", "play", "next-happening",
                                       "previous-happening", "show-legend", "read-alone",
                                       "read-in-window", "next-passage", "previous-passage", "print",
                                       "compare-dates", "copy-link", "copy-quote", "cite", "present",
                                       "present-lesson", "present-events", "present-from-here", "present-loop" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), open);
    }
}

static void
show_collection (PsgWindow     *self,
                 PsgCollection *collection)
{
  make_views (self);
  psg_window_stop_presenting (self);
  psg_session_set_collection (self->session, collection);
  psg_window_restore_session (self);
  show_title (self);
  enable_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
  psg_window_present_as_asked (self);
  rest_later (self);
}

/* The page is seldom needed, and made only then: what a window does not show does not
 * delay its first frame. */
static GtkWidget *
show_trouble_page (PsgWindow *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "trouble") == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (PSG_RESOURCE_PREFIX "/shell/psg-trouble-page.ui");

      gtk_stack_add_named (self->stack, GTK_WIDGET (gtk_builder_get_object (builder, "page")), "trouble");
    }

  gtk_stack_set_visible_child_name (self->stack, "trouble");

  return gtk_stack_get_child_by_name (self->stack, "trouble");
}

/* An open collection stays open when another cannot be opened: nothing is lost. */
static void
show_trouble (PsgWindow    *self,
              const GError *error)
{
  g_autofree char *path = self->file_asked != NULL ? g_file_get_parse_name (self->file_asked)
                                                   : psg_application_dup_bundled_path ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *escaped = NULL;
  /* Translators: the name of a file, and what is wrong with it */
  g_autofree char *message = g_strdup_printf (_("“%s”: %s"), name, error->message);

  if (psg_session_get_collection (self->session) != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "content");
      psg_window_toast (self, message);
      return;
    }

  escaped = g_markup_escape_text (message, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (show_trouble_page (self)), escaped);
}

/* Takes @collection, or tells of @error. */
static void
finish_opening (PsgWindow         *self,
                PsgCollectionFile *collection,
                const GError      *error)
{
  g_autoptr (GError) cancelled = NULL;

  if (collection != NULL)
    {
      psg_window_save (self);
      g_set_object (&self->file, self->file_asked);
      show_collection (self, PSG_COLLECTION (collection));
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    error = cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Opening was cancelled"));
  show_trouble (self, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (user_data);
  g_autoptr (PsgCollectionFile) collection = NULL;
  g_autoptr (GError) error = NULL;

  collection = psg_collection_file_open_finish (result, &error);

  /* Another was asked for meanwhile, or the window is gone. */
  if (self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return;

  psg_window_end_opening (self);
  finish_opening (self, collection, error);
}

static gboolean
is_small (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size <= SMALL_FILE;
}

static void
open_in_background (PsgWindow  *self,
                    const char *path)
{
  psg_window_begin_opening (self);
  psg_collection_file_open_async (path, self->opening, psg_window_opening_progressed_cb, self,
                                  opened_cb, g_object_ref (self));
}

static void
open_path (PsgWindow  *self,
           const char *path,
           const char *follow)
{
  g_autoptr (PsgCollectionFile) collection = NULL;
  g_autoptr (GError) error = NULL;

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  psg_window_end_opening (self);

  g_free (self->follow);
  self->follow = g_strdup (follow);

  if (!is_small (path))
    {
      open_in_background (self, path);
      return;
    }

  collection = psg_collection_file_open (path, NULL, &error);
  finish_opening (self, collection, error);
}

/**
 * psg_window_open_file:
 * @self: a window
 * @file: (nullable): a collection file; %NULL for the bundled one
 * @follow: (nullable): what to show in it
 *
 * Opens it, in the background unless it is small; what cannot be opened is told
 * in a toast, or on a page of its own where nothing was open.
 */
void
psg_window_open_file (PsgWindow  *self,
                      GFile      *file,
                      const char *follow)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PSG_IS_WINDOW (self));

  g_set_object (&self->file_asked, file);
  path = file != NULL ? g_file_get_path (file) : psg_application_dup_bundled_path ();
  if (path == NULL)
    {
      error = g_error_new_literal (PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO,
                                   _("Only files on this computer can be opened"));
      show_trouble (self, error);
      return;
    }

  open_path (self, path, follow);
}

/**
 * psg_window_open_last:
 * @self: a window
 * @follow: (nullable): what to show in it
 *
 * Opens the collection that was open last, or the bundled one if that is gone.
 */
void
psg_window_open_last (PsgWindow  *self,
                      const char *follow)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-collection");
  g_autoptr (GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL && !g_file_query_exists (file, NULL))
    g_clear_object (&file);

  psg_window_open_file (self, file, follow);
}

void
psg_window_toast (PsgWindow  *self,
                  const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, psg_toast_new (message));
}

gboolean
psg_window_get_sidebar_shown (PsgWindow *self)
{
  return self->sidebar != NULL && gtk_widget_get_visible (self->sidebar);
}

void
psg_window_show_sidebar (PsgWindow *self,
                         gboolean   show)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-sidebar");

  if (self->sidebar != NULL)
    gtk_widget_set_visible (self->sidebar, show);
  if (!show && self->narrow)
    psg_window_place_document (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (show));
}

/* In a narrow window the list makes way for the map; a person may call it back. */
static void
width_changed_cb (PsgWindow *self)
{
  int width, height;
  gboolean narrow;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  narrow = width > 0 && width < NARROW_WIDTH;

  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  psg_window_show_sidebar (self, !narrow && g_settings_get_boolean (self->settings, "show-sidebar"));
}

static void
take_file (PsgWindow *self,
           GFile     *file)
{
  if (psg_map_choice_is_map_file (file))
    psg_map_choice_open (psg_map_choice_get_default (), file);
  else if (psg_window_is_document (file))
    psg_window_add_document (self, file);
  else
    psg_window_open_file (self, file, NULL);
}

static gboolean
file_dropped_cb (PsgWindow    *self,
                 const GValue *value)
{
  GSList *files = NULL;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    files = g_value_get_boxed (value);
  else if (g_value_get_object (value) != NULL)
    take_file (self, g_value_get_object (value));
  for (GSList *l = files; l != NULL; l = l->next)
    take_file (self, l->data);

  return files != NULL || G_VALUE_HOLDS (value, G_TYPE_FILE);
}

static void
accept_files (PsgWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (file_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* A menu's items are widgets; they are made when the menu is first opened. */
static void
fill_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->primary_menu);
}

/* GTK 4.8 takes back an open popover's hold on the pointer only when it is closed, and not when
 * its window goes: it would outlive the window, and be looked at for a tooltip. */
static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

static void
psg_window_unmap (GtkWidget *widget)
{
  close_popovers (widget);
  g_clear_pointer (&PSG_WINDOW (widget)->go_to, gtk_widget_unparent);
  g_clear_pointer (&PSG_WINDOW (widget)->search, gtk_widget_unparent);

  GTK_WIDGET_CLASS (psg_window_parent_class)->unmap (widget);
}

/* Once an item of a menu was chosen, GTK 4.18 gives the focus back to the menu's button but forgets the way to it
 * from the window: Tab would begin at the window's first control. */
static gboolean
psg_window_focus (GtkWidget       *widget,
                  GtkDirectionType direction)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (gtk_widget_get_focus_child (widget) == NULL)
    for (GtkWidget *parent; focus != NULL && focus != widget; focus = parent)
      {
        parent = gtk_widget_get_parent (focus);
        if (parent != NULL)
          gtk_widget_set_focus_child (parent, focus);
      }

  return GTK_WIDGET_CLASS (psg_window_parent_class)->focus (widget, direction);
}

static void
psg_window_unrealize (GtkWidget *widget)
{
  psg_window_save (PSG_WINDOW (widget));

  GTK_WIDGET_CLASS (psg_window_parent_class)->unrealize (widget);
}

static void
psg_window_dispose (GObject *object)
{
  PsgWindow *self = PSG_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  psg_window_end_opening (self);
  psg_window_stop_adding (self);
  psg_window_stop_presenting (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);

  g_clear_object (&self->file);
  g_clear_object (&self->file_asked);

  G_OBJECT_CLASS (psg_window_parent_class)->dispose (object);

  g_clear_object (&self->player);
  g_clear_weak_pointer (&self->speed_toast);
  g_clear_weak_pointer (&self->trouble_toast);
  g_clear_weak_pointer (&self->note_section);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
}

static void
psg_window_finalize (GObject *object)
{
  PsgWindow *self = PSG_WINDOW (object);

  g_free (self->follow);
  g_free (self->own_link);

  G_OBJECT_CLASS (psg_window_parent_class)->finalize (object);
}

static void
psg_window_class_init (PsgWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_window_dispose;
  object_class->finalize = psg_window_finalize;
  widget_class->focus = psg_window_focus;
  widget_class->unmap = psg_window_unmap;
  widget_class->unrealize = psg_window_unrealize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/passages_app/Passages/shell/psg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, undo_menu);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, present_menu);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, play_button);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, play_menu_button);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, PsgWindow, panes);
}

static void
psg_window_init (PsgWindow *self)
{
  self->session = psg_session_new ();
  self->settings = g_settings_new (PSG_SETTINGS_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  if (PSG_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu_cb, self, NULL);
  psg_window_add_actions (self);
  psg_window_add_range_actions (self);
  psg_window_add_playback (self);
  psg_window_add_undo_actions (self);
  psg_window_add_notes (self);
  psg_window_add_lessons (self);
  psg_window_add_documents_actions (self);
  psg_window_add_exchange_actions (self);
  psg_window_add_present_actions (self);
  enable_actions (self);
  accept_files (self);

  gtk_window_set_default_size (GTK_WINDOW (self), 1440, 900);
  psg_window_restore_size (self);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_changed_cb), NULL);
  width_changed_cb (self);
}

/**
 * psg_window_new:
 * @app: the application
 *
 * Returns: (transfer none): a window with nothing open yet; GTK owns it
 */
PsgWindow *
psg_window_new (PsgApplication *app)
{
  return g_object_new (PSG_TYPE_WINDOW, "application", app, NULL);
}

PsgSession *
psg_window_get_session (PsgWindow *self)
{
  g_return_val_if_fail (PSG_IS_WINDOW (self), NULL);

  return self->session;
}

gboolean
psg_window_is_settled (PsgWindow *self)
{
  g_return_val_if_fail (PSG_IS_WINDOW (self), TRUE);

  if (self->opening != NULL)
    return FALSE;

  return self->map != NULL || psg_session_get_collection (self->session) == NULL;
}

gboolean
psg_window_shows_data (PsgWindow *self)
{
  g_return_val_if_fail (PSG_IS_WINDOW (self), FALSE);

  return self->timeline != NULL && gtk_widget_get_mapped (self->timeline);
}
