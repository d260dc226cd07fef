/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-undo-stack.h"

G_BEGIN_DECLS

gint64 psg_undo_stack_get_undo_time (PsgUndoStack *self);
gint64 psg_undo_stack_get_redo_time (PsgUndoStack *self);

G_END_DECLS
