/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-audience-window.h"
#include "psg-autoplay.h"
#include "psg-map-view.h"
#include "psg-player.h"
#include "psg-presenter-window.h"
#include "psg-presenting.h"
#include "psg-step-pictures.h"

G_BEGIN_DECLS

struct _PsgPresenting
{
  GObject parent_instance;

  PsgWindow *owner;              /* weak */
  GtkApplication *app;           /* weak: of the owner */
  GSettings *settings;           /* owned */
  PsgSession *session;           /* owned */
  PsgPresentation *presentation; /* owned */
  PsgPlayer *player;             /* owned */
  PsgAutoplay *autoplay;         /* owned */
  PsgStepPictures *pictures;     /* owned; made when first needed */
  GSimpleActionGroup *actions;   /* owned */
  GListModel *monitors;          /* owned */
  guint inhibited;               /* cookie; 0 for none */
  gboolean swapped;              /* the audience is on the screen that was the presenter's */
  guint looking;                 /* source: until it is seen whether the windows are where they should be */
  guint n_looked;
  gboolean ended;
  char *kept;                    /* (nullable): id of the lesson that what was drawn is kept in */

  PsgAudienceWindow *audience;   /* GTK's */
  PsgPresenterWindow *presenter; /* GTK's; NULL until there is one */
  PsgMapView *map;               /* the audience's, which the presenter's follows */
  GtkWidget *search;             /* made when first asked for */
  GtkWidget *go_to;              /* the same */
  PsgViewpoint viewpoint;        /* where the step looks */
  gboolean has_viewpoint;
  guint placing;                 /* tick callback: until it is */
};

/* psg-presenting.c */
void     psg_presenting_make_presenter (PsgPresenting *self);
void     psg_presenting_size_stage     (PsgPresenting *self);
gboolean psg_presenting_close_presenter (PsgPresenting *self);
gboolean psg_presenting_shows_presenter (PsgPresenting *self);

/* psg-presenting-screens.c: a window on each screen there is */
void     psg_presenting_arrange        (PsgPresenting *self);
void     psg_presenting_show_presenter (PsgPresenting *self, GdkMonitor *monitor);

/* psg-presenting-actions.c: what can be done that concerns more than the presentation */
void     psg_presenting_add_actions    (PsgPresenting *self);
void     psg_presenting_drop_popovers  (PsgPresenting *self);
void     psg_presenting_enable         (PsgPresenting *self, const char *name, gboolean enabled);

G_END_DECLS
