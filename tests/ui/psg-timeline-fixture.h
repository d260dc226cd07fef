/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-view-private.h"

G_BEGIN_DECLS

/**
 * PsgTimelineFixture:
 * @collection: what is shown
 * @session: what the timeline follows
 * @view: a timeline without a window: measured and allocated, so that it can be drawn and
 *   driven through its controllers and keys
 *
 * What the tests of the timeline begin with.
 */
typedef struct
{
  PsgCollection   *collection;
  PsgSession      *session;
  PsgTimelineView *view;
} PsgTimelineFixture;

/* The size of its timeline, in pixels. */
#define PSG_TIMELINE_FIXTURE_WIDTH 1000
#define PSG_TIMELINE_FIXTURE_HEIGHT 360

void     psg_timeline_fixture_set_up      (PsgTimelineFixture *self, gconstpointer data);
void     psg_timeline_fixture_show        (PsgTimelineFixture *self, PsgCollection *collection, int width, int height);
void     psg_timeline_fixture_tear_down   (PsgTimelineFixture *self, gconstpointer data);

void     psg_timeline_fixture_allocate    (PsgTimelineFixture *self);
const PsgTimelineLayout *psg_timeline_fixture_get_layout (PsgTimelineFixture *self);
guint    psg_timeline_fixture_find_row    (PsgTimelineFixture *self, const char *id);
const PsgTimelineMark *psg_timeline_fixture_find_mark (PsgTimelineFixture *self, const char *id);

gboolean psg_timeline_fixture_press_key   (GtkWidget *widget, guint keyval, GdkModifierType modifiers);
guint32  psg_timeline_fixture_get_pixel   (cairo_surface_t *surface, double x, double y);

G_END_DECLS
