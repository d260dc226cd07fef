/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-card.h"

#include <glib/gi18n-lib.h>

#include "psg-deep-link.h"
#include "psg-mark.h"
#include "psg-note-colours.h"
#include "psg-note-draft.h"
#include "psg-note-subject.h"
#include "psg-note-tags.h"
#include "psg-palette.h"
#include "psg-rows.h"

/* A note in a card. What is changed in it goes through its draft, which writes it. */

/* The colour along its edge, in pixels. */
#define EDGE 4
/* Of the words it marks, in characters. */
#define MAX_QUOTE 280
/* Frames in which a page has not scrolled before it counts as at rest. */
#define FRAMES_AT_REST 3

struct _PsgNoteCard
{
  GtkWidget parent_instance;

  /* owned */
  PsgSession *session;
  PsgNoteDraft *draft;

  /* borrowed */
  GtkWidget *box;
  GtkTextBuffer *buffer;
  GtkWidget *text;
  GtkScrolledWindow *scroller;
  GtkWidget *placeholder;
  GtkWidget *colours;
  GtkWidget *status;
  GtkWidget *bookmark;
  PsgNoteTags *tags;
  GtkWidget *links;
  GtkLabel *time;
  gboolean showing; /* the widgets are given what the draft has */
  guint frames_at_rest; /* of the page around it, since it is to be shown whole */
  double last_value;
};

enum
{
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteCard, psg_note_card, GTK_TYPE_WIDGET)

static const PsgNote *
get_note (PsgNoteCard *self)
{
  return psg_note_draft_get_note (self->draft);
}

static char *
format_time (gint64 when)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when / G_TIME_SPAN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a date and a time, as g_date_time_format() has it: “26 Nov 2026, 14:05” */
  return local != NULL ? g_date_time_format (local, _("%e %b %Y, %H:%M")) : g_strdup ("");
}

static void
show_time (PsgNoteCard *self)
{
  g_autofree char *time = format_time (get_note (self)->modified);
  g_autofree char *trimmed = g_strdup (g_strstrip (time));

  gtk_label_set_label (self->time, psg_note_draft_is_new (self->draft) ? _("Not written yet") : trimmed);
}

/* Links of other schemes are for export alone. (nullable) */
static GtkWidget *
new_link_chip (PsgNoteCard *self,
               const char  *uri)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  const PsgNoteMark *other = psg_notes_find (psg_note_draft_get_notes (self->draft), uri);
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (uri, NULL);
  const char *title = NULL;
  GtkWidget *chip;

  if (other != NULL)
    {
      g_autofree char *page = g_strconcat ("note:", uri, NULL);

      return psg_chip_new (self->session, page, psg_mark_new_note (other->colour),
                           *other->title != '\0' ? other->title : _("Note without words"));
    }
  if (link == NULL)
    return NULL;

  if (collection != NULL && g_strcmp0 (link->collection, psg_collection_get_info (collection)->id) == 0)
    title = psg_collection_find_title (collection, link->kind, link->id);
  chip = gtk_button_new_with_label (title != NULL ? title : uri);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "app.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", uri);

  return chip;
}

/* A chip for each link that leads somewhere. */
static void
show_links (PsgNoteCard *self)
{
  GStrv links = get_note (self)->links;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->links)) != NULL)
    gtk_box_remove (GTK_BOX (self->links), child);
  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    {
      GtkWidget *chip = new_link_chip (self, links[i]);

      if (chip != NULL)
        gtk_box_append (GTK_BOX (self->links), chip);
    }
  gtk_widget_set_visible (self->links, links != NULL && links[0] != NULL);
}

