/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "psg-date-names.h"
#include "psg-date-words.h"
#include "psg-destination.h"
#include "psg-event-sources.h"
#include "psg-explained-entry.h"
#include "psg-follow.h"
#include "psg-note-draft.h"
#include "psg-own-place.h"
#include "psg-rows.h"

/* What an own event is edited by: a line for each of its members. All that is written goes through a draft. */

struct _PsgEventEditor
{
  GtkBox parent_instance;

  /* owned */
  PsgSession *session;
  PsgNoteDraft *draft;
  PsgDateNames *names;
  GPtrArray *checks; /* GtkCheckButton: of crossings, in their order */

  /* borrowed */
  PsgExplainedEntry *title;
  PsgExplainedEntry *date;
  PsgExplainedEntry *place;
  GtkWidget *lane;
  GtkWidget *crossings;
  GtkTextBuffer *text;
  GtkWidget *text_view;
  PsgEventSources *sources;
  gboolean showing;

  /* Where it was, while its place is being written over. */
  gboolean had_place;
  double latitude;
  double longitude;
};

enum
{
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgEventEditor, psg_event_editor, GTK_TYPE_BOX)

static const PsgNote *
get_note (PsgEventEditor *self)
{
  return psg_note_draft_get_note (self->draft);
}

static PsgCollection *
get_collection (PsgEventEditor *self)
{
  return psg_session_get_collection (self->session);
}

/* What is understood */

/* (nullable) (transfer full): EDTF as it is, or a date in words. */
static PsgEdtf *
read_date (PsgEventEditor *self,
           PsgDateOrder   *order,
           GError        **error)
{
  PsgDateContext context = { .names = self->names, .today = psg_destination_get_today () };
  const char *text = psg_explained_entry_get_text (self->date);
  PsgEdtf *date = psg_edtf_parse (text, NULL);

  *order = PSG_DATE_ORDER_CLEAR;
  if (date != NULL)
    return date;

  psg_day_to_ymd (psg_session_get_playhead (self->session), &context.year, NULL, NULL);
  context.year = CLAMP (context.year, 1, 9999);

  return psg_date_words_parse (text, &context, order, error);
}

/* Whether a date can be seen on the timeline. */
static gboolean
is_within (PsgEventEditor *self,
           const PsgEdtf  *date)
{
  const PsgTimeSpan *span = &psg_collection_get_info (get_collection (self))->span;

  return psg_edtf_may_overlap (date, psg_day_from_minutes (span->start), psg_day_from_minutes (span->end - 1));
}

static char *
describe_date (PsgEventEditor *self,
               const PsgEdtf  *date,
               PsgDateOrder    order)
{
  g_autofree char *words = psg_date_words_describe (date, order);
  g_autofree char *certainty = psg_edtf_describe_certainty (date);
  GString *all = g_string_new (words);

  if (certainty != NULL)
    g_string_append_printf (all, " · %s", certainty);
  g_string_append_printf (all, " · EDTF %s", psg_edtf_get_text (date));
  if (!is_within (self, date))
    g_string_append_printf (all, "\n%s", _("This is outside of the collection’s time: it will not be in sight."));

  return g_string_free (all, FALSE);
}

/* Returns: whether there is a date to be kept */
static gboolean
take_date (PsgEventEditor *self,
           PsgOwnEvent    *event)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  PsgDateOrder order;
  g_autoptr (PsgEdtf) date = read_date (self, &order, &error);

  if (date == NULL)
    {
      words = g_strdup_printf ("%s\n%s", error->message,
                               _("Try “18 Aug 2023”, “summer 2023”, or EDTF such as 2023-08~ or 2023-05/2023-08"));
      psg_explained_entry_explain (self->date, words, TRUE);
      return FALSE;
    }

  words = describe_date (self, date, order);
  psg_explained_entry_explain (self->date, words, FALSE);
  g_free (event->date);
  event->date = g_strdup (psg_edtf_get_text (date));

  return TRUE;
}

static void
remember_place (PsgEventEditor *self,
                gboolean        has_place,
                double          latitude,
                double          longitude)
{
  self->had_place = has_place;
  self->latitude = latitude;
  self->longitude = longitude;
}

/* Gives it the place that is remembered. */
static void
set_place (PsgEventEditor *self,
           PsgOwnEvent    *event,
           const char     *name,
           double         *latitude,
           double         *longitude)
{
  event->has_place = TRUE;
  g_free (event->place);
  event->place = g_strdup (name);
  *latitude = self->latitude;
  *longitude = self->longitude;
}

