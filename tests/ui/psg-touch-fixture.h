/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-fingers.h"
#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgTouchFixture:
 * @session: on psg_memory_collection_new()
 * @window: at the screen's top left corner, without a frame
 * @view: what fills it
 * @fingers: on the screen it is on
 *
 * A view that is driven by real fingers; needs `with-display --touch`.
 */
typedef struct
{
  PsgSession *session;
  GtkWidget  *window;
  GtkWidget  *view;
  PsgFingers *fingers;
} PsgTouchFixture;

typedef gboolean (*PsgTouchQuestion) (PsgTouchFixture *f);

void     psg_touch_fixture_set_up    (PsgTouchFixture *f, GtkWidget *view, int width, int height);
void     psg_touch_fixture_tear_down (PsgTouchFixture *f, gconstpointer data);

void     psg_touch_wait              (guint ms);
void     psg_touch_wait_until        (PsgTouchFixture *f, PsgTouchQuestion question);

void     psg_touch_tap               (PsgTouchFixture *f, double x, double y);
void     psg_touch_hold              (PsgTouchFixture *f, double x, double y);
void     psg_touch_slide             (PsgTouchFixture *f, guint finger, double dx, double dy, guint steps);
void     psg_touch_drag              (PsgTouchFixture *f, double x, double y, double dx, double dy);
void     psg_touch_spread            (PsgTouchFixture *f, double x, double y, double from, double to);
void     psg_touch_pinch             (PsgTouchFixture *f, double x, double y, double scale);

GtkWidget *psg_touch_find_menu       (GtkWidget *parent);

G_END_DECLS
