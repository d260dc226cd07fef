/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-sheets.h"

G_BEGIN_DECLS

/* The insides of pages, for their own files. Measures are points. */

#define SIDE 52.0
#define TOP 62.0
#define BOTTOM 56.0
#define BOX_PADDING 9.0
#define BESIDE_GAP 14.0
#define RULE 21.0
#define NOTE_GAP 9.0
#define NOTE_NUMBER 15.0

typedef enum
{
  BLOCK_TEXT,
  BLOCK_DRAWING,
  BLOCK_BESIDE,  /* a drawing, and a text at its right */
  BLOCK_RULES,   /* lines to write on, as many as there is room for */
  BLOCK_BREAK,
} BlockKind;

typedef struct
{
  BlockKind kind;
  PsgSheetStyle style;
  PangoLayout *layout;    /* owned (nullable) */
  double above;
  double height;
  double drawing_width;
  double drawing_height;
  PsgSheetDraw draw;
  gpointer user_data;
  GDestroyNotify destroy;
  guint group;            /* 0: none */
  GArray *notes;          /* (nullable): guint, indices of sources */
} Block;

typedef struct
{
  guint block;
  double y;
  double height;
} Placed;

typedef struct
{
  GArray *placed;  /* Placed */
  GArray *notes;   /* guint */
  double y;        /* how far it is filled */
} Page;

struct _PsgSheets
{
  gatomicrefcount ref_count;
  char *title;
  PangoContext *context;
  double page_width;
  double page_height;
  GPtrArray *blocks;   /* Block */
  GPtrArray *sources;  /* PsgSource, in the order of their numbers */
  GPtrArray *pages;    /* (nullable): Page, once laid out */
  guint n_groups;
  guint group;         /* that is open, or 0 */
  gboolean fits;
};

/* psg-sheets.c */
PangoLayout *psg_sheets_create_layout (PsgSheets *self, PsgSheetStyle style, const char *text, double width);
double       psg_sheets_measure       (PangoLayout *layout);
double       psg_sheets_get_ink       (PsgSheetStyle style);

/* psg-sheets-layout.c */
PangoLayout *psg_sheets_create_note   (PsgSheets *self, guint index);
double       psg_sheets_measure_notes (PsgSheets *self, const GArray *notes);
void         psg_sheets_lay_out       (PsgSheets *self);
double       psg_sheets_get_room      (PsgSheets *self);
int          psg_sheets_compare_numbers (gconstpointer a, gconstpointer b);

G_END_DECLS
