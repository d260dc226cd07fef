/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PsgNotifyCounter:
 *
 * Counts which properties of an object were notified, and how often, so that a
 * test can say in one line what a change may and may not tell.
 */
typedef struct _PsgNotifyCounter PsgNotifyCounter;

PsgNotifyCounter *psg_notify_counter_new  (gpointer object);
void              psg_notify_counter_free (PsgNotifyCounter *self);

/* The properties notified since the last call, sorted: "event page", and
 * "event×2" for what was notified twice. The empty string where none was. */
char             *psg_notify_counter_take (PsgNotifyCounter *self);

/* Asserts that just these were notified since the last look. */
#define psg_assert_notified(counter, expected)                                  \
  G_STMT_START {                                                                \
    g_autofree char *_notified = psg_notify_counter_take (counter);             \
    g_assert_cmpstr (_notified, ==, expected);                                  \
  } G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNotifyCounter, psg_notify_counter_free)

G_END_DECLS
