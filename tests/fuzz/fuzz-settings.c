/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdint.h>

#include "psg-edtf.h"
#include "psg-filter.h"
#include "psg-lane-order.h"
#include "psg-page.h"

/* For libFuzzer: whatever stands in the settings where words of ours are kept, it is something, and what it says of
 * itself says the same again. Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static GPtrArray *
get_lanes (void)
{
  static GPtrArray *lanes;
  static const char *const ids[] = { "politics", "border", "trade", "x-1" };

  if (lanes == NULL)
    {
      lanes = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          PsgLane *lane = psg_lane_new ();

          lane->id = g_strdup (ids[i]);
          g_ptr_array_add (lanes, lane);
        }
    }

  return lanes;
}

static void
check_lanes (const char *text)
{
  g_autoptr (PsgLaneOrder) order = psg_lane_order_parse (text, get_lanes ());
  g_autoptr (PsgLaneOrder) again = psg_lane_order_parse (psg_lane_order_to_string (order), get_lanes ());
  guint seen = 0;

  g_assert (psg_lane_order_equal (order, again));
  for (guint i = 0; i < psg_lane_order_get_n (order); i++)
    seen |= 1u << psg_lane_order_get_lane (order, i);
  g_assert (seen == (1u << get_lanes ()->len) - 1);
}

static void
check_link (const char *text)
{
  g_autoptr (PsgPage) page = psg_page_from_link (text);
  g_autofree char *link = page != NULL ? psg_page_to_link (page) : NULL;
  g_autoptr (PsgPage) again = link != NULL ? psg_page_from_link (link) : NULL;

  g_assert (page == NULL || (again != NULL && psg_page_equal (page, again)));
}

static void
check_filter (const char *text)
{
  PsgFilter *filter = psg_filter_parse (text);
  PsgFilter *again = psg_filter_parse (psg_filter_to_string (filter));

  g_assert (g_str_equal (psg_filter_to_string (filter), psg_filter_to_string (again)));
  psg_filter_unref (filter);
  psg_filter_unref (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);

  check_lanes (text);
  check_link (text);
  check_filter (text);

  return 0;
}
