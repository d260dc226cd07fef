/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-exchange-format.h"

G_BEGIN_DECLS

GPtrArray          *psg_exchange_fixture_new_notes  (void);
/* Any note a notebook could hold, from the test's own random numbers; its seed is printed. */
PsgNote            *psg_exchange_fixture_random     (void);
GPtrArray          *psg_exchange_fixture_randoms    (guint n);
PsgExchangeReading *psg_exchange_fixture_read       (const char *json, PsgCollection *collection);
/* A file of tests/fixtures/annotations. */
PsgExchangeReading *psg_exchange_fixture_read_file  (const char *name, PsgCollection *collection);
/* Whether some message has these words. */
gboolean            psg_exchange_fixture_is_told    (const PsgExchangeReading *reading, const char *words);
const PsgNote      *psg_exchange_fixture_find       (const PsgExchangeReading *reading, const char *body);
void                psg_exchange_fixture_check      (GBytes *bytes);

G_END_DECLS
