/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-compare-bar.h"

#include <glib/gi18n.h>

#include "psg-destination.h"

/* The bar above two maps. It asks the session and shows what the session says. */

struct _PsgCompareBar
{
  GtkWidget     parent_instance;

  PsgSession   *session; /* owned */
  PsgDateNames *names;   /* owned */

  /* children */
  GtkWidget    *box;
  GtkWidget    *date;
  GtkWidget    *popover;
  GtkWidget    *entry;
  GtkWidget    *answer;
  GtkWidget    *summary;
};

G_DEFINE_FINAL_TYPE (PsgCompareBar, psg_compare_bar, GTK_TYPE_WIDGET)

static guint
count_differences (PsgSession *session,
                   guint      *n_roads)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (session));
  PsgDay a = psg_session_get_playhead (session), b = psg_session_get_compared (session);
  guint n = 0;

  *n_roads = 0;
  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (crossing->kind != PSG_CROSSING_ROAD)
        continue;
      *n_roads += 1;
      n += psg_crossing_get_status_at (crossing, a) != psg_crossing_get_status_at (crossing, b);
    }

  return n;
}

static void
update (PsgCompareBar *self)
{
  PsgDay day = psg_session_get_compared (self->session);
  g_autofree char *date = NULL;
  g_autofree char *summary = NULL;
  guint n, n_roads;

  if (!psg_day_is_valid (day) || psg_session_get_collection (self->session) == NULL)
    return;

  date = psg_day_format_long (day);
  n = count_differences (self->session, &n_roads);
  if (n == 0)
    summary = g_strdup (_("No crossing differs"));
  else
    /* Translators: how many of all border crossings have another status on the other date */
    summary = g_strdup_printf (ngettext ("%u of %u crossings differs", "%u of %u crossings differ", n), n, n_roads);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->date), date);
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
}

/* What was typed, as the day it begins with; and says what was understood. */
static PsgDay
understand (PsgCompareBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (PsgDestination) there = NULL;
  g_autoptr (GError) error = NULL;

  there = psg_destination_new (self->session, self->names, psg_destination_get_today (), text, &error);
  if (there != NULL)
    gtk_label_set_label (GTK_LABEL (self->answer), there->words);
  else if (g_error_matches (error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_EMPTY))
    gtk_label_set_label (GTK_LABEL (self->answer), _("A day, a month, a season or a year"));
  else
    gtk_label_set_label (GTK_LABEL (self->answer), error->message);

  return there != NULL ? there->day : PSG_DAY_NONE;
}

static void
text_changed_cb (PsgCompareBar *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  understand (self);
}

static void
entered_cb (PsgCompareBar *self)
{
  PsgDay day = understand (self);

  if (!psg_day_is_valid (day))
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_error_bell (self->entry);
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  psg_session_set_compared (self->session, day);
}

static void
shown_cb (PsgCompareBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  text_changed_cb (self);
  gtk_widget_grab_focus (self->entry);
}

static void
swap_cb (PsgCompareBar *self)
{
  PsgDay day = psg_session_get_compared (self->session);

  psg_session_set_compared (self->session, psg_session_get_playhead (self->session));
  psg_session_set_playhead (self->session, day);
}

static void
close_cb (PsgCompareBar *self)
{
  psg_session_set_compared (self->session, PSG_DAY_NONE);
}

static GtkWidget *
add_button (PsgCompareBar *self,
            const char    *icon,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->box), button);

  return button;
}

static GtkWidget *
new_popover (PsgCompareBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Date to compare with"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date to compare with"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);

  self->answer = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->answer), 0);
  gtk_label_set_wrap (GTK_LABEL (self->answer), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->answer), 28);
  gtk_widget_add_css_class (self->answer, "dim-label");

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->answer);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
build (PsgCompareBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->popover = new_popover (self);
  self->date = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->date), self->popover);
  gtk_widget_add_css_class (self->date, "flat");
  gtk_widget_set_tooltip_text (self->date, _("Compare With Another Date"));
  gtk_box_append (GTK_BOX (self->box), self->date);

  self->summary = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_widget_add_css_class (self->summary, "heading");
  gtk_box_append (GTK_BOX (self->box), self->summary);

  add_button (self, "object-flip-horizontal-symbolic", _("Swap the Dates"), G_CALLBACK (swap_cb));
  add_button (self, "window-close-symbolic", _("Show One Date"), G_CALLBACK (close_cb));
}

static void
psg_compare_bar_dispose (GObject *object)
{
  PsgCompareBar *self = PSG_COMPARE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_compare_bar_parent_class)->dispose (object);
}

static void
psg_compare_bar_finalize (GObject *object)
{
  g_clear_pointer (&PSG_COMPARE_BAR (object)->names, psg_date_names_free);

  G_OBJECT_CLASS (psg_compare_bar_parent_class)->finalize (object);
}

static void
psg_compare_bar_class_init (PsgCompareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_compare_bar_dispose;
  object_class->finalize = psg_compare_bar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
psg_compare_bar_init (PsgCompareBar *self)
{
  self->names = psg_date_names_new_for_locale ();
  build (self);
}

/**
 * psg_compare_bar_new:
 * @session: a session that compares
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
psg_compare_bar_new (PsgSession *session)
{
  PsgCompareBar *self = g_object_new (PSG_TYPE_COMPARE_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::playhead", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::compared", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

const char *
psg_compare_bar_get_summary (PsgCompareBar *self)
{
  g_return_val_if_fail (PSG_IS_COMPARE_BAR (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->summary));
}
