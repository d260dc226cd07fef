/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor.h"

#include <stdint.h>
#include <string.h>

/* For libFuzzer: prefix, words, suffix and text, with | between. Whatever they are, an anchor is found within the text
 * or not at all; and one made for any part of the text is found there. Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_place (const PsgAnchorText  *text,
             const PsgAnchorPlace *place)
{
  guint start = place->start, end = place->end;

  g_assert_cmpuint (start, <, end);
  g_assert_cmpuint (end, <=, psg_anchor_text_get_n_chars (text));
  g_assert_true (place->score >= 0 && place->score <= 1);
  psg_anchor_text_snap (text, &start, &end);
  g_assert_true (start == place->start && end == place->end);
}

static void
check_match (const PsgAnchorText  *text,
             const PsgAnchorMatch *match)
{
  if (psg_anchor_match_is_found (match))
    check_place (text, &match->place);
  g_assert_true (match->how == PSG_ANCHOR_NEEDS_REVIEW || match->n_candidates == 0);
  for (guint i = 0; i < match->n_candidates; i++)
    check_place (text, &match->candidates[i]);
}

static void
check_made (const PsgAnchorText *text,
            guint                start,
            guint                end)
{
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_for_range (text, start, end);
  PsgAnchorMatch match;

  psg_anchor_resolve (anchor, text, &match);
  g_assert_cmpint (match.how, ==, PSG_ANCHOR_EXACT);
  check_match (text, &match);
  g_assert_true (match.place.start <= start && match.place.end >= end);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *all = g_utf8_make_valid (raw, -1);
  g_auto (GStrv) parts = g_strsplit (all, "|", 4);
  g_autoptr (PsgAnchorText) text = NULL;
  g_autoptr (PsgAnchor) anchor = NULL;
  PsgAnchorMatch match;
  guint n;

  if (g_strv_length (parts) < 4)
    return 0;

  text = psg_anchor_text_new (parts[3]);
  anchor = psg_anchor_new_quote (parts[1], parts[0], parts[2]);
  psg_anchor_resolve (anchor, text, &match);
  check_match (text, &match);

  n = psg_anchor_text_get_n_chars (text);
  anchor->start = n / 3;
  psg_anchor_resolve (anchor, text, &match);
  check_match (text, &match);

  if (n > 0)
    check_made (text, n / 3, n / 3 + 1 + (n - n / 3 - 1) / 2);

  return 0;
}
