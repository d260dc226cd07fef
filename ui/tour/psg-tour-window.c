/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tour-window.h"

#include <glib/gi18n.h>

#include "psg-tour-picture.h"

struct _PsgTourWindow
{
  AdwWindow parent_instance;

  AdwCarousel *carousel;
  GtkWidget *skip;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (PsgTourWindow, psg_tour_window, ADW_TYPE_WINDOW)

static const struct
{
  const char *title;
  const char *text;
} screens[PSG_TOUR_N_SCREENS] = {
  [PSG_TOUR_TOGETHER] = {
    N_("Time and Place Together"),
    N_("Five years of one border. Drag the blue line, or press Space: the map "
       "shows the crossings as they were on that day."),
  },
  [PSG_TOUR_EVIDENCE] = {
    N_("How We Know"),
    N_("Choose an event and open the documents behind it, at the sentence that bears "
       "on it. What is contested says who says it."),
  },
  [PSG_TOUR_OWN] = {
    N_("Yours to Keep and to Teach"),
    N_("Write notes on anything with Ctrl+M; present a lesson with F5. It all stays on this computer, and can "
       "be taken away in open formats."),
  },
};

/**
 * psg_tour_window_get_page:
 * @self: a tour
 *
 * Returns: which screen it is on, from 0
 */
guint
psg_tour_window_get_page (PsgTourWindow *self)
{
  g_return_val_if_fail (PSG_IS_TOUR_WINDOW (self), 0);

  return (guint) (adw_carousel_get_position (self->carousel) + 0.5);
}

static void
page_changed_cb (PsgTourWindow *self)
{
  gboolean last = psg_tour_window_get_page (self) + 1 == PSG_TOUR_N_SCREENS;

  gtk_button_set_label (GTK_BUTTON (self->next), last ? _("_Begin") : _("_Next"));
  gtk_widget_set_opacity (self->skip, last ? 0 : 1);
  gtk_widget_set_sensitive (self->skip, !last);
}

/* @by: how many screens on */
static gboolean
step (PsgTourWindow *self,
      int            by)
{
  int page = (int) psg_tour_window_get_page (self) + by;

  if (page < 0 || page >= PSG_TOUR_N_SCREENS)
    return FALSE;

  adw_carousel_scroll_to (self->carousel, adw_carousel_get_nth_page (self->carousel, (guint) page), TRUE);

  return TRUE;
}

static void
next_clicked_cb (PsgTourWindow *self)
{
  if (!step (self, 1))
    gtk_window_close (GTK_WINDOW (self));
}

/* Before the window, which would go from button to button with them. */
static gboolean
key_pressed_cb (PsgTourWindow  *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Right:
      return step (self, mirrored ? -1 : 1);
    case GDK_KEY_Left:
      return step (self, mirrored ? 1 : -1);
    case GDK_KEY_Page_Down:
      return step (self, 1);
    case GDK_KEY_Page_Up:
      return step (self, -1);
    default:
      return FALSE;
    }
}

static GtkWidget *
new_screen (PsgTourScreen screen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *picture = psg_tour_picture_new (screen);
  GtkWidget *title = gtk_label_new (_(screens[screen].title));
  GtkWidget *text = gtk_label_new (_(screens[screen].text));

  gtk_widget_set_margin_bottom (picture, 18);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 48);
  gtk_widget_set_size_request (text, -1, 64);
  gtk_widget_set_valign (text, GTK_ALIGN_START);

  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static GtkWidget *
new_foot (PsgTourWindow *self)
{
  GtkWidget *foot = gtk_center_box_new ();
  GtkWidget *dots = adw_carousel_indicator_dots_new ();

  self->skip = gtk_button_new_with_mnemonic (_("_Skip"));
  gtk_widget_add_css_class (self->skip, "flat");
  g_signal_connect_swapped (self->skip, "clicked", G_CALLBACK (gtk_window_close), self);
  self->next = gtk_button_new_with_mnemonic (_("_Next"));
  gtk_widget_add_css_class (self->next, "suggested-action");
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_clicked_cb), self);
  adw_carousel_indicator_dots_set_carousel (ADW_CAROUSEL_INDICATOR_DOTS (dots), self->carousel);

  gtk_center_box_set_start_widget (GTK_CENTER_BOX (foot), self->skip);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (foot), dots);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (foot), self->next);
  gtk_widget_set_margin_start (foot, 18);
  gtk_widget_set_margin_end (foot, 18);
  gtk_widget_set_margin_bottom (foot, 18);
  gtk_widget_set_margin_top (foot, 6);

  return foot;
}

static void
psg_tour_window_class_init (PsgTourWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
psg_tour_window_init (PsgTourWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_window_set_title (GTK_WINDOW (self), _("Welcome to Passages"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 500);
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));

  self->carousel = ADW_CAROUSEL (adw_carousel_new ());
  adw_carousel_set_allow_long_swipes (self->carousel, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->carousel), TRUE);
  for (PsgTourScreen screen = 0; screen < PSG_TOUR_N_SCREENS; screen++)
    adw_carousel_append (self->carousel, new_screen (screen));

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->carousel));
  gtk_box_append (GTK_BOX (box), new_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->carousel, "notify::position", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->next);
}

/**
 * psg_tour_window_new:
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer none): a tour, to be presented
 */
GtkWidget *
psg_tour_window_new (GtkWindow *parent)
{
  return g_object_new (PSG_TYPE_TOUR_WINDOW, "transient-for", parent, "modal", parent != NULL, NULL);
}
