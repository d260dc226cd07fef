/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-entry.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * What is typed is understood in psg-date-words.c, and where it leads is decided in
 * psg-destination.c; nothing is changed before Enter, and then by whoever listens.
 */

#define WIDTH_CHARS 40

struct _PsgDateEntry
{
  GtkWidget parent_instance;

  /* owned */
  PsgSession *session;
  PsgDateNames *names;
  PsgDestination *destination; /* NULL while nothing is understood */

  /* children */
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *words;
  GtkWidget *hint;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgDateEntry, psg_date_entry, GTK_TYPE_WIDGET)

/* What stands below the entry is also what it is described by, so that a screen reader
 * says it without leaving the entry. */
static void
answer (PsgDateEntry *self,
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
understand (PsgDateEntry *self)
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
text_changed_cb (PsgDateEntry *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  understand (self);
}

/* On X11, who gives up the primary selection and takes it again at once is told that it is
 * lost, and nothing is selected then. So it is given up when the entry is left, and what
 * stands there is changed before it is shown, when all of it is selected. */
static void
unmapped_cb (PsgDateEntry *self)
{
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, 0);
}

static void
choose_cb (PsgDateEntry *self)
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

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, destination);
}

/* Object */

static gboolean
psg_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PSG_DATE_ENTRY (widget)->entry);
}

/* A popover asks how high it is with more width than it gives (GTK 4.8 forgets its shadow): the last
 * line would be cut. */
static void
psg_date_entry_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PsgDateEntry *self = PSG_DATE_ENTRY (widget);
  int width;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      for_size = MIN (for_size, width);
    }

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
psg_date_entry_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  gtk_widget_allocate (PSG_DATE_ENTRY (widget)->box, width, height, baseline, NULL);
}

static GtkSizeRequestMode
psg_date_entry_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
psg_date_entry_dispose (GObject *object)
{
  PsgDateEntry *self = PSG_DATE_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->destination, psg_destination_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_date_entry_parent_class)->dispose (object);
}

static void
psg_date_entry_finalize (GObject *object)
{
  PsgDateEntry *self = PSG_DATE_ENTRY (object);

  g_clear_pointer (&self->names, psg_date_names_free);

  G_OBJECT_CLASS (psg_date_entry_parent_class)->finalize (object);
}

static void
psg_date_entry_class_init (PsgDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_date_entry_dispose;
  object_class->finalize = psg_date_entry_finalize;
  widget_class->grab_focus = psg_date_entry_grab_focus;
  widget_class->measure = psg_date_entry_measure;
  widget_class->size_allocate = psg_date_entry_size_allocate;
  widget_class->get_request_mode = psg_date_entry_get_request_mode;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "dateentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
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

static void
psg_date_entry_init (PsgDateEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->names = psg_date_names_new_for_locale ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = gtk_entry_new ();
  self->button = gtk_button_new ();
  self->words = new_answer ("date-words");
  self->hint = new_answer ("date-hint");

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->entry, "unmap", G_CALLBACK (unmapped_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (choose_cb), self);
}

/**
 * psg_date_entry_new:
 * @session: whose collection dates are looked for in
 * @label: what the date is for, for assistive tools
 * @button: what the button says, with its mnemonic
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
psg_date_entry_new (PsgSession *session,
                    const char *label,
                    const char *button)
{
  PsgDateEntry *self = g_object_new (PSG_TYPE_DATE_ENTRY, NULL);

  self->session = g_object_ref (session);
  gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * psg_date_entry_set_day:
 * @self: an entry
 * @day: what stands there, to be typed over
 *
 * For an entry that is about to be shown.
 */
void
psg_date_entry_set_day (PsgDateEntry *self,
                        PsgDay        day)
{
  g_autofree char *text = psg_day_format_long (day);

  g_return_if_fail (PSG_IS_DATE_ENTRY (self));

  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  text_changed_cb (self);
}

/**
 * psg_date_entry_begin:
 * @self: an entry that can be seen
 *
 * Has all that stands there typed over.
 */
void
psg_date_entry_begin (PsgDateEntry *self)
{
  g_return_if_fail (PSG_IS_DATE_ENTRY (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
