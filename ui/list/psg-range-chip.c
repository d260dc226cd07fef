/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-range-chip.h"

#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-tooltip.h"

/* The range in words; a popover says what "possibly" and "certainly" mean and lets one choose. */

struct _PsgRangeChip
{
  AdwBin parent_instance;

  PsgSession *session; /* owned */

  /* borrowed */
  GtkWidget *menu;
  GtkWidget *label;
  GtkWidget *remove;
  GtkWidget *modes[2]; /* by PsgRangeMode */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PsgRangeChip, psg_range_chip, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  const char *subtitle;
} modes[] = {
  [PSG_RANGE_POSSIBLY] = { N_("Possibly in Range"), N_("Events whose date may fall in the range.") },
  [PSG_RANGE_CERTAINLY] = { N_("Certainly in Range"),
                            N_("Events whose date falls in the range however it is read. "
                               "Uncertain dates never do; approximate ones only with room to spare.") },
};

static void
set_range (PsgRangeChip *self,
           const char   *range,
           PsgRangeMode  mode)
{
  g_autoptr (GError) error = NULL;

  if (!psg_session_set_range (self->session, range, mode, &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

static void
toggled_cb (PsgRangeChip *self)
{
  gboolean certain = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->modes[PSG_RANGE_CERTAINLY]));

  if (!self->updating)
    set_range (self, psg_filter_get_range (psg_session_get_filter (self->session)),
               certain ? PSG_RANGE_CERTAINLY : PSG_RANGE_POSSIBLY);
}

static void
remove_clicked_cb (PsgRangeChip *self)
{
  set_range (self, NULL, PSG_RANGE_POSSIBLY);
}

static void
show_clicked_cb (PsgRangeChip *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu));
  psg_session_show_range (self->session);
}

static void
show_range (PsgRangeChip *self,
            PsgFilter    *filter)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (psg_filter_get_range (filter), NULL);
  PsgRangeMode mode = psg_filter_get_range_mode (filter);
  g_autofree char *brief = psg_edtf_format_short (date), *full = psg_edtf_format_display (date);
  /* Translators: events that lie in a stretch of time for certain, on a chip: “Certainly Mar–May 2021” */
  g_autofree char *certainly = g_strdup_printf (_("Certainly %s"), brief);
  g_autofree char *name = g_strdup_printf ("%s, %s", full, _(modes[mode].title));
  g_autofree char *about = g_strdup_printf ("%s: %s", _(modes[mode].title), _(modes[mode].subtitle));
  g_autofree char *tip = psg_tooltip_wrap (about);
  g_autofree char *remove = g_strdup_printf (_("Clear the range %s"), full);

  gtk_label_set_text (GTK_LABEL (self->label), mode == PSG_RANGE_CERTAINLY ? certainly : brief);
  gtk_widget_set_tooltip_text (self->menu, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->modes[mode]), TRUE);
  self->updating = FALSE;
}

static void
filter_changed_cb (PsgRangeChip *self)
{
  PsgFilter *filter = psg_session_get_filter (self->session);
  gboolean has_range = psg_filter_get_range (filter) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), has_range);
  if (has_range)
    show_range (self, filter);
  else
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu));
}

static GtkWidget *
new_mode (PsgRangeMode mode)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_(modes[mode].title));
  GtkWidget *subtitle = gtk_label_new (_(modes[mode].subtitle));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (subtitle), 36);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(modes[mode].title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(modes[mode].subtitle), -1);

  return check;
}

static GtkWidget *
new_popover (PsgRangeChip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *show = gtk_button_new_with_label (_("Zoom to Range"));
  GtkWidget *note = gtk_button_new_with_label (_("Add Note About This Time"));

  for (guint i = 0; i < G_N_ELEMENTS (self->modes); i++)
    {
      self->modes[i] = new_mode (i);
      gtk_box_append (GTK_BOX (box), self->modes[i]);
    }
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->modes[1]), GTK_CHECK_BUTTON (self->modes[0]));
  g_signal_connect_swapped (self->modes[PSG_RANGE_CERTAINLY], "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (show, "clicked", G_CALLBACK (show_clicked_cb), self);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (note), "win.note-range");
  g_signal_connect_swapped (note, "clicked", G_CALLBACK (gtk_menu_button_popdown), self->menu);

  gtk_box_append (GTK_BOX (box), show);
  gtk_box_append (GTK_BOX (box), note);
  gtk_widget_add_css_class (box, "range-modes");
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
psg_range_chip_dispose (GObject *object)
{
  g_clear_object (&PSG_RANGE_CHIP (object)->session);

  G_OBJECT_CLASS (psg_range_chip_parent_class)->dispose (object);
}

static void
psg_range_chip_class_init (PsgRangeChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_range_chip_dispose;
}

static void
psg_range_chip_init (PsgRangeChip *self)
{
  GtkWidget *chip = psg_chip_new_removable (NULL, NULL, &self->remove);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (face), self->label);
  gtk_box_append (GTK_BOX (face), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->menu), face);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), new_popover (self));
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_box_prepend (GTK_BOX (chip), self->menu);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_bin_set_child (ADW_BIN (self), chip);
}

/**
 * psg_range_chip_new:
 * @session: the session
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
psg_range_chip_new (PsgSession *session)
{
  PsgRangeChip *self = g_object_new (PSG_TYPE_RANGE_CHIP, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * psg_chip_new_removable:
 * @text: (nullable): what it says
 * @remove_label: (nullable): what its button does, for assistive tools
 * @button: (out) (transfer none): the button that takes it away
 *
 * Returns: (transfer floating): a chip with a button at its end
 */
GtkWidget *
psg_chip_new_removable (const char *text,
                        const char *remove_label,
                        GtkWidget **button)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = text != NULL ? gtk_label_new (text) : NULL;

  *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (*button, "flat");
  gtk_widget_add_css_class (*button, "circular");
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (*button, _("Remove"));
  if (remove_label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);

  if (label != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (chip), label);
    }
  gtk_box_append (GTK_BOX (chip), *button);
  gtk_widget_add_css_class (chip, "term");

  return chip;
}
