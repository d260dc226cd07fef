/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-row.h"

#include "psg-event-card.h"
#include "psg-note-words.h"

struct _PsgEventRow
{
  AdwBin parent_instance;

  gboolean is_filled;
  guint n_notes;
  PsgNoteColour colour;
};

G_DEFINE_FINAL_TYPE (PsgEventRow, psg_event_row, ADW_TYPE_BIN)

static void
psg_event_row_class_init (PsgEventRowClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "eventrow");
}

static void
psg_event_row_init (PsgEventRow *self)
{
}

/* What has the focus is the list's own widget around this one; it has no API for a name before 4.12.
 * What has none is not there to be read. */
static void
set_name (PsgEventRow *self,
          const char  *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_HIDDEN, name == NULL, -1);
}

/**
 * psg_event_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing
 */
GtkWidget *
psg_event_row_new (void)
{
  return g_object_new (PSG_TYPE_EVENT_ROW, NULL);
}

/**
 * psg_event_row_set_item:
 * @self: a row
 * @item: what to show
 */
void
psg_event_row_set_item (PsgEventRow  *self,
                        PsgEventItem *item)
{
  g_autofree char *name = NULL;

  g_return_if_fail (PSG_IS_EVENT_ROW (self));
  g_return_if_fail (PSG_IS_EVENT_ITEM (item));

  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    adw_bin_set_child (ADW_BIN (self), psg_event_card_new ());

  psg_event_card_set_item (PSG_EVENT_CARD (adw_bin_get_child (ADW_BIN (self))), item);
  gtk_widget_set_child_visible (adw_bin_get_child (ADW_BIN (self)), TRUE);
  self->is_filled = TRUE;
  name = psg_event_item_dup_name (item);
  set_name (self, name);
}

/**
 * psg_event_row_set_notes:
 * @self: a row that shows an event
 * @notes: (nullable) (element-type PsgNoteMark): the notes about it
 */
void
psg_event_row_set_notes (PsgEventRow *self,
                         GPtrArray   *notes)
{
  guint n = notes != NULL ? notes->len : 0;
  PsgNoteColour colour = notes != NULL ? psg_note_words_get_colour (notes) : PSG_NOTE_NO_COLOUR;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *words = n > 0 ? psg_note_words_dup_number (n) : NULL;

  g_return_if_fail (PSG_IS_EVENT_ROW (self));
  g_return_if_fail (self->is_filled);

  if (self->n_notes == n && self->colour == colour)
    return;

  self->n_notes = n;
  self->colour = colour;
  psg_event_card_set_notes (PSG_EVENT_CARD (adw_bin_get_child (ADW_BIN (self))), n, colour);
  if (parent != NULL && words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else if (parent != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * psg_event_row_forget:
 * @self: a row
 *
 * Shows nothing until another item is set: its event is no longer the one in this place.
 */
void
psg_event_row_forget (PsgEventRow *self)
{
  g_return_if_fail (PSG_IS_EVENT_ROW (self));

  if (!self->is_filled)
    return;

  self->is_filled = FALSE;
  gtk_widget_set_child_visible (adw_bin_get_child (ADW_BIN (self)), FALSE);
  set_name (self, NULL);
}

gboolean
psg_event_row_is_filled (PsgEventRow *self)
{
  g_return_val_if_fail (PSG_IS_EVENT_ROW (self), FALSE);

  return self->is_filled;
}
