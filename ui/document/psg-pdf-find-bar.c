/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-find-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-pdf-finder.h"

/* An entry, how many there are, and the way to the next. What is shown first is the first from the page one is on. */

struct _PsgPdfFindBar
{
  AdwBin parent_instance;

  PsgPdfFinder *finder; /* owned */
  guint current;        /* of what was found, or G_MAXUINT */
  guint from;           /* the page one was on */

  /* borrowed */
  PsgPdfView *view;
  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (PsgPdfFindBar, psg_pdf_find_bar, ADW_TYPE_BIN)

static void
tell_count (PsgPdfFindBar *self)
{
  guint n = psg_pdf_finder_get_found (self->finder)->len;
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  g_autofree char *text = NULL;

  if (!typed)
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (psg_pdf_finder_is_done (self->finder) ? _("Not found") : _("Looking…"));
  else if (self->current < n)
    /* Translators: the number of what is shown among all that was found */
    text = g_strdup_printf (_("%'u of %'u"), self->current + 1, n);
  else
    text = g_strdup_printf ("%'u", n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

static void
show_current (PsgPdfFindBar *self)
{
  const GArray *found = psg_pdf_finder_get_found (self->finder);

  psg_pdf_view_set_found (self->view, found, self->current);
  if (self->current < found->len)
    {
      PsgPdfMatch match = g_array_index (found, PsgPdfMatch, self->current);

      psg_pdf_view_show_match (self->view, &match);
    }
  tell_count (self);
}

/* The first on the page one was on or after it; once all pages have been looked at, the first of all. */
static void
found_cb (gpointer data)
{
  PsgPdfFindBar *self = data;
  const GArray *found = psg_pdf_finder_get_found (self->finder);

  if (self->current < found->len)
    {
      psg_pdf_view_set_found (self->view, found, self->current);
      tell_count (self);
      return;
    }

  for (guint i = 0; i < found->len && self->current == G_MAXUINT; i++)
    if (g_array_index (found, PsgPdfMatch, i).page >= self->from)
      self->current = i;
  if (self->current == G_MAXUINT && found->len > 0 && psg_pdf_finder_is_done (self->finder))
    self->current = 0;

  show_current (self);
}

static void
typed_cb (PsgPdfFindBar *self)
{
  self->current = G_MAXUINT;
  self->from = psg_pdf_view_get_page (self->view);
  psg_pdf_view_set_found (self->view, NULL, G_MAXUINT);
  psg_pdf_finder_start (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  tell_count (self);
}

static void
next_cb (PsgPdfFindBar *self)
{
  psg_pdf_find_bar_step (self, 1);
}

static void
previous_cb (PsgPdfFindBar *self)
{
  psg_pdf_find_bar_step (self, -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PsgPdfFindBar         *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!enter || (state & GDK_SHIFT_MASK) == 0)
    return FALSE;

  psg_pdf_find_bar_step (self, -1);

  return TRUE;
}

static GtkWidget *
new_button (const char    *icon,
            const char    *name,
            GCallback      clicked,
            PsgPdfFindBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
psg_pdf_find_bar_dispose (GObject *object)
{
  g_clear_pointer (&PSG_PDF_FIND_BAR (object)->finder, psg_pdf_finder_free);

  G_OBJECT_CLASS (psg_pdf_find_bar_parent_class)->dispose (object);
}

static void
psg_pdf_find_bar_class_init (PsgPdfFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_pdf_find_bar_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findbar");
}

static void
psg_pdf_find_bar_init (PsgPdfFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->current = G_MAXUINT;
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  g_object_set (self->entry, "placeholder-text", _("Find in this document"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find in this document"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (psg_pdf_find_bar_close), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  self->count = gtk_label_new ("");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_margin_start (self->count, 6);
  gtk_widget_set_margin_end (self->count, 4);
  self->previous = new_button ("go-up-symbolic", _("Previous Match"), G_CALLBACK (previous_cb), self);
  self->next = new_button ("go-down-symbolic", _("Next Match"), G_CALLBACK (next_cb), self);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->previous);
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_box_append (GTK_BOX (box), new_button ("window-close-symbolic", _("Close"),
                                             G_CALLBACK (psg_pdf_find_bar_close), self));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

/**
 * psg_pdf_find_bar_new:
 * @view: what shows the PDF
 * @file: the PDF; must outlive the bar
 * @n_pages: how many pages it has
 *
 * Returns: (transfer floating): a closed bar
 */
GtkWidget *
psg_pdf_find_bar_new (PsgPdfView *view,
                      PsgPdfFile *file,
                      guint       n_pages)
{
  PsgPdfFindBar *self = g_object_new (PSG_TYPE_PDF_FIND_BAR, NULL);

  self->view = view;
  self->finder = psg_pdf_finder_new (file, n_pages, found_cb, self);
  tell_count (self);

  return GTK_WIDGET (self);
}

/* Opens it with what is selected, or what was looked for last. */
void
psg_pdf_find_bar_open (PsgPdfFindBar *self)
{
  g_autofree char *selected = psg_pdf_view_dup_selected (self->view, NULL);

  g_return_if_fail (PSG_IS_PDF_FIND_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_grab_focus (self->entry);
  if (selected != NULL && g_utf8_strlen (selected, -1) < 60 && strchr (selected, '\n') == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), selected);
  else
    typed_cb (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* What was found is marked no longer. */
void
psg_pdf_find_bar_close (PsgPdfFindBar *self)
{
  g_return_if_fail (PSG_IS_PDF_FIND_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  psg_pdf_finder_start (self->finder, "");
  psg_pdf_view_set_found (self->view, NULL, G_MAXUINT);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* To the next match (+1), or the previous one (-1); after the last comes the first. */
void
psg_pdf_find_bar_step (PsgPdfFindBar *self,
                       int            direction)
{
  guint n;

  g_return_if_fail (PSG_IS_PDF_FIND_BAR (self));

  n = psg_pdf_finder_get_found (self->finder)->len;
  if (n == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  self->current = self->current < n ? (self->current + n + direction) % n : 0;
  show_current (self);
}

/* (transfer none): what it says of how many there are */
const char *
psg_pdf_find_bar_get_count (PsgPdfFindBar *self)
{
  g_return_val_if_fail (PSG_IS_PDF_FIND_BAR (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->count));
}

/* (transfer none) */
GtkWidget *
psg_pdf_find_bar_get_entry (PsgPdfFindBar *self)
{
  g_return_val_if_fail (PSG_IS_PDF_FIND_BAR (self), NULL);

  return self->entry;
}