/* Where it is, in words; with the name it was given. */
static void
explain_place (PsgEventEditor    *self,
               const PsgOwnEvent *event,
               double             latitude,
               double             longitude)
{
  g_autofree char *position = event->has_place ? psg_position_format (latitude, longitude) : NULL;
  g_autofree char *words = NULL;

  if (position == NULL)
    words = g_strdup (_("Coordinates, the name of a crossing or a place, or a point picked on the map"));
  else if (event->place != NULL)
    words = g_strdup_printf ("%s · %s", position, event->place);
  else
    words = g_strdup (position);
  psg_explained_entry_explain (self->place, words, FALSE);
}

/* A name that nothing has is that of the place there is already. Returns: whether there is something to be kept */
static gboolean
take_place (PsgEventEditor *self,
            PsgOwnEvent    *event,
            double         *latitude,
            double         *longitude)
{
  g_autofree char *text = g_strstrip (g_strdup (psg_explained_entry_get_text (self->place)));
  g_autofree char *suggested = NULL;
  g_autofree char *words = NULL;
  PsgOwnPlace place;

  if (*text == '\0')
    {
      event->has_place = FALSE;
      g_clear_pointer (&event->place, g_free);
      *latitude = *longitude = 0;
    }
  else if (psg_own_place_read (get_collection (self), text, &place))
    {
      remember_place (self, TRUE, place.latitude, place.longitude);
      set_place (self, event, place.name, latitude, longitude);
      g_free (place.name);
    }
  else if (self->had_place)
    set_place (self, event, text, latitude, longitude);
  else
    {
      suggested = psg_own_place_suggest (get_collection (self), text);
      words = suggested != NULL
                /* Translators: %s is a list of names of places */
                ? g_strdup_printf (_("There are: %s. Enter takes the first."), suggested)
                : g_strdup (_("No crossing or place is called so. Type coordinates, or pick the place on the map."));
      psg_explained_entry_explain (self->place, words, suggested == NULL);
      return FALSE;
    }

  explain_place (self, event, *latitude, *longitude);

  return TRUE;
}

static void
take_crossings (PsgEventEditor *self,
                PsgOwnEvent    *event)
{
  GPtrArray *crossings = psg_collection_get_crossings (get_collection (self));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len && i < crossings->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (ids, ((const PsgCrossing *) g_ptr_array_index (crossings, i))->id);

  g_strfreev (event->crossings);
  event->crossings = g_strv_builder_end (ids);
}

static void
take_lane (PsgEventEditor *self,
           PsgOwnEvent    *event)
{
  GPtrArray *lanes = psg_collection_get_lanes (get_collection (self));
  guint lane = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->lane));

  if (lane >= lanes->len)
    return;

  g_free (event->lane);
  event->lane = g_strdup (((const PsgLane *) g_ptr_array_index (lanes, lane))->id);
}

static char *
get_body (PsgEventEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);

  return gtk_text_buffer_get_text (self->text, &start, &end, FALSE);
}

/* Everything that is understood is kept; what is not stays as it was last. */
static void
take_all (PsgEventEditor *self)
{
  g_autoptr (PsgOwnEvent) event = NULL;
  g_autofree char *body = NULL;
  double latitude, longitude;

  if (self->showing || get_collection (self) == NULL)
    return;

  event = psg_own_event_copy (get_note (self)->event);
  latitude = get_note (self)->target.latitude;
  longitude = get_note (self)->target.longitude;
  g_free (event->title);
  event->title = g_strdup (psg_explained_entry_get_text (self->title));
  take_date (self, event);
  take_place (self, event, &latitude, &longitude);
  take_lane (self, event);
  take_crossings (self, event);
  g_clear_pointer (&event->sources, g_ptr_array_unref);
  psg_event_sources_take (self->sources, event);
  psg_note_draft_set_event (self->draft, event, latitude, longitude, get_collection (self));
  body = get_body (self);
  psg_note_draft_set_body (self->draft, body);
}

/* What is shown */

static void
show_crossings_label (PsgEventEditor *self)
{
  GPtrArray *crossings = psg_collection_get_crossings (get_collection (self));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              psg_text_get (((const PsgCrossing *) g_ptr_array_index (crossings, i))->short_name));
  /* Translators: no border crossings */
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (self->crossings))),
                      names->len > 0 ? names->str : _("None"));
}

