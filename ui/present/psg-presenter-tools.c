/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenter-tools.h"

#include <glib/gi18n-lib.h>

#include "psg-ink-draw.h"
#include "psg-wrap-layout.h"

/* Buttons in groups. Each says its key: at the lectern there is no time to look for it. */

typedef struct
{
  const char *label;
  const char *key;
  const char *action;
  const char *target;
  const char *tooltip;
} Tool;

static const Tool stage_tools[] = {
  { N_("Back to Step"), "R", "present.return", NULL, N_("Show the step again, whatever was looked at meanwhile") },
  { N_("Answer"), "Q", "present.answer", NULL, N_("Show the audience the answer to the question") },
  { N_("Play"), "K", "present.play", NULL, N_("Let time run") },
};

static const Tool cover_tools[] = {
  { N_("Freeze"), "F", "present.freeze", NULL, N_("The audience goes on seeing this while you look something up") },
  { N_("Black"), "B", "present.black", NULL, N_("Show the audience a black screen") },
  { N_("White"), "W", "present.white", NULL, N_("Show the audience a white screen") },
};

static const Tool pointing_tools[] = {
  { N_("Spotlight"), "S", "present.point", "spotlight", N_("Light up what the pointer is at") },
  { N_("Laser"), "L", "present.point", "laser", N_("A red dot that follows the pointer") },
  { N_("Pen"), "P", "present.point", "pen", N_("Draw on the stage") },
  { N_("Eraser"), "E", "present.point", "eraser", N_("Take away what was drawn, stroke by stroke") },
  { N_("Clear"), "C", "present.clear-ink", NULL, N_("Take away all that was drawn on this step (Ctrl+Z: undo)") },
};

static GtkWidget *
new_content (const Tool *tool)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *key = gtk_label_new (tool->key);

  gtk_box_append (GTK_BOX (box), gtk_label_new (_(tool->label)));
  gtk_widget_add_css_class (key, "tool-key");
  gtk_box_append (GTK_BOX (box), key);

  return box;
}

static gboolean
is_toggle (const Tool *tool)
{
  static const char *const toggles[] = { "present.answer", "present.play", "present.freeze", "present.black",
                                         "present.white", "present.point", NULL };

  return g_strv_contains (toggles, tool->action);
}

static GtkWidget *
new_tool (const Tool *tool)
{
  GtkWidget *button = is_toggle (tool) ? gtk_toggle_button_new () : gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), new_content (tool));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), tool->action);
  if (tool->target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tool->target);
  gtk_widget_set_tooltip_text (button, _(tool->tooltip));
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(tool->label), -1);

  return button;
}

static void
draw_pen_cb (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  GdkRGBA rgba;

  psg_ink_get_rgba ((PsgInkColour) GPOINTER_TO_INT (user_data), &rgba);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.9);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static GtkWidget *
new_pen (PsgInkColour colour)
{
  GtkWidget *button = gtk_toggle_button_new (), *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 16);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_pen_cb, GINT_TO_POINTER (colour), NULL);
  gtk_button_set_child (GTK_BUTTON (button), area);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "present.pen");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", psg_ink_colour_to_string (colour));
  gtk_widget_set_tooltip_text (button, psg_ink_colour_get_label (colour));
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "tool-pen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, psg_ink_colour_get_label (colour), -1);

  return button;
}

static GtkWidget *
new_more (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Undo Drawing (Ctrl+Z)"), "present.undo-ink");
  g_menu_append (menu, _("_Redo Drawing (Ctrl+Y)"), "present.redo-ink");
  g_menu_append (menu, _("_Keep What Was Drawn with the Lesson"), "present.keep-ink");
  g_menu_append (menu, _("_Go On Unattended"), "present.loop");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);

  return button;
}

static GtkWidget *
new_group (void)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (group, "linked");

  return group;
}

static GtkWidget *
new_tools (const Tool *tools,
           guint       n)
{
  GtkWidget *group = new_group ();

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (group), new_tool (&tools[i]));

  return group;
}

static GtkWidget *
new_pens (void)
{
  GtkWidget *group = new_group ();

  for (guint i = 0; i < PSG_N_INK_COLOURS; i++)
    gtk_box_append (GTK_BOX (group), new_pen ((PsgInkColour) i));

  return group;
}

GtkWidget *
psg_presenter_tools_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, psg_wrap_layout_new (10));
  gtk_widget_add_css_class (box, "presenter-tools");
  gtk_box_append (GTK_BOX (box), new_tools (stage_tools, G_N_ELEMENTS (stage_tools)));
  gtk_box_append (GTK_BOX (box), new_tools (cover_tools, G_N_ELEMENTS (cover_tools)));
  gtk_box_append (GTK_BOX (box), new_tools (pointing_tools, G_N_ELEMENTS (pointing_tools)));
  gtk_box_append (GTK_BOX (box), new_pens ());
  gtk_box_append (GTK_BOX (box), new_more ());

  return box;
}
