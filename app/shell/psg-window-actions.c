/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "psg-file-chooser.h"
#include "psg-search-palette.h"
#include "psg-timeline-view.h"
#include "psg-ui.h"

/*
 * What a window can be asked to do. Menus, keys, links, scripts over D-Bus and
 * assistive tools all take this road: an action asks the session, and the session's
 * notifications bring the actions' states up to date. Nothing is stored here.
 */

typedef gboolean (*Ask) (PsgWindow *self, const char *value, GError **error);
typedef char *(*Tell) (PsgWindow *self);

static gboolean
ask_event (PsgWindow  *self,
           const char *value,
           GError    **error)
{
  return psg_session_select_event_id (self->session, value, error);
}

static char *
tell_event (PsgWindow *self)
{
  return g_strdup (psg_session_get_event_id (self->session));
}

static gboolean
ask_crossing (PsgWindow  *self,
              const char *value,
              GError    **error)
{
  return psg_session_select_crossing (self->session, value, error);
}

static char *
tell_crossing (PsgWindow *self)
{
  return g_strdup (psg_session_get_crossing (self->session));
}

static gboolean
ask_document (PsgWindow  *self,
              const char *value,
              GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (value, "#", 2);

  /* A link leads wherever it says, also to what is no document: no id has a colon. */
  if (strchr (value, ':') != NULL)
    return psg_session_follow (self->session, value, error);

  /* The empty string closes a document, and nothing else that may be shown. */
  if (parts[0] == NULL)
    return psg_session_get_page (self->session)->kind != PSG_KIND_DOCUMENT ||
           psg_session_show_page (self->session, PSG_KIND_NONE, NULL, error);

  return psg_session_open_document (self->session, parts[0], parts[1], error);
}

static char *
tell_document (PsgWindow *self)
{
  const PsgPage *page = psg_session_get_page (self->session);

  if (page->kind != PSG_KIND_DOCUMENT)
    return NULL;

  return g_strconcat (page->id, page->passage != NULL ? "#" : NULL, page->passage, NULL);
}

/* The first day of a date, or PSG_DAY_NONE with @error set. */
static PsgDay
read_day (const char *value,
          GError    **error)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (value, error);

  if (date == NULL)
    return PSG_DAY_NONE;

  if (!psg_day_is_valid (psg_edtf_get_earliest (date)))
    {
      g_set_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_RANGE,
                   _("“%s” does not begin on any day"), value);
      return PSG_DAY_NONE;
    }

  return psg_edtf_get_earliest (date);
}

static gboolean
ask_playhead (PsgWindow  *self,
              const char *value,
              GError    **error)
{
  PsgDay day = read_day (value, error);

  if (!psg_day_is_valid (day))
    return FALSE;

  psg_session_set_playhead (self->session, day);

  return TRUE;
}

/* The empty string compares no longer. */
static gboolean
ask_compared (PsgWindow  *self,
              const char *value,
              GError    **error)
{
  PsgDay day = *value != '\0' ? read_day (value, error) : PSG_DAY_NONE;

  if (*value != '\0' && !psg_day_is_valid (day))
    return FALSE;

  psg_session_set_compared (self->session, day);

  return TRUE;
}

static char *
tell_compared (PsgWindow *self)
{
  PsgDay day = psg_session_get_compared (self->session);

  return psg_day_is_valid (day) ? psg_day_format_iso (day) : NULL;
}

static char *
tell_playhead (PsgWindow *self)
{
  return psg_day_format_iso (psg_session_get_playhead (self->session));
}

/* An open end reaches as far as the collection does; an unknown one is a mistake. */
static gboolean
read_span (PsgWindow      *self,
           const PsgEdtf  *date,
           PsgTimeSpan    *span,
           GError        **error)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgDay first = psg_edtf_get_earliest (date);
  PsgDay last = psg_edtf_get_latest (date);

  if (collection != NULL)
    {
      const PsgTimeSpan *whole = &psg_collection_get_info (collection)->span;

      first = first == PSG_DAY_OPEN_START ? psg_day_from_minutes (whole->start) : first;
      last = last == PSG_DAY_OPEN_END ? psg_day_from_minutes (whole->end - 1) : last;
    }

  if (!psg_day_is_valid (first) || !psg_day_is_valid (last))
    return psg_time_span_from_edtf (date, span, error);

  *span = psg_time_span_from_days (first, last);

  return TRUE;
}

