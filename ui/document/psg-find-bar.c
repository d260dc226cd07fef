/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-find-bar.h"

#include <glib/gi18n-lib.h>

#include "psg-line-layout.h"

/* The bar for finding in a text. The count and the notice are spoken as they change. */

struct _PsgFindBar
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *notice;
  GtkWidget *previous;
  GtkWidget *next;
};

enum
{
  CHANGED,
  STEP,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgFindBar, psg_find_bar, ADW_TYPE_BIN)

static void
step (PsgFindBar *self,
      int         direction)
{
  g_signal_emit (self, signals[STEP], 0, direction);
}

static void
entry_changed_cb (PsgFindBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0, psg_find_bar_get_text (self));
}

static void
previous_clicked_cb (PsgFindBar *self)
{
  step (self, -1);
}

static void
next_clicked_cb (PsgFindBar *self)
{
  step (self, 1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PsgFindBar            *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      psg_find_bar_close (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      /* On a button it presses that. */
      if (gtk_widget_has_focus (self->previous) || gtk_widget_has_focus (self->next))
        return FALSE;
      step (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
      return TRUE;
    case GDK_KEY_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      step (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkWidget *
new_button (PsgFindBar *self,
            const char *icon,
            const char *tooltip,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
new_entry (PsgFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Find in document"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 30);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find in document"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  return self->entry;
}

static GtkWidget *
new_status (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_line (PsgFindBar *self)
{
  GtkWidget *line = psg_line_new (2);

  self->count = new_status ("numeric");
  self->previous = new_button (self, "go-up-symbolic", _("Previous Match (Shift+Enter)"), _("Previous match"),
                               G_CALLBACK (previous_clicked_cb));
  self->next = new_button (self, "go-down-symbolic", _("Next Match (Enter)"), _("Next match"),
                           G_CALLBACK (next_clicked_cb));
  gtk_widget_set_margin_start (self->count, 6);
  gtk_widget_set_margin_end (self->count, 4);

  gtk_box_append (GTK_BOX (line), new_entry (self));
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (line), self->previous);
  gtk_box_append (GTK_BOX (line), self->next);
  gtk_box_append (GTK_BOX (line), new_button (self, "window-close-symbolic", _("Close (Escape)"), _("Close"),
                                              G_CALLBACK (psg_find_bar_close)));

  return line;
}

static void
psg_find_bar_class_init (PsgFindBarClass *klass)
{
  /**
   * PsgFindBar::changed:
   * @text: what is to be found; maybe empty
   */
  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PsgFindBar::step:
   * @direction: +1 for the next, -1 for the previous one
   */
  signals[STEP] = g_signal_new ("step", PSG_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  signals[CLOSED] = g_signal_new ("closed", PSG_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findbar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
psg_find_bar_init (PsgFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "find-content");
  gtk_box_append (GTK_BOX (box), new_line (self));
  self->notice = new_status ("dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->notice), 0);
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_box_append (GTK_BOX (box), self->notice);

  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  psg_find_bar_show_count (self, 0, 0);
}

GtkWidget *
psg_find_bar_new (void)
{
  return g_object_new (PSG_TYPE_FIND_BAR, NULL);
}

/**
 * psg_find_bar_open:
 * @self: a bar
 * @text: (nullable): what to find; %NULL for what was to be found before
 *
 * Shows it and gives its entry the focus, with all of it selected.
 */
void
psg_find_bar_open (PsgFindBar *self,
                   const char *text)
{
  g_return_if_fail (PSG_IS_FIND_BAR (self));

  /* Not revealed little by little: an entry must be there to be given the focus. */
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
psg_find_bar_close (PsgFindBar *self)
{
  g_return_if_fail (PSG_IS_FIND_BAR (self));

  if (!psg_find_bar_is_open (self))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (self->notice, FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

gboolean
psg_find_bar_is_open (PsgFindBar *self)
{
  g_return_val_if_fail (PSG_IS_FIND_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

const char *
psg_find_bar_get_text (PsgFindBar *self)
{
  g_return_val_if_fail (PSG_IS_FIND_BAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * psg_find_bar_get_count:
 *
 * Returns: (transfer none): what it says of how many there are; maybe empty
 */
const char *
psg_find_bar_get_count (PsgFindBar *self)
{
  g_return_val_if_fail (PSG_IS_FIND_BAR (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->count));
}

static char *
describe_count (PsgFindBar *self,
                guint       number,
                guint       n)
{
  if (*psg_find_bar_get_text (self) == '\0')
    return g_strdup ("");
  if (n == 0)
    return g_strdup (_("No matches"));

  /* Translators: of the places where words were found: the number of the one shown, and how many there are */
  return g_strdup_printf (_("%'u of %'u"), number, n);
}

/**
 * psg_find_bar_show_count:
 * @self: a bar
 * @number: which is shown, from 1
 * @n: of how many
 */
void
psg_find_bar_show_count (PsgFindBar *self,
                         guint       number,
                         guint       n)
{
  g_autofree char *text = NULL;
  gboolean none;

  g_return_if_fail (PSG_IS_FIND_BAR (self));

  text = describe_count (self, number, n);
  none = n == 0 && *text != '\0';
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               none ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (none)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

/**
 * psg_find_bar_show_wrap:
 * @self: a bar
 * @direction: which way one went past the last
 *
 * Says so, until the count is shown again.
 */
void
psg_find_bar_show_wrap (PsgFindBar *self,
                        int         direction)
{
  g_return_if_fail (PSG_IS_FIND_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->notice),
                      direction > 0 ? _("Past the end: going on from the beginning")
                                    : _("Past the beginning: going on from the end"));
  gtk_widget_set_visible (self->notice, TRUE);
}