static void
show_placeholder (PsgNoteCard *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
show_note (PsgNoteCard *self)
{
  const PsgNote *note = get_note (self);
  g_autofree char *title = psg_note_dup_title (note);
  /* Translators: %s is the first line of a note */
  g_autofree char *name = g_strdup_printf (_("Note: %s"), title);

  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, note->body, -1);
  psg_note_colours_set (self->colours, note->colour);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), note->status);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bookmark), note->bookmark);
  psg_note_tags_set (self->tags, (const char *const *) note->tags);
  self->showing = FALSE;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_placeholder (self);
  show_links (self);
  show_time (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draft_gone_cb (PsgNoteCard *self)
{
  g_signal_emit (self, signals[GONE], 0);
}

static void
text_changed_cb (PsgNoteCard *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  show_placeholder (self);
  if (self->showing)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  psg_note_draft_set_body (self->draft, text);
}

static void
focus_left_cb (PsgNoteCard *self)
{
  psg_note_draft_flush (self->draft);
  show_links (self);
}

static void
colour_chosen_cb (PsgNoteColour colour,
                  gpointer      user_data)
{
  PsgNoteCard *self = PSG_NOTE_CARD (user_data);

  psg_note_draft_set_colour (self->draft, colour);
  psg_note_colours_set (self->colours, colour);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
status_changed_cb (PsgNoteCard *self)
{
  if (self->showing)
    return;

  psg_note_draft_set_status (self->draft, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status)));
}

static void
show_bookmark (PsgNoteCard *self)
{
  gboolean on = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->bookmark));

  gtk_button_set_icon_name (GTK_BUTTON (self->bookmark), on ? "starred-symbolic" : "non-starred-symbolic");
}

static void
bookmark_toggled_cb (PsgNoteCard *self)
{
  show_bookmark (self);
  if (self->showing)
    return;

  psg_note_draft_set_bookmark (self->draft, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->bookmark)));
}

static void
tags_edited_cb (PsgNoteCard *self,
                GStrv        tags)
{
  psg_note_draft_set_tags (self->draft, (const char *const *) tags);
}

/* A note that was never written only goes from view; others go to the bin, which can be undone. */
static void
delete_clicked_cb (PsgNoteCard *self)
{
  psg_note_draft_flush (self->draft);
  if (psg_note_draft_is_new (self->draft))
    g_signal_emit (self, signals[GONE], 0);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-note", "s", psg_note_card_get_id (self));
}

