/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In order of how little they give way: of two that lie on each other the earlier one is meant. */
typedef enum
{
  PSG_SPOT_CITATION,
  PSG_SPOT_LINK,
  PSG_SPOT_SOURCE,
  PSG_SPOT_PASSAGE,
} PsgSpotKind;

/**
 * PsgSpot:
 * @kind: what it is
 * @start: offset in the buffer
 * @end: exclusive
 * @target: a source's id, an address, or a passage's id
 * @tooltip: (nullable): what to say of it
 *
 * A stretch of a shown text that can be activated.
 */
typedef struct
{
  PsgSpotKind kind;
  guint start;
  guint end;
  char *target;
  char *tooltip;
} PsgSpot;

#define PSG_SPOT_NONE -1

GArray *psg_spot_array_new  (void);
void    psg_spot_array_add  (GArray *spots, PsgSpotKind kind, guint start, guint end,
                             const char *target, char *tooltip);
void    psg_spot_array_sort (GArray *spots);
int     psg_spot_array_find (const GArray *spots, guint offset);
int     psg_spot_array_step (const GArray *spots, int from, guint offset, int direction);

G_END_DECLS
