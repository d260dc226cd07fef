/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-passage-bar.h"

#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-line-layout.h"
#include "psg-record-rows.h"

/* The bar over a document that says what one reads it for. It follows the session, and asks it for
 * every step. */

struct _PsgPassageBar
{
  AdwBin parent_instance;

  /* owned */
  PsgSession *session;
  GPtrArray *passages; /* (nullable): those that bear on what is chosen */

  /* borrowed */
  GtkWidget *subject;
  GtkWidget *subject_label;
  GtkWidget *position;
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (PsgPassageBar, psg_passage_bar, ADW_TYPE_BIN)

static const char *
get_subject (PsgPassageBar *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  guint row = psg_session_get_event (self->session);
  const PsgCrossing *crossing;

  if (row != PSG_ROW_NONE)
    return psg_event_table_get_title (psg_collection_get_events (collection), row);

  crossing = psg_collection_find_crossing (collection, psg_session_get_crossing (self->session));

  return crossing != NULL ? psg_text_get (crossing->name) : "";
}

static char *
describe_position (PsgPassageBar *self,
                   int            shown)
{
  guint n = self->passages->len;
  const PsgPassage *passage;

  if (shown < 0)
    return g_strdup_printf (ngettext ("%u passage on this", "%u passages on this", n), n);

  passage = g_ptr_array_index (self->passages, (guint) shown);

  /* Translators: the number of the passage that is shown, how many there are, and the title of its document */
  return g_strdup_printf (_("Passage %u of %u · %s"), (guint) shown + 1, n,
                          psg_get_document_title (self->session, passage->document));
}

static void
page_changed_cb (PsgPassageBar *self)
{
  int shown = self->passages != NULL ? psg_session_find_passage (self->session, self->passages) : -1;
  gboolean elsewhere = self->passages != NULL && (shown < 0 || self->passages->len > 1);
  g_autofree char *position = NULL;

  if (self->passages == NULL)
    return;

  position = describe_position (self, shown);
  gtk_label_set_text (GTK_LABEL (self->position), position);
  gtk_widget_set_tooltip_text (self->position, position);
  gtk_widget_set_sensitive (self->previous, elsewhere);
  gtk_widget_set_sensitive (self->next, elsewhere);
}

static void
chosen_changed_cb (PsgPassageBar *self)
{
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  self->passages = psg_session_load_passages (self->session, NULL);
  if (self->passages != NULL && self->passages->len == 0)
    g_clear_pointer (&self->passages, g_ptr_array_unref);

  gtk_widget_set_visible (GTK_WIDGET (self), self->passages != NULL);
  if (self->passages != NULL)
    gtk_label_set_text (GTK_LABEL (self->subject_label), get_subject (self));
  page_changed_cb (self);
}

static void
step (PsgPassageBar *self,
      int            direction)
{
  g_autoptr (GtkWidget) alive = g_object_ref (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!psg_session_step_passage (self->session, direction, &error))
    psg_show_error (alive, error->message);
}

static void
previous_clicked_cb (PsgPassageBar *self)
{
  step (self, -1);
}

static void
next_clicked_cb (PsgPassageBar *self)
{
  step (self, 1);
}

static void
subject_clicked_cb (PsgPassageBar *self)
{
  const char *event = psg_session_get_event_id (self->session);
  g_autofree char *link = NULL;

  if (event != NULL)
    link = g_strconcat ("event:", event, NULL);
  else
    link = g_strconcat ("crossing:", psg_session_get_crossing (self->session), NULL);

  psg_follow (GTK_WIDGET (self), self->session, link);
}

static void
psg_passage_bar_dispose (GObject *object)
{
  g_clear_object (&PSG_PASSAGE_BAR (object)->session);

  G_OBJECT_CLASS (psg_passage_bar_parent_class)->dispose (object);
}

static void
psg_passage_bar_finalize (GObject *object)
{
  g_clear_pointer (&PSG_PASSAGE_BAR (object)->passages, g_ptr_array_unref);

  G_OBJECT_CLASS (psg_passage_bar_parent_class)->finalize (object);
}

static void
psg_passage_bar_class_init (PsgPassageBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_passage_bar_dispose;
  object_class->finalize = psg_passage_bar_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "passagebar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
psg_passage_bar_init (PsgPassageBar *self)
{
}

static GtkWidget *
new_button (PsgPassageBar *self,
            const char    *icon,
            const char    *tooltip,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

/* The title is what one comes back to. */
static GtkWidget *
new_subject (PsgPassageBar *self)
{
  GtkWidget *line = psg_line_new (6);

  self->subject_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->subject_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->subject_label), 0);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (line), self->subject_label);

  self->subject = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->subject), line);
  gtk_widget_set_halign (self->subject, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->subject, _("Back to What the Passages Are About"));
  gtk_widget_add_css_class (self->subject, "flat");
  gtk_widget_add_css_class (self->subject, "passage-subject");
  g_signal_connect_swapped (self->subject, "clicked", G_CALLBACK (subject_clicked_cb), self);

  return self->subject;
}

static void
build (PsgPassageBar *self)
{
  GtkWidget *line = psg_line_new (2);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->position = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                 "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->position, "passage-position");
  self->previous = new_button (self, "go-up-symbolic", _("Previous Passage (Alt+Page Up)"), _("Previous passage"),
                               G_CALLBACK (previous_clicked_cb));
  self->next = new_button (self, "go-down-symbolic", _("Next Passage (Alt+Page Down)"), _("Next passage"),
                           G_CALLBACK (next_clicked_cb));

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_subject (self));
  gtk_box_append (GTK_BOX (texts), self->position);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->previous);
  gtk_box_append (GTK_BOX (line), self->next);
  gtk_widget_add_css_class (line, "passage-line");
  adw_bin_set_child (ADW_BIN (self), line);
}

/**
 * psg_passage_bar_new:
 * @session: the session
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
psg_passage_bar_new (PsgSession *session)
{
  PsgPassageBar *self = g_object_new (PSG_TYPE_PASSAGE_BAR, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "notify::event", G_CALLBACK (chosen_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::crossing", G_CALLBACK (chosen_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::page", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  chosen_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * psg_passage_bar_get_position:
 *
 * Returns: (transfer none): which passage it says is shown
 */
const char *
psg_passage_bar_get_position (PsgPassageBar *self)
{
  g_return_val_if_fail (PSG_IS_PASSAGE_BAR (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->position));
}