static void
show_place (PsgEventEditor *self)
{
  const PsgNote *note = get_note (self);
  g_autofree char *position = psg_position_format (note->target.latitude, note->target.longitude);
  const char *text = !note->event->has_place ? "" : note->event->place != NULL ? note->event->place : position;

  remember_place (self, note->event->has_place, note->target.latitude, note->target.longitude);
  psg_explained_entry_set_text (self->place, text);
  explain_place (self, note->event, note->target.latitude, note->target.longitude);
}

static guint
find_lane (GPtrArray  *lanes,
           const char *id)
{
  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (((const PsgLane *) g_ptr_array_index (lanes, i))->id, id) == 0)
      return i;

  return 0;
}

static void
show_note (PsgEventEditor *self)
{
  const PsgNote *note = get_note (self);
  GPtrArray *crossings = psg_collection_get_crossings (get_collection (self));
  g_autofree char *body = get_body (self);
  g_autoptr (PsgEdtf) date = psg_edtf_parse (note->event->date, NULL);
  g_autofree char *words = describe_date (self, date, PSG_DATE_ORDER_CLEAR);

  self->showing = TRUE;
  psg_explained_entry_set_text (self->title, note->event->title);
  psg_explained_entry_set_text (self->date, note->event->date);
  psg_explained_entry_explain (self->date, words, FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->lane),
                              find_lane (psg_collection_get_lanes (get_collection (self)), note->event->lane));
  show_place (self);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), note->event->crossings != NULL
      && g_strv_contains ((const char *const *) note->event->crossings,
                          ((const PsgCrossing *) g_ptr_array_index (crossings, i))->id));
  show_crossings_label (self);
  if (!g_str_equal (body, note->body))
    gtk_text_buffer_set_text (self->text, note->body, -1);
  psg_event_sources_set (self->sources, note->event);
  self->showing = FALSE;
}

/* Callbacks */

static void
draft_gone_cb (PsgEventEditor *self)
{
  g_signal_emit (self, signals[GONE], 0);
}

static void
left_cb (PsgEventEditor *self)
{
  if (*psg_explained_entry_get_text (self->place) == '\0')
    remember_place (self, FALSE, 0, 0);
  psg_note_draft_flush (self->draft);
}

static void
crossing_toggled_cb (PsgEventEditor *self)
{
  take_all (self);
  if (!self->showing)
    show_crossings_label (self);
}

/* Enter takes the first of the names that begin so. */
static void
place_activated_cb (PsgEventEditor *self)
{
  g_autofree char *suggested = NULL;
  const char *text = psg_explained_entry_get_text (self->place);
  PsgOwnPlace place;
  char *comma;

  if (*text == '\0' || psg_own_place_read (get_collection (self), text, &place))
    return;

  suggested = psg_own_place_suggest (get_collection (self), text);
  if (suggested == NULL)
    return;
  comma = strchr (suggested, ',');
  if (comma != NULL)
    *comma = '\0';
  psg_explained_entry_set_text (self->place, suggested);
  take_all (self);
}

static void
pick_cb (PsgEventEditor *self)
{
  psg_note_draft_flush (self->draft);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.pick-place", "s", get_note (self)->id);
}

static void
done_cb (PsgEventEditor *self)
{
  g_autofree char *id = psg_own_event_dup_id (get_note (self)->id);
  g_autofree char *link = g_strconcat ("event:", id, NULL);

  psg_note_draft_flush (self->draft);
  psg_follow (GTK_WIDGET (self), self->session, link);
}

static void
delete_cb (PsgEventEditor *self)
{
  psg_note_draft_flush (self->draft);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-note", "s", get_note (self)->id);
}

/* Making */

static PsgExplainedEntry *
add_line (PsgEventEditor *self,
          const char     *label)
{
  GtkWidget *entry = psg_explained_entry_new (label);

  g_signal_connect_object (entry, "changed", G_CALLBACK (take_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), entry);

  return PSG_EXPLAINED_ENTRY (entry);
}

static void
add_named (PsgEventEditor *self,
           const char     *label,
           GtkWidget      *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "page-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), control);
  gtk_box_append (GTK_BOX (self), box);
}

