/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lane-chips.h"

#include <glib/gi18n-lib.h>

#include "psg-follow.h"
#include "psg-mark.h"

/* The filter's lanes as toggles, in one line that scrolls sideways. */

struct _PsgLaneChips
{
  AdwBin parent_instance;

  PsgSession *session; /* owned */
  GtkWidget *box;      /* borrowed */
  GtkAdjustment *adjustment;
  gboolean updating;
  guint reveal_source;
};

G_DEFINE_FINAL_TYPE (PsgLaneChips, psg_lane_chips, ADW_TYPE_BIN)

#define LANE_KEY "psg-lane"
/* How far the line fades at its ends; as in the style sheet. */
#define FADE 30.0

static void
toggled_cb (GtkToggleButton *chip,
            PsgLaneChips    *self)
{
  g_autoptr (PsgFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;

  filter = psg_filter_toggle_lane (psg_session_get_filter (self->session),
                                   g_object_get_data (G_OBJECT (chip), LANE_KEY));
  if (!psg_session_set_filter (self->session, filter, &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

/* A lane that is on must not hide beyond an end of the line. */
static gboolean
reveal_cb (gpointer user_data)
{
  PsgLaneChips *self = user_data;
  graphene_rect_t bounds;

  self->reveal_source = 0;
  for (GtkWidget *chip = gtk_widget_get_first_child (self->box);
       chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)) &&
          gtk_widget_compute_bounds (chip, self->box, &bounds))
        {
          gtk_adjustment_clamp_page (self->adjustment, bounds.origin.x - FADE,
                                     bounds.origin.x + bounds.size.width + FADE);
          break;
        }
    }

  return G_SOURCE_REMOVE;
}

/* Later, when it is known where they are. */
static void
queue_reveal_cb (PsgLaneChips *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, reveal_cb, self, NULL);
}

static void
filter_changed_cb (PsgLaneChips *self)
{
  PsgFilter *filter = psg_session_get_filter (self->session);

  self->updating = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (self->box);
       chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  psg_filter_has_lane (filter, g_object_get_data (G_OBJECT (chip), LANE_KEY)));
  self->updating = FALSE;
  queue_reveal_cb (self);
}

static GtkWidget *
new_chip (PsgLaneChips  *self,
          const PsgLane *lane)
{
  const char *name = psg_text_get (lane->name);
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), psg_mark_new_lane (lane));
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), LANE_KEY, g_strdup (lane->id), g_free);
  g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), self);

  return chip;
}

static void
collection_changed_cb (PsgLaneChips *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  GPtrArray *lanes = collection != NULL ? psg_collection_get_lanes (collection) : NULL;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), chip);

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    gtk_box_append (GTK_BOX (self->box), new_chip (self, g_ptr_array_index (lanes, i)));

  filter_changed_cb (self);
}

/* A wheel turns up and down; the line goes left and right. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           PsgLaneChips             *self)
{
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment) + (dx + dy) * 40);

  return TRUE;
}

static void
psg_lane_chips_dispose (GObject *object)
{
  PsgLaneChips *self = PSG_LANE_CHIPS (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_lane_chips_parent_class)->dispose (object);
}

static void
psg_lane_chips_class_init (PsgLaneChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_lane_chips_dispose;
}

static void
psg_lane_chips_init (PsgLaneChips *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "chips");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show only events of these lanes"), -1);

  gtk_widget_add_css_class (scroller, "chip-line");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  self->adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (queue_reveal_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (scroller, scroll);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * psg_lane_chips_new:
 * @session: the session
 *
 * Returns: (transfer floating): chips
 */
GtkWidget *
psg_lane_chips_new (PsgSession *session)
{
  PsgLaneChips *self = g_object_new (PSG_TYPE_LANE_CHIPS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::subject",
                           G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter",
                           G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  collection_changed_cb (self);

  return GTK_WIDGET (self);
}
