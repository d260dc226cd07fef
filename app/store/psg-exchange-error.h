/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why notes could not be written to a file or read from one. The messages are for people, localised. */
#define PSG_EXCHANGE_ERROR (psg_exchange_error_quark ())
GQuark psg_exchange_error_quark (void);

typedef enum
{
  PSG_EXCHANGE_ERROR_FORMAT,        /* it is not in a format we read; with line */
  PSG_EXCHANGE_ERROR_TOO_LARGE,
  PSG_EXCHANGE_ERROR_NO_COLLECTION, /* this format needs one */
} PsgExchangeError;

G_END_DECLS
