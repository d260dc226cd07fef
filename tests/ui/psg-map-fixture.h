/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-crossing-layer.h"
#include "psg-map-view.h"

G_BEGIN_DECLS

#define PSG_MAP_FIXTURE_WIDTH 740
#define PSG_MAP_FIXTURE_HEIGHT 490

/**
 * PsgMapFixture:
 * @session: on psg_memory_collection_new()
 * @view: the map
 * @window: around it
 * @over: what lies over the map, in pixels of the view
 * @n_over: how many of @over are known
 */
typedef struct
{
  PsgSession *session;
  GtkWidget  *view;
  GtkWidget  *window;
  PsgBox      over[4];
  guint       n_over;
} PsgMapFixture;

void       psg_map_fixture_set_up       (PsgMapFixture *f, gconstpointer data);
void       psg_map_fixture_set_up_sized (PsgMapFixture *f, int width, int height);
void       psg_map_fixture_tear_down    (PsgMapFixture *f, gconstpointer data);

GtkWidget *psg_map_fixture_find_widget  (GtkWidget *root, GType type, GtkWidget **after);
GtkWidget *psg_map_fixture_find_only    (PsgMapFixture *f, GType type);
void       psg_map_fixture_find_what_lies_over (PsgMapFixture *f);

G_END_DECLS
