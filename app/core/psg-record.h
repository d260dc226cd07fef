/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * Records: what a collection holds one of, as plain structs with public,
 * read-only fields, shared by reference counting (atomic, so that a thread may
 * load what another shows). A record is filled by whoever creates it and never
 * changed once somebody else has it.
 *
 * PSG_DECLARE_RECORD (PsgLane, psg_lane) declares psg_lane_new(), _ref(),
 * _unref(), _get_type() and g_autoptr support; PSG_DEFINE_RECORD defines them around
 * a static psg_lane_clear() that frees what the fields own.
 */
#define PSG_DECLARE_RECORD(Type, prefix)                                            \
  GType prefix##_get_type (void) G_GNUC_CONST;                                      \
  Type *prefix##_new (void);                                                        \
  Type *prefix##_ref (const Type *self);                                            \
  void prefix##_unref (Type *self);                                                 \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_unref)

#define PSG_DEFINE_RECORD(Type, prefix)                                             \
  G_DEFINE_BOXED_TYPE (Type, prefix, prefix##_ref, prefix##_unref)                  \
  Type *                                                                            \
  prefix##_new (void)                                                               \
  {                                                                                 \
    return g_atomic_rc_box_new0 (Type);                                             \
  }                                                                                 \
  Type *                                                                            \
  prefix##_ref (const Type *self)                                                   \
  {                                                                                 \
    return g_atomic_rc_box_acquire ((Type *) self);                                 \
  }                                                                                 \
  void                                                                              \
  prefix##_unref (Type *self)                                                       \
  {                                                                                 \
    g_atomic_rc_box_release_full (self, (GDestroyNotify) prefix##_clear);           \
  }

G_END_DECLS
