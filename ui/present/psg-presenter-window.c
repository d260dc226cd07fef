/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenter-window.h"

#include <glib/gi18n-lib.h>

#include "psg-presenter-clock.h"
#include "psg-presenter-tools.h"
#include "psg-rows.h"
#include "psg-stage.h"

/* Puts the presenter's window together. Its actions are the presentation's. */

#define ASIDE_WIDTH 380
#define WIDTH 1280
#define HEIGHT 800

struct _PsgPresenterWindow
{
  AdwWindow        parent_instance;

  PsgPresentation *presentation; /* owned */

  /* children */
  GtkWidget       *overlay;      /* for what opens over the window */
  GtkWidget       *state;
  GtkWidget       *zoom;
  GtkWidget       *aside;
};

G_DEFINE_FINAL_TYPE (PsgPresenterWindow, psg_presenter_window, ADW_TYPE_WINDOW)

/* What the audience sees, where that is not what is seen here. */
static void
show_state (PsgPresenterWindow *self)
{
  PsgCover cover = psg_presentation_get_cover (self->presentation);
  gboolean other = cover != PSG_COVER_NONE || psg_presentation_get_frozen (self->presentation);
  const char *text = _("On screen, live");

  if (cover != PSG_COVER_NONE)
    text = cover == PSG_COVER_BLACK ? _("The audience sees a black screen") : _("The audience sees a white screen");
  else if (other)
    text = _("Frozen: the audience does not see what you do here");
  else if (psg_presentation_get_strayed (self->presentation))
    text = _("On screen, live: not the step’s own view (R goes back to it)");

  gtk_label_set_label (GTK_LABEL (self->state), text);
  gtk_widget_remove_css_class (self->state, "warning");
  gtk_widget_remove_css_class (self->zoom, "not-on-screen");
  if (other)
    {
      gtk_widget_add_css_class (self->state, "warning");
      gtk_widget_add_css_class (self->zoom, "not-on-screen");
    }
}

static GtkWidget *
new_window_button (const char *label,
                   const char *action,
                   const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);

  return button;
}

static GtkWidget *
new_icon_button (const char *icon,
                 const char *action,
                 const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static char *
dup_title (PsgPresentation *presentation)
{
  PsgLesson *lesson = psg_presentation_get_lesson (presentation);
  PsgCollection *collection = psg_session_get_collection (psg_presentation_get_session (presentation));

  return g_strdup (psg_text_get (lesson != NULL ? lesson->title : psg_collection_get_info (collection)->title));
}

static GtkWidget *
new_header (PsgPresenterWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *title = dup_title (self->presentation);
  GtkWidget *end = new_window_button (_("End"), "present.end", _("End the presentation (Esc)"));

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, _("Presenter")));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), psg_presenter_clock_new (self->presentation));
  gtk_widget_add_css_class (end, "destructive-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), end);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           new_window_button (_("Swap Screens"), "present.swap",
                                              _("Change the screens of this window and the audience’s (X)")));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           new_icon_button ("x-office-calendar-symbolic", "present.go-to-date",
                                            _("Go to Date (Ctrl+G)")));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           new_icon_button ("edit-find-symbolic", "present.search", _("Search (Ctrl+K)")));

  return header;
}

static GtkWidget *
new_stage_column (PsgPresenterWindow *self,
                  GtkWidget          *stage)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->state = psg_label_new ("", "presenter-state");
  self->zoom = psg_zoom_new (stage, PSG_STAGE_HEIGHT);
  gtk_widget_add_css_class (self->zoom, "presenter-stage");
  gtk_widget_set_hexpand (self->zoom, TRUE);
  gtk_widget_set_vexpand (self->zoom, TRUE);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_box_append (GTK_BOX (box), self->zoom);
  gtk_box_append (GTK_BOX (box), psg_presenter_tools_new ());

  return box;
}

static void
psg_presenter_window_dispose (GObject *object)
{
  g_clear_object (&PSG_PRESENTER_WINDOW (object)->presentation);

  G_OBJECT_CLASS (psg_presenter_window_parent_class)->dispose (object);
}

static void
psg_presenter_window_class_init (PsgPresenterWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_presenter_window_dispose;
}

static void
psg_presenter_window_init (PsgPresenterWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "psg-presenter");
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static void
watch (PsgPresenterWindow *self)
{
  static const char *const watched[] = { "notify::cover", "notify::frozen", "notify::strayed" };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->presentation, watched[i], G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}

/**
 * psg_presenter_window_new:
 * @presentation: what is presented
 * @stage: (transfer floating): a #PsgStage of it
 * @picture: (nullable): pictures the steps
 * @user_data: handed to @picture
 *
 * Returns: (transfer none): a window that is not shown yet; GTK owns it
 */
PsgPresenterWindow *
psg_presenter_window_new (PsgPresentation *presentation,
                          GtkWidget       *stage,
                          PsgStepPicture   picture,
                          gpointer         user_data)
{
  PsgPresenterWindow *self = g_object_new (PSG_TYPE_PRESENTER_WINDOW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->presentation = g_object_ref (presentation);
  gtk_widget_add_css_class (row, "presenter-content");
  gtk_widget_set_vexpand (row, TRUE);
  gtk_box_append (GTK_BOX (row), new_stage_column (self, stage));
  self->aside = psg_presenter_aside_new (presentation, picture, user_data);
  gtk_widget_set_size_request (self->aside, ASIDE_WIDTH, -1);
  gtk_box_append (GTK_BOX (row), self->aside);

  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), psg_presenter_steps_new (presentation, picture, user_data));
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), box);
  adw_window_set_content (ADW_WINDOW (self), self->overlay);
  /* Translators: the title of the presenter's own window */
  gtk_window_set_title (GTK_WINDOW (self), _("Passages: presenter"));
  watch (self);
  gtk_window_set_focus (GTK_WINDOW (self), stage);
  gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);

  return self;
}

/**
 * psg_presenter_window_get_zoom:
 * @self: a presenter's window
 *
 * Returns: (transfer none): what shows the stage
 */
PsgZoom *
psg_presenter_window_get_zoom (PsgPresenterWindow *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTER_WINDOW (self), NULL);

  return PSG_ZOOM (self->zoom);
}

/**
 * psg_presenter_window_get_aside:
 * @self: a presenter's window
 *
 * Returns: (transfer none): the column with the notes
 */
PsgPresenterAside *
psg_presenter_window_get_aside (PsgPresenterWindow *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTER_WINDOW (self), NULL);

  return PSG_PRESENTER_ASIDE (self->aside);
}

/**
 * psg_presenter_window_get_overlay:
 * @self: a presenter's window
 *
 * Returns: (transfer none): what a search may be opened over
 */
GtkWidget *
psg_presenter_window_get_overlay (PsgPresenterWindow *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTER_WINDOW (self), NULL);

  return self->overlay;
}
