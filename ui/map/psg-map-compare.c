/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-compare.h"

#include <glib/gi18n.h>

#include "psg-compare-bar.h"
#include "psg-session-mirror.h"

/*
 * One map or two. The second has a session of its own, which mirrors the first but for the
 * day: neither map knows that there is another.
 */

/* Between the two maps. */
#define GAP 2

struct _PsgMapCompare
{
  GtkWidget         parent_instance;

  PsgSession       *session; /* owned */
  PsgSessionMirror *mirror;  /* owned; while two are shown */

  /* children */
  GtkWidget        *map;
  GtkWidget        *bar;     /* while two are shown */
  GtkWidget        *other;   /* the same */
};

G_DEFINE_FINAL_TYPE (PsgMapCompare, psg_map_compare, GTK_TYPE_WIDGET)

static void
show_both (PsgMapCompare *self)
{
  self->mirror = psg_session_mirror_new (self->session);
  self->other = psg_map_view_new (psg_session_mirror_get_other (self->mirror));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map of the date compared with"), -1);
  psg_map_view_follow (PSG_MAP_VIEW (self->other), PSG_MAP_VIEW (self->map));
  psg_map_view_set_half (PSG_MAP_VIEW (self->map), TRUE);
  psg_map_view_set_half (PSG_MAP_VIEW (self->other), TRUE);

  /* As they are read: the bar, the map on the left, the one on the right. */
  self->bar = psg_compare_bar_new (self->session);
  gtk_widget_insert_before (self->bar, GTK_WIDGET (self), self->map);
  gtk_widget_insert_before (self->other, GTK_WIDGET (self), self->map);
}

static void
show_one (PsgMapCompare *self)
{
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->other, gtk_widget_unparent);
  psg_map_view_set_half (PSG_MAP_VIEW (self->map), FALSE);
  g_clear_object (&self->mirror);
}

static void
compared_changed_cb (PsgMapCompare *self)
{
  gboolean both = psg_day_is_valid (psg_session_get_compared (self->session));

  if (both && self->other == NULL)
    show_both (self);
  else if (!both && self->other != NULL)
    show_one (self);
}

static int
get_least (GtkWidget      *widget,
           GtkOrientation  orientation,
           int             for_size)
{
  int least = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);

  return least;
}

static void
psg_map_compare_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  PsgMapCompare *self = PSG_MAP_COMPARE (widget);
  int map = get_least (self->map, orientation, -1), bar = get_least (self->bar, orientation, -1);

  if (self->other == NULL)
    *minimum = map;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (bar, 2 * MAX (map, get_least (self->other, orientation, -1)) + GAP);
  else
    *minimum = bar + MAX (map, get_least (self->other, orientation, -1));
  *natural = *minimum;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

/* The other map follows this one, so this one comes first: it may move as it is made smaller. */
static void
psg_map_compare_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  PsgMapCompare *self = PSG_MAP_COMPARE (widget);
  int top = get_least (self->bar, GTK_ORIENTATION_VERTICAL, width);
  int half = (width - GAP) / 2;

  if (self->other == NULL)
    {
      allocate (self->map, 0, 0, width, height);
      return;
    }

  allocate (self->bar, 0, 0, width, top);
  allocate (self->map, width - half, top, half, height - top);
  allocate (self->other, 0, top, half, height - top);
}

static void
psg_map_compare_dispose (GObject *object)
{
  PsgMapCompare *self = PSG_MAP_COMPARE (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->other, gtk_widget_unparent);
  g_clear_pointer (&self->map, gtk_widget_unparent);
  g_clear_object (&self->mirror);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_map_compare_parent_class)->dispose (object);
}

static void
psg_map_compare_class_init (PsgMapCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_map_compare_dispose;
  widget_class->measure = psg_map_compare_measure;
  widget_class->size_allocate = psg_map_compare_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "mapcompare");
}

static void
psg_map_compare_init (PsgMapCompare *self)
{
}

/**
 * psg_map_compare_new:
 * @session: what is shown
 *
 * Returns: (transfer floating): one map, or two while @session compares
 */
GtkWidget *
psg_map_compare_new (PsgSession *session)
{
  PsgMapCompare *self = g_object_new (PSG_TYPE_MAP_COMPARE, NULL);

  self->session = g_object_ref (session);
  self->map = psg_map_view_new (session);
  gtk_widget_set_parent (self->map, GTK_WIDGET (self));
  g_signal_connect_object (session, "notify::compared", G_CALLBACK (compared_changed_cb), self, G_CONNECT_SWAPPED);
  compared_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * psg_map_compare_get_map:
 * @self: one map or two
 *
 * Returns: (transfer none): the one of the playhead's day
 */
PsgMapView *
psg_map_compare_get_map (PsgMapCompare *self)
{
  g_return_val_if_fail (PSG_IS_MAP_COMPARE (self), NULL);

  return PSG_MAP_VIEW (self->map);
}
