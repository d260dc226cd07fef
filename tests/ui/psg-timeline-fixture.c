/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-fixture.h"

#include "psg-memory-collection.h"

/**
 * psg_timeline_fixture_set_up:
 * @self: a fixture
 * @data: not used
 *
 * Shows the collection in memory; the `fsetup` of g_test_add().
 */
void
psg_timeline_fixture_set_up (PsgTimelineFixture *self,
                             gconstpointer       data)
{
  psg_timeline_fixture_show (self, psg_memory_collection_new (),
                             PSG_TIMELINE_FIXTURE_WIDTH, PSG_TIMELINE_FIXTURE_HEIGHT);
}

static void
allocate (PsgTimelineFixture *self,
          int                 width,
          int                 height)
{
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->view), width, height, -1, NULL);
}

/**
 * psg_timeline_fixture_show:
 * @self: a fixture
 * @collection: (transfer full): what to show
 * @width: of the timeline, in pixels
 * @height: of the timeline, in pixels
 */
void
psg_timeline_fixture_show (PsgTimelineFixture *self,
                           PsgCollection      *collection,
                           int                 width,
                           int                 height)
{
  self->collection = collection;
  self->session = psg_session_new ();
  psg_session_set_collection (self->session, self->collection);
  self->view = g_object_ref_sink (PSG_TIMELINE_VIEW (psg_timeline_view_new (self->session)));
  allocate (self, width, height);
}

void
psg_timeline_fixture_tear_down (PsgTimelineFixture *self,
                                gconstpointer       data)
{
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->collection);
}

/**
 * psg_timeline_fixture_allocate:
 * @self: a fixture that was set up
 *
 * Lets the timeline's parts find their places after a change.
 */
void
psg_timeline_fixture_allocate (PsgTimelineFixture *self)
{
  allocate (self, PSG_TIMELINE_FIXTURE_WIDTH, PSG_TIMELINE_FIXTURE_HEIGHT);
}

const PsgTimelineLayout *
psg_timeline_fixture_get_layout (PsgTimelineFixture *self)
{
  return psg_timeline_canvas_get_layout (PSG_TIMELINE_CANVAS (self->view->canvas));
}

guint
psg_timeline_fixture_find_row (PsgTimelineFixture *self,
                               const char         *id)
{
  return psg_event_table_find (psg_collection_get_events (self->collection), id);
}

/**
 * psg_timeline_fixture_find_mark:
 * @self: a fixture
 * @id: an event
 *
 * Returns: (nullable): how the timeline shows it
 */
const PsgTimelineMark *
psg_timeline_fixture_find_mark (PsgTimelineFixture *self,
                                const char         *id)
{
  return psg_timeline_layout_find (psg_timeline_fixture_get_layout (self), psg_timeline_fixture_find_row (self, id));
}

static gboolean
is_key (GtkShortcut    *shortcut,
        guint           keyval,
        GdkModifierType modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

/**
 * psg_timeline_fixture_press_key:
 * @widget: what has the focus
 * @keyval: a key that @widget has a shortcut for
 * @modifiers: the modifiers held
 *
 * Returns: whether the shortcut did something
 */
gboolean
psg_timeline_fixture_press_key (GtkWidget      *widget,
                                guint           keyval,
                                GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (is_key (shortcut, keyval, modifiers))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_assert_not_reached ();
}

/**
 * psg_timeline_fixture_get_pixel:
 * @surface: an image surface of 32 bits a pixel, flushed
 * @x: a column
 * @y: a row
 *
 * Returns: the pixel as cairo keeps it, alpha first
 */
guint32
psg_timeline_fixture_get_pixel (cairo_surface_t *surface,
                                double           x,
                                double           y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface)))[(int) x];
}