static void
add_quote (PsgNoteCard *self)
{
  const PsgNote *note = get_note (self);
  g_autofree char *quote = NULL;
  g_autofree char *link = NULL;
  GtkWidget *label;

  if (note->target.exact == NULL)
    return;

  if (g_utf8_strlen (note->target.exact, -1) > MAX_QUOTE)
    {
      g_autofree char *cut = g_utf8_substring (note->target.exact, 0, MAX_QUOTE);
      g_autofree char *words = g_strconcat (cut, "…", NULL);

      quote = g_strdup_printf (_("“%s”"), words);
    }
  else
    quote = g_strdup_printf (_("“%s”"), note->target.exact);
  label = psg_label_new (quote, "note-quote");
  link = psg_note_dup_subject_link (note, psg_session_get_collection (self->session));
  if (link != NULL)
    {
      label = psg_follow_button_new (self->session, link, label);
      gtk_widget_add_css_class (label, "flat");
    }
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_text (PsgNoteCard *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  /* Steps are undone for all notes together. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->text), 2);
  gtk_widget_add_css_class (self->text, "note-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);

  self->placeholder = gtk_label_new (_("Write a note…"));
  gtk_widget_set_halign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "note-placeholder");

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_child (self->scroller, self->text);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->scroller));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_box_append (GTK_BOX (self->box), overlay);

  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->text, focus);
}

static void
status_setup_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
status_bind_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

/* The button gives way where there is no room: words of other languages are longer. Its list does not. */
static void
let_narrow (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (status_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (status_bind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
add_tools (PsgNoteCard *self)
{
  const char *statuses[PSG_NOTE_N_STATUSES + 1] = { NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->colours = psg_note_colours_new (colour_chosen_cb, self);
  for (guint i = 0; i < PSG_NOTE_N_STATUSES; i++)
    statuses[i] = psg_note_status_get_label (i);
  self->status = gtk_drop_down_new_from_strings (statuses);
  let_narrow (GTK_DROP_DOWN (self->status));
  gtk_widget_add_css_class (self->status, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status"), -1);

  self->bookmark = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->bookmark, "flat");
  gtk_widget_set_tooltip_text (self->bookmark, _("Bookmark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bookmark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bookmark"), -1);
  show_bookmark (self);

  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_set_tooltip_text (delete, _("Delete Note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete Note"), -1);

  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->time, TRUE);
  gtk_label_set_justify (self->time, GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (self->time, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->time), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "note-time");

  gtk_widget_add_css_class (line, "note-tools");
  gtk_box_append (GTK_BOX (line), self->colours);
  gtk_box_append (GTK_BOX (line), self->bookmark);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (line), delete);
  gtk_box_append (GTK_BOX (self->box), line);

  g_signal_connect_swapped (self->status, "notify::selected", G_CALLBACK (status_changed_cb), self);
  g_signal_connect_swapped (self->bookmark, "toggled", G_CALLBACK (bookmark_toggled_cb), self);
  g_signal_connect_swapped (delete, "clicked", G_CALLBACK (delete_clicked_cb), self);
}

static void
psg_note_card_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PsgNoteCard *self = PSG_NOTE_CARD (widget);
  PsgNoteColour colour = get_note (self)->colour;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA rgba;

  if (colour != PSG_NOTE_NO_COLOUR)
    {
      psg_palette_get_note (psg_palette_get_scheme (), colour, &rgba);
      gtk_snapshot_append_color (snapshot, &rgba,
                                 &GRAPHENE_RECT_INIT (rtl ? width - EDGE : 0, 0, EDGE, height));
    }

  GTK_WIDGET_CLASS (psg_note_card_parent_class)->snapshot (widget, snapshot);
}

static void
psg_note_card_dispose (GObject *object)
{
  PsgNoteCard *self = PSG_NOTE_CARD (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->draft != NULL)
    psg_note_draft_flush (self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_note_card_parent_class)->dispose (object);
}

static void
psg_note_card_class_init (PsgNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_note_card_dispose;
  widget_class->snapshot = psg_note_card_snapshot;

  gtk_widget_class_set_css_name (widget_class, "notecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[GONE] = g_signal_new ("gone", PSG_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_note_card_init (PsgNoteCard *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_note_card_new:
 * @session: a session with notes
 * @note: the note
 * @is_new: whether it is not among the notes yet
 *
 * Returns: (transfer floating): a card to work on it in
 */
GtkWidget *
psg_note_card_new (PsgSession    *session,
                   const PsgNote *note,
                   gboolean       is_new)
{
  PsgNoteCard *self = g_object_new (PSG_TYPE_NOTE_CARD, NULL);
  PsgNotes *notes = psg_session_get_notes (session);
  gboolean editable = !psg_notes_is_read_only (notes);

  self->session = g_object_ref (session);
  self->draft = psg_note_draft_new (notes, note, is_new);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  add_quote (self);
  add_text (self);
  self->tags = PSG_NOTE_TAGS (psg_note_tags_new (notes));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tags));
  self->links = psg_chip_box_new ();
  gtk_widget_add_css_class (self->links, "note-links");
  gtk_box_append (GTK_BOX (self->box), self->links);
  add_tools (self);
  g_signal_connect_swapped (self->tags, "edited", G_CALLBACK (tags_edited_cb), self);
  g_signal_connect_swapped (self->draft, "written", G_CALLBACK (show_time), self);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (show_note), self);
  g_signal_connect_swapped (self->draft, "gone", G_CALLBACK (draft_gone_cb), self);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), editable);
  psg_note_tags_set_editable (self->tags, editable);
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (self->colours)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, editable);
  show_note (self);

  return GTK_WIDGET (self);
}

const char *
psg_note_card_get_id (PsgNoteCard *self)
{
  return get_note (self)->id;
}

/* Beyond @height, in pixels, its text scrolls; as it is, the card grows with it. */
void
psg_note_card_set_max_text_height (PsgNoteCard *self,
                                   int          height)
{
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (self->scroller, height);
}

/* The focus brings its text into sight, in a movement; when that has come to rest, its tools follow. */
static gboolean
show_whole_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  PsgNoteCard *self = PSG_NOTE_CARD (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double value;

  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  value = gtk_adjustment_get_value (adjustment);
  self->frames_at_rest = value == self->last_value && bounds.size.height > 1 ? self->frames_at_rest + 1 : 0;
  self->last_value = value;
  if (self->frames_at_rest < FRAMES_AT_REST)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_clamp_page (adjustment, value + bounds.origin.y, value + bounds.origin.y + bounds.size.height);

  return G_SOURCE_REMOVE;
}

/* Puts the caret into its text, and all of it in sight if there is room. */
void
psg_note_card_begin (PsgNoteCard *self)
{
  gtk_widget_grab_focus (self->text);
  self->frames_at_rest = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_whole_cb, NULL, NULL);
}