static gboolean
ask_span (PsgWindow  *self,
          const char *value,
          GError    **error)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (value, error);
  PsgTimeSpan span;

  if (date == NULL || !read_span (self, date, &span, error))
    return FALSE;

  psg_session_jump_to_span (self->session, &span);

  return TRUE;
}

static char *
tell_span (PsgWindow *self)
{
  return psg_time_span_to_edtf (psg_session_get_span (self->session));
}

static gboolean
ask_filter (PsgWindow  *self,
            const char *value,
            GError    **error)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse (value);

  return psg_session_set_filter (self->session, filter, error);
}

static char *
tell_filter (PsgWindow *self)
{
  return g_strdup (psg_filter_to_string (psg_session_get_filter (self->session)));
}

static gboolean
ask_lanes (PsgWindow  *self,
           const char *value,
           GError    **error)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (PsgLaneOrder) lanes = NULL;

  lanes = psg_lane_order_parse (value, collection != NULL ? psg_collection_get_lanes (collection) : NULL);
  psg_session_set_lanes (self->session, lanes);

  return TRUE;
}

static char *
tell_lanes (PsgWindow *self)
{
  return g_strdup (psg_lane_order_to_string (psg_session_get_lanes (self->session)));
}

/* The session's actions: how each asks, what its state is, and which property of
 * the session that follows. */
static const struct
{
  const char *name;
  const char *property;
  Ask ask;
  Tell tell;
} subjects[] = {
  { "select-event", "event", ask_event, tell_event },
  { "select-crossing", "crossing", ask_crossing, tell_crossing },
  { "open-document", "page", ask_document, tell_document },
  { "set-playhead", "playhead", ask_playhead, tell_playhead },
  { "set-compared", "compared", ask_compared, tell_compared },
  { "set-span", "span", ask_span, tell_span },
  { "set-filter", "filter", ask_filter, tell_filter },
  { "set-lanes", "lanes", ask_lanes, tell_lanes },
};

static void
update_state (PsgWindow *self,
              guint      subject)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), subjects[subject].name);
  g_autofree char *state = subjects[subject].tell (self);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state != NULL ? state : ""));
}

static void
session_notify_cb (PsgWindow  *self,
                   GParamSpec *pspec)
{
  gboolean collection = g_str_equal (pspec->name, "collection");

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (collection || g_str_equal (pspec->name, subjects[i].property))
      update_state (self, i);
}

/* Activation and a request to change the state mean the same. */
static void
subject_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const char *name = g_action_get_name (G_ACTION (action));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (name, subjects[i].name) &&
        !subjects[i].ask (self, g_variant_get_string (value, NULL), &error))
      psg_window_toast (self, error->message);
}

static void
add_subjects (PsgWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (subjects[i].name, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect (action, "activate", G_CALLBACK (subject_cb), self);
      g_signal_connect (action, "change-state", G_CALLBACK (subject_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
      update_state (self, i);
    }

  g_signal_connect_object (self->session, "notify",
                           G_CALLBACK (session_notify_cb), self, G_CONNECT_SWAPPED);
}

static void
file_chosen_cb (GFile   *file,
                gpointer user_data)
{
  g_autoptr (PsgWindow) self = PSG_WINDOW (user_data);

  if (file != NULL && self->session != NULL)
    psg_window_open_file (self, file, NULL);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  psg_file_chooser_open (GTK_WINDOW (user_data), _("Open Collection"),
                         _("Passages collections"), "*.passages",
                         file_chosen_cb, g_object_ref (user_data));
}

static void
open_bundled_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  psg_window_open_file (PSG_WINDOW (user_data), NULL, NULL);
}

static void
cancel_opening_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

/* The palette is made when it is first wanted. */
static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (psg_session_get_collection (self->session) == NULL)
    return;

  if (self->search == NULL)
    {
      self->search = psg_search_palette_new (self->session);
      gtk_widget_set_parent (self->search, GTK_WIDGET (self->toasts));
    }
  psg_search_palette_open (PSG_SEARCH_PALETTE (self->search));
}