static void
add_lane (PsgEventEditor *self)
{
  GPtrArray *lanes = psg_collection_get_lanes (get_collection (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < lanes->len; i++)
    g_ptr_array_add (names, (char *) psg_text_get (((const PsgLane *) g_ptr_array_index (lanes, i))->name));
  g_ptr_array_add (names, NULL);
  self->lane = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  g_signal_connect_object (self->lane, "notify::selected", G_CALLBACK (take_all), self, G_CONNECT_SWAPPED);
  /* Translators: a row of the timeline */
  add_named (self, _("Lane"), self->lane);
}

static void
add_place (PsgEventEditor *self)
{
  GtkWidget *pick = gtk_button_new_from_icon_name ("find-location-symbolic");

  self->place = add_line (self, _("Place"));
  gtk_widget_set_tooltip_text (pick, _("Pick on the Map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick on the Map"), -1);
  g_signal_connect_swapped (pick, "clicked", G_CALLBACK (pick_cb), self);
  g_signal_connect_object (self->place, "activate", G_CALLBACK (place_activated_cb), self, G_CONNECT_SWAPPED);
  psg_explained_entry_add (self->place, pick);
}

static void
add_crossings (PsgEventEditor *self)
{
  GPtrArray *crossings = psg_collection_get_crossings (get_collection (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL);

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      GtkWidget *check = gtk_check_button_new_with_label (psg_text_get (crossing->short_name));

      g_signal_connect_object (check, "toggled", G_CALLBACK (crossing_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
      g_ptr_array_add (self->checks, check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  self->crossings = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->crossings), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->crossings), popover);
  gtk_widget_set_sensitive (self->crossings, crossings->len > 0);
  add_named (self, _("Crossings"), self->crossings);
}

static void
add_text (PsgEventEditor *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  self->text_view = gtk_text_view_new ();
  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  /* Steps are undone for all notes together. */
  gtk_text_buffer_set_enable_undo (self->text, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text_view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text_view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text_view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text_view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text_view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text_view), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 96);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->text_view);
  gtk_widget_add_css_class (frame, "event-text");
  g_signal_connect_object (self->text, "changed", G_CALLBACK (take_all), self, G_CONNECT_SWAPPED);
  add_named (self, _("What happened (Markdown)"), frame);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What happened (Markdown)"), -1);
}

static void
add_foot (PsgEventEditor *self)
{
  GtkWidget *line = psg_chip_box_new ();
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Show Event"));
  GtkWidget *drop = gtk_button_new_with_mnemonic (_("_Delete"));
  GtkWidget *hint = gtk_label_new (_("Kept as you type"));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "row-subtitle");
  gtk_widget_add_css_class (drop, "destructive-action");
  g_signal_connect_swapped (done, "clicked", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (drop, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (self), hint);
  gtk_box_append (GTK_BOX (line), drop);
  gtk_box_append (GTK_BOX (line), done);
  gtk_box_append (GTK_BOX (self), line);
}

static void
psg_event_editor_dispose (GObject *object)
{
  PsgEventEditor *self = PSG_EVENT_EDITOR (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_event_editor_parent_class)->dispose (object);
}

static void
psg_event_editor_finalize (GObject *object)
{
  PsgEventEditor *self = PSG_EVENT_EDITOR (object);

  psg_date_names_free (self->names);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (psg_event_editor_parent_class)->finalize (object);
}

static void
psg_event_editor_class_init (PsgEventEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_event_editor_dispose;
  object_class->finalize = psg_event_editor_finalize;
  signals[GONE] = g_signal_new ("gone", PSG_TYPE_EVENT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
psg_event_editor_init (PsgEventEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->names = psg_date_names_new_for_locale ();
  self->checks = g_ptr_array_new ();
}

/**
 * psg_event_editor_new:
 * @session: a session with the collection the event belongs to
 * @note: an own event
 *
 * Returns: (transfer floating): an editor of it
 */
GtkWidget *
psg_event_editor_new (PsgSession    *session,
                      const PsgNote *note)
{
  PsgEventEditor *self = g_object_new (PSG_TYPE_EVENT_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->draft = psg_note_draft_new (psg_session_get_notes (session), note, FALSE);
  self->showing = TRUE;
  self->title = add_line (self, _("Title"));
  self->date = add_line (self, _("Date"));
  add_lane (self);
  add_place (self);
  add_crossings (self);
  add_text (self);
  self->sources = PSG_EVENT_SOURCES (psg_event_sources_new ());
  g_signal_connect_object (self->sources, "changed", G_CALLBACK (take_all), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sources));
  add_foot (self);
  show_note (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !psg_notes_is_read_only (psg_session_get_notes (session)));
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "gone", G_CALLBACK (draft_gone_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Puts the caret into the title. */
void
psg_event_editor_begin (PsgEventEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
