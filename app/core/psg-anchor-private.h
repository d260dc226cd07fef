/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-anchor.h"
#include "psg-grapheme.h"

G_BEGIN_DECLS

/* Text as it is compared: code points decomposed and put in order, white space as single spaces. */
typedef struct
{
  guint32    *units;
  guint32    *places;  /* the position each unit comes from */
  guint8     *edges;   /* whether a grapheme cluster begins with it */
  guint       n;
  guint       allocated;
  guint       position; /* of what is folded next */
  PsgGrapheme grapheme;
} PsgFold;

struct _PsgAnchorText
{
  const char *text;       /* borrowed */
  guint32    *checkpoints; /* the byte offset of every 256th code point */
  PsgFold     fold;        /* ends in a unit that is none: it is at the end, and an edge */
};

void  psg_fold_append      (PsgFold *self, const char *text);
void  psg_fold_finish      (PsgFold *self);
void  psg_fold_clear       (PsgFold *self);
guint psg_fold_find        (const PsgFold *self, guint position);

/* Pieces of text that are looked for all at once. */
#define PSG_SEED_LENGTH 8

typedef struct _PsgAnchorSeeds PsgAnchorSeeds;

PsgAnchorSeeds *psg_anchor_seeds_new  (guint most);
void            psg_anchor_seeds_free (PsgAnchorSeeds *self);
guint           psg_anchor_seeds_add  (PsgAnchorSeeds *self, const guint32 *units);
void            psg_anchor_seeds_scan (PsgAnchorSeeds *self, const guint32 *units, guint n);
const guint32  *psg_anchor_seeds_get  (const PsgAnchorSeeds *self, guint seed, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgAnchorSeeds, psg_anchor_seeds_free)

/* A pattern made ready for being aligned with text. */
typedef struct _PsgAligner PsgAligner;

PsgAligner *psg_aligner_new    (void);
void        psg_aligner_free   (PsgAligner *self);
void        psg_aligner_set    (PsgAligner *self, const guint32 *pattern, guint n, int step);
guint64     psg_aligner_run    (PsgAligner *self, const guint32 *text, guint n, int step, gboolean anchored,
                                guint *distances);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgAligner, psg_aligner_free)

/* Longer anchors are only looked for to the letter. */
#define PSG_ANCHOR_LONGEST 4096

/* An anchor made ready for being looked for; what is counted is units of folded text. */
typedef struct
{
  PsgFold fold;     /* prefix, words and suffix */
  guint   prefix;   /* how long it is: where the words begin in @fold */
  guint   quote;    /* how long the words are */
  guint   position; /* of the words in the text; PSG_ANCHOR_NO_POSITION if it has none */
  guint   most;     /* how many units may differ */
  guint   own_most; /* and how many of the words' own */
  guint  *seeds;    /* its pieces, one after the other; NULL if they are not looked for */
  guint   n_seeds;
} PsgAnchorPattern;

/* Where words may be. */
typedef struct
{
  guint    start;
  guint    end;
  guint    distance; /* of the whole */
  guint    own;      /* of the words */
  gboolean unclear;  /* whether another stretch there would do as well */
} PsgAnchorFind;

gboolean psg_anchor_pattern_is_at (const PsgAnchorPattern *pattern, const PsgFold *text, guint at,
                                   gboolean with_suffix);

typedef struct _PsgAnchorRuler PsgAnchorRuler;

PsgAnchorRuler *psg_anchor_ruler_new            (const PsgFold *text);
void            psg_anchor_ruler_free           (PsgAnchorRuler *self);
void            psg_anchor_ruler_rest           (PsgAnchorRuler *self);
gboolean        psg_anchor_ruler_is_tired       (const PsgAnchorRuler *self);
void            psg_anchor_ruler_take_whole     (PsgAnchorRuler *self, const PsgAnchorPattern *pattern);
const guint    *psg_anchor_ruler_measure_window (PsgAnchorRuler *self, guint from, guint to);
PsgAnchorFind   psg_anchor_ruler_measure        (PsgAnchorRuler *self, const PsgAnchorPattern *pattern, guint at);
PsgAnchorFind   psg_anchor_ruler_find_words     (PsgAnchorRuler *self, const PsgAnchorPattern *pattern, guint end,
                                                 guint distance);

typedef struct _PsgAnchorSearch PsgAnchorSearch;

PsgAnchorSearch *psg_anchor_search_new     (const PsgAnchorText *text, PsgAnchorPattern *patterns, guint n);
void             psg_anchor_search_free    (PsgAnchorSearch *self);
gboolean         psg_anchor_search_literal (PsgAnchorSearch *self, const PsgAnchorPattern *pattern, GArray *finds);
gboolean         psg_anchor_search_near    (PsgAnchorSearch *self, const PsgAnchorPattern *pattern, GArray *finds);
PsgAnchorFind    psg_anchor_search_measure (PsgAnchorSearch *self, const PsgAnchorPattern *pattern, guint at);
void             psg_anchor_search_words   (PsgAnchorSearch *self, const PsgAnchorPattern *pattern, GArray *finds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgAnchorSearch, psg_anchor_search_free)

G_END_DECLS
