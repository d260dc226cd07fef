/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-page.h"

G_BEGIN_DECLS

/* More than anybody goes back through. */
#define PSG_HISTORY_LENGTH 200

/**
 * PsgView:
 * @event: the chosen event's row, or %PSG_ROW_NONE
 * @crossing: (nullable): the chosen crossing's id
 * @page: what the document pane shows
 *
 * What is chosen and shown: the part of the session one can go back to.
 */
typedef struct
{
  guint   event;
  char   *crossing;
  PsgPage page;
} PsgView;

void        psg_view_copy_into (const PsgView *self, PsgView *other);
void        psg_view_clear     (PsgView *self);
gboolean    psg_view_equal     (const PsgView *a, const PsgView *b);

/**
 * PsgHistory:
 *
 * The views visited, and where among them one is. Visiting another after going
 * back forgets what lay ahead, as in a browser.
 */
typedef struct _PsgHistory PsgHistory;

PsgHistory    *psg_history_new    (void);
void           psg_history_free   (PsgHistory *self);
void           psg_history_clear  (PsgHistory *self);
void           psg_history_push   (PsgHistory *self, const PsgView *view);
void           psg_history_replace (PsgHistory *self, const PsgView *view);
gboolean       psg_history_can_go (const PsgHistory *self, int direction);
/* Changes a view in place. Returns: whether it is still to be had */
typedef gboolean (*PsgViewFunc) (PsgView *view, gpointer data);

void           psg_history_map    (PsgHistory *self, PsgViewFunc func, gpointer data);
const PsgView *psg_history_go     (PsgHistory *self, int direction);

G_END_DECLS
