/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-source-record.h"

G_BEGIN_DECLS

/* Reads one type of value: writes into the record what is right, reports what is wrong. */
typedef void (*PsgSourceReadFunc) (PsgSourceReader *reader,
                                   const PsgField  *field,
                                   const PsgJson   *value,
                                   gpointer         record);

/* A string that says something and is not longer than a text may be. */
gboolean psg_source_expect_words (PsgSourceReader *reader, const PsgJson *value);

void psg_source_read_text (PsgSourceReader *reader,
                           const PsgField  *field,
                           const PsgJson   *value,
                           gpointer         record);
void psg_source_read_date (PsgSourceReader *reader,
                           const PsgField  *field,
                           const PsgJson   *value,
                           gpointer         record);
void psg_source_read_interval (PsgSourceReader *reader,
                               const PsgField  *field,
                               const PsgJson   *value,
                               gpointer         record);
void psg_source_read_span (PsgSourceReader *reader,
                           const PsgField  *field,
                           const PsgJson   *value,
                           gpointer         record);
void psg_source_read_day (PsgSourceReader *reader,
                          const PsgField  *field,
                          const PsgJson   *value,
                          gpointer         record);

G_END_DECLS