static void
filter_list_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (self->list == NULL)
    return;

  psg_window_show_sidebar (self, TRUE);
  if (psg_window_shows_notes (self))
    psg_note_list_search (psg_window_get_note_list (self));
  else
    psg_event_list_focus_search (self->list);
}

static void
step_event_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-event");

  if (!psg_session_step_event (self->session, next ? 1 : -1))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
step_change_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-change");

  if (!psg_session_step_change (self->session, next ? 1 : -1))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
go_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "back"))
    psg_session_go_back (self->session);
  else
    psg_session_go_forward (self->session);
}

static void
show_all_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgCollection *collection = psg_session_get_collection (self->session);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* Of what one is at: on the map that is its crossings; a text has its usual size. */
  if (focus != NULL && (focus == self->map || gtk_widget_is_ancestor (focus, self->map)))
    {
      psg_map_view_reset (psg_window_get_map (self), TRUE);
      return;
    }
  if (psg_window_is_in_text (self))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), "text-normal", NULL);
      return;
    }

  psg_session_jump_to_span (self->session, &psg_collection_get_info (collection)->span);
}

static void
go_view_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "previous-view"))
    psg_session_go_previous_span (self->session);
  else
    psg_session_go_next_span (self->session);
}

static void
zoom_to_selection_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgTimeSpan span;

  if (psg_session_get_chosen_span (self->session, &span))
    psg_session_jump_to_span (self->session, &span);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
show_collection_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  psg_session_show_page (PSG_WINDOW (user_data)->session, PSG_KIND_NONE, NULL, NULL);
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autoptr (PsgFilter) empty = psg_filter_new_empty ();

  psg_session_set_filter (PSG_WINDOW (user_data)->session, empty, NULL);
}

static void
show_sidebar_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  psg_window_show_sidebar (PSG_WINDOW (user_data), g_variant_get_boolean (state));
}

/* GTK would make the shortcuts window with every window, if it were called as GTK
 * expects; it is wanted so seldom that it is made when asked for. */
static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (user_data);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (PSG_RESOURCE_PREFIX "/shell/psg-shortcuts.ui");

      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
show_legend_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  psg_timeline_view_show_legend (PSG_TIMELINE_VIEW (PSG_WINDOW (user_data)->timeline));
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open_cb },
  { .name = "open-bundled", .activate = open_bundled_cb },
  { .name = "cancel-opening", .activate = cancel_opening_cb },
  { .name = "search", .activate = search_cb },
  { .name = "filter-list", .activate = filter_list_cb },
  { .name = "next-event", .activate = step_event_cb },
  { .name = "previous-event", .activate = step_event_cb },
  { .name = "next-change", .activate = step_change_cb },
  { .name = "previous-change", .activate = step_change_cb },
  { .name = "back", .activate = go_cb },
  { .name = "forward", .activate = go_cb },
  { .name = "show-all", .activate = show_all_cb },
  { .name = "previous-view", .activate = go_view_cb },
  { .name = "next-view", .activate = go_view_cb },
  { .name = "zoom-to-selection", .activate = zoom_to_selection_cb },
  { .name = "show-collection", .activate = show_collection_cb },
  { .name = "clear-filter", .activate = clear_filter_cb },
  { .name = "show-legend", .activate = show_legend_cb },
  { .name = "show-shortcuts", .activate = show_shortcuts_cb },
  { .name = "show-sidebar", .state = "true", .change_state = show_sidebar_cb },
};

static void
bind_enabled (PsgWindow  *self,
              const char *property,
              const char *action)
{
  g_object_bind_property (self->session, property,
                          g_action_map_lookup_action (G_ACTION_MAP (self), action), "enabled",
                          G_BINDING_SYNC_CREATE);
}

/**
 * psg_window_add_actions:
 * @self: a window with its session
 */
void
psg_window_add_actions (PsgWindow *self)
{
  add_subjects (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  psg_window_add_go_to_actions (self);
  psg_window_add_link_actions (self);
  psg_window_add_map_actions (self);
  psg_window_add_paper_actions (self);
  psg_window_add_reading_actions (self);
  bind_enabled (self, "can-go-back", "back");
  bind_enabled (self, "can-go-forward", "forward");
  bind_enabled (self, "can-go-to-previous-span", "previous-view");
  bind_enabled (self, "can-go-to-next-span", "next-view");
}
