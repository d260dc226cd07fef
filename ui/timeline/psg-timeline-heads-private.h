/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-timeline-heads.h"
#include "psg-timeline-lanes.h"

G_BEGIN_DECLS

#define PSG_NO_LANE G_MAXUINT

struct _PsgTimelineHeads
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  PsgCollection *collection; /* whose lanes these are; only compared */
  GtkGesture *drag;          /* borrowed */

  /* children */
  GtkWidget *heads[PSG_MAX_LANES]; /* by lane */
  guint n_heads;
  GtkWidget *menu;
  guint menu_source;

  GtkWidget *hovered; /* borrowed: one of the heads */
  PsgTimelineLanes places; /* as allocated */
  guint current;      /* the lane that has, or had, the focus */
  guint dragged;      /* the lane in hand, or PSG_NO_LANE */
  guint drag_gap;     /* before which of the places it would go */
  double drag_dy;

  guint chosen;       /* the event whose lane was looked at last */
  AdwToast *toast;    /* while one is up */
  guint toast_lane;   /* the lane it offers to show */
};

void psg_timeline_heads_install_actions (GtkWidgetClass *widget_class);
void psg_timeline_heads_name            (PsgTimelineHeads *self);
void psg_timeline_heads_offer_to_show   (PsgTimelineHeads *self, guint lane);
void psg_timeline_heads_tell_of_hidden  (PsgTimelineHeads *self);
void psg_timeline_heads_drop_toast      (PsgTimelineHeads *self);
void psg_timeline_heads_drop            (PsgTimelineHeads *self, guint lane, guint gap);

G_END_DECLS
