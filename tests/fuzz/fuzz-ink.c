/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-ink.h"

#include <stdint.h>

/* For libFuzzer: whatever is taken for ink is the same when it is written and read again. Build with
 * clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (PsgInk *ink)
{
  g_autofree char *text = psg_ink_to_string (ink);
  g_autoptr (PsgInk) again = psg_ink_parse (text, NULL);
  g_autofree char *same = NULL;

  g_assert (again != NULL);
  same = psg_ink_to_string (again);
  g_assert_cmpstr (text, ==, same);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgInk) ink = psg_ink_parse (text, &error);

  g_assert ((ink == NULL) == (error != NULL));
  if (ink != NULL)
    check (ink);

  return 0;
}
