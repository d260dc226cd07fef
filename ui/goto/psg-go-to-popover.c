/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-go-to-popover.h"

#include <glib/gi18n.h>

#include "psg-destination.h"

/*
 * A line to type a date into and two below it that answer. What is typed is understood in
 * psg-date-words.c, and where it leads is decided in psg-destination.c; nothing is
 * changed before Enter.
 */

#define WIDTH_CHARS 40

struct _PsgGoToPopover
{
  GtkPopover parent_instance;

  /* owned */
  PsgSession *session;
  PsgDateNames *names;
  PsgDestination *destination; /* NULL while nothing is understood */

  GtkWidget *focus; /* where the focus was; weak */

  /* children */
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *words;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (PsgGoToPopover, psg_go_to_popover, GTK_TYPE_POPOVER)

static void
set_focus_widget (PsgGoToPopover *self,
                  GtkWidget      *focus)
{
  if (self->focus != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->focus), (gpointer *) &self->focus);
  self->focus = focus;
  if (self->focus != NULL)
    g_object_add_weak_pointer (G_OBJECT (self->focus), (gpointer *) &self->focus);
}

/* What stands below the entry is also what it is described by, so that a screen reader
 * says it without leaving the entry. */
static void
answer (PsgGoToPopover *self,
        const char     *words,
        const char     *hint)
{
  g_autofree char *both = hint != NULL ? g_strdup_printf ("%s. %s", words, hint) : g_strdup (words);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

/* What to type instead. Where the calendar has no such day, nobody needs to be told. */
static const char *
get_advice (const GError *error)
{
  if (error != NULL && error->code != PSG_DATE_WORDS_ERROR_UNKNOWN)
    return NULL;

  /* Translators: what may be typed; write the dates as your language does */
  return _("Try “18 August 2023”, “Aug 2023” or “summer 2023”");
}

static void
understand (PsgGoToPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->destination, psg_destination_free);
  if (psg_session_get_collection (self->session) != NULL)
    self->destination = psg_destination_new (self->session, self->names, psg_destination_get_today (), text, &error);

  if (self->destination != NULL)
    answer (self, self->destination->words, self->destination->hint);
  else if (error == NULL || g_error_matches (error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_EMPTY))
    answer (self, _("A day, a month, a season or a year"), get_advice (NULL));
  else
    answer (self, error->message, get_advice (error));

  gtk_widget_set_sensitive (self->button, self->destination != NULL);
}

/* Callbacks */

/* While a date is being typed most of it is no date yet: that is no mistake, and only
 * asking to go there makes it one. */
static void
text_changed_cb (PsgGoToPopover *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  understand (self);
}

static void
go_cb (PsgGoToPopover *self)
{
  g_autoptr (PsgDestination) destination = g_steal_pointer (&self->destination);

  if (destination == NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_widget_error_bell (self->entry);
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  psg_destination_go (destination, self->session);
}

static void
psg_go_to_popover_closed (GtkPopover *popover)
{
  PsgGoToPopover *self = PSG_GO_TO_POPOVER (popover);

  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  set_focus_widget (self, NULL);
}

/* Object */

static void
psg_go_to_popover_dispose (GObject *object)
{
  PsgGoToPopover *self = PSG_GO_TO_POPOVER (object);

  set_focus_widget (self, NULL);
  g_clear_pointer (&self->destination, psg_destination_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_go_to_popover_parent_class)->dispose (object);
}

static void
psg_go_to_popover_finalize (GObject *object)
{
  PsgGoToPopover *self = PSG_GO_TO_POPOVER (object);

  g_clear_pointer (&self->names, psg_date_names_free);

  G_OBJECT_CLASS (psg_go_to_popover_parent_class)->finalize (object);
}

static void
psg_go_to_popover_class_init (PsgGoToPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_go_to_popover_dispose;
  object_class->finalize = psg_go_to_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = psg_go_to_popover_closed;
}

static GtkWidget *
new_answer (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* The same however much is said: what jumps about while one types is in the way. */
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_line (PsgGoToPopover *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->button);

  return line;
}

static void
psg_go_to_popover_init (PsgGoToPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->names = psg_date_names_new_for_locale ();
  self->entry = gtk_entry_new ();
  self->button = gtk_button_new_with_mnemonic (_("_Go"));
  self->words = new_answer ("go-to-words");
  self->hint = new_answer ("go-to-hint");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Go to date"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Go to date"), -1);

  gtk_widget_add_css_class (GTK_WIDGET (self), "go-to");
  gtk_box_append (GTK_BOX (box), new_line (self));
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_TOP);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (go_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (go_cb), self);
}

/**
 * psg_go_to_popover_new:
 * @session: where to go
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
psg_go_to_popover_new (PsgSession *session)
{
  PsgGoToPopover *self = g_object_new (PSG_TYPE_GO_TO_POPOVER, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * psg_go_to_popover_open:
 * @self: a popover with a parent
 * @area: what to point to, in the parent's coordinates
 *
 * Shows the playhead's day, to be typed over.
 */
void
psg_go_to_popover_open (PsgGoToPopover     *self,
                        const GdkRectangle *area)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *day = NULL;

  g_return_if_fail (PSG_IS_GO_TO_POPOVER (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && root != NULL)
    set_focus_widget (self, gtk_root_get_focus (root));

  day = psg_day_format_long (psg_session_get_playhead (self->session));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day);
  text_changed_cb (self);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
