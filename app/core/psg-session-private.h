/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-history.h"
#include "psg-session.h"

G_BEGIN_DECLS

struct _PsgSession
{
  GObject parent_instance;

  /* owned */
  PsgCollection *collection;
  PsgFilter *filter;
  PsgRowSet *matches;
  PsgRowSet *context;
  PsgLaneOrder *lanes;
  PsgHistory *history;

  PsgView view;
  PsgDay playhead;
  PsgTimeSpan span;
};

void psg_session_commit_view    (PsgSession *self, const PsgView *view);
void psg_session_commit_history (PsgSession *self, gboolean could_go_back, gboolean could_go_forward);
void psg_session_visit          (PsgSession *self, const PsgView *view);

G_END_DECLS
